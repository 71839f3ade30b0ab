import { createHash } from 'node:crypto'
import { reopenDatum } from '@quanheng/contract/datum'
import * as drawContract from '@quanheng/contract/draw'
import { listObserved } from '@quanheng/contract/observed'
import type { ReplyOf } from '@quanheng/contract/route'
import * as scoring from '@quanheng/contract/sheet'
import { putFile } from '@quanheng/contract/upload'
import * as contract from '@quanheng/contract/verification'
import { canonicalItem } from '@quanheng/domain/item/canonical'
import { drawFrom, populationDigest } from '@quanheng/domain/verification/draw'
import { checkDrawRecord } from '@quanheng/domain/verification/draw-record'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx, textOf } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeDigest, saltOf } from '../../platform/door/act.ts'
import {
  type Caller,
  seedSection,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { canonicalSheet, itemsOf, sheetsOfPlan, signedRows } from '../scoring/index.ts'
import { close, quantity, type ScoringWorld, scoringWorld } from '../scoring/testing/scoring-world.ts'
import { formCode } from './form-code.ts'
import { canonicalVerification, ofSheets, verificationClosed } from './index.ts'

type Sheet = ReplyOf<typeof scoring.showSheet>
type Shown = ReplyOf<typeof contract.showVerification>

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes)
})
afterAll(() => server.close())

const clause = { kind: 'clause', article: '附件1' } as const
const codeOf = (reply: { json: () => unknown }) => (reply.json() as { error: { code: string } }).error.code
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const showSheet = async (caller: Caller, sheetId: string): Promise<Sheet> =>
  (await caller.call(scoring.showSheet, { params: { sheetId } })).json()

const signThrough = async ({ handler, head }: Pick<ScoringWorld, 'handler' | 'head'>, sheetId: string) => {
  const params = { sheetId }
  const sheet = await showSheet(handler, sheetId)
  const rows = sheet.rows.map(({ itemId, version, lost }) => ({
    itemId,
    version,
    dataSource: '统计联网直报平台',
    basis: clause,
    deductions: lost === '0' || lost === null ? [] : [{ points: lost, reason: '未完成任务', basis: clause }],
  }))
  for (const [route, caller, body] of [
    [scoring.recordItems, handler, async () => ({ rows })],
    [scoring.scoreSheet, handler, async () => ({ version: (await showSheet(handler, sheetId)).version })],
    [scoring.signSheet, handler, async () => pickSigned(await showSheet(handler, sheetId))],
    [scoring.signSheet, head, async () => pickSigned(await showSheet(head, sheetId))],
  ] as const) {
    const reply = await caller.call(route, { params, body: await body() })
    expect(reply.statusCode, reply.body).toBe(200)
  }
}
const pickSigned = ({ version, digest }: Sheet) => ({ version, digest })

/** A signed sheet of two units, and a verification group of the lead unit with an observer. */
const world = async (tag: string) => {
  const base = await scoringWorld(server, tag)
  const townDatum = await close(server, base, 'newFirmCount', base.town, quantity('8'))
  await close(server, base, 'newFirmCount', base.transport, quantity('8'))
  const lead = await signedIn(server, [{ kind: 'verificationLead', unitId: base.lead }], '核验组长')
  const member = await signedIn(server, [{ kind: 'verifier', unitId: base.lead }], '核验组员')
  const observer = await signedIn(server, [{ kind: 'observer', unitId: base.lead }], '监督人')
  const list = await base.handler.call(scoring.listSheets, { query: { planId: base.planId } })
  const sheetId = list.json<ReplyOf<typeof scoring.listSheets>>().rows.find((row) => row.leafKey === 'newFirms')
    ?.id as string
  await signThrough(base, sheetId)
  return { ...base, verificationLead: lead, member, observer, sheetId, townDatum }
}
type World = Awaited<ReturnType<typeof world>>

type Scope =
  | { kind: 'full' }
  | { kind: 'key'; picks: object[] }
  | {
      kind: 'random'
      size: number
      picks: object[]
      by: string
      factors?: object[]
      agreement?: object
      confidence?: number
    }

const plan = async ({ handler, sheetId }: World, scope: Scope, standard = '核对入库名单原件') => {
  const { version } = await showSheet(handler, sheetId)
  return handler.call(contract.planVerification, { params: { sheetId }, body: { version, scope, standard } })
}

const show = async (caller: Caller, verificationId: string): Promise<Shown> => {
  const reply = await caller.call(contract.showVerification, { params: { verificationId } })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

const upload = async (caller: Caller): Promise<string> => {
  const reply = await caller.call(putFile, {
    body: Buffer.from('%PDF-1.7 双方签字的核验记录表'),
    headers: { 'x-file-name': encodeURIComponent('核验记录.pdf'), 'content-type': 'application/octet-stream' },
  })
  return reply.json<{ digest: string }>().digest
}

const visit = async (of: World, verificationId: string, unitId: string, more: object = {}) => {
  const { version } = await show(of.member, verificationId)
  const scanDigest = await upload(of.member)
  return of.member.call(contract.recordVisit, {
    params: { verificationId },
    body: {
      version,
      unitId,
      visitedOn: '2025-01-09',
      memberIds: [of.verificationLead.personId, of.member.personId],
      record: '查阅入库名单，抽核企业3家',
      unitSide: { kind: 'signed', scanDigest, checkCode: formCode(verificationId, unitId) },
      ...more,
    },
  })
}

const opine = async (of: World, verificationId: string, unitId: string, changes: object[] = []) => {
  const { version } = await show(of.verificationLead, verificationId)
  const params = { verificationId }
  return of.verificationLead.call(contract.giveOpinion, { params, body: { version, unitId, changes } })
}

const answer = async (of: World, verificationId: string, unitId: string, given: object, caller = of.handler) => {
  const { version } = await show(caller, verificationId)
  const params = { verificationId }
  return caller.call(contract.answerOpinion, { params, body: { version, unitId, answer: given } })
}

const finish = async (of: World, verificationId: string) => {
  const { version } = await show(of.handler, verificationId)
  return of.handler.call(contract.closeVerification, { params: { verificationId }, body: { version } })
}

describe('核验安排', () => {
  it('不作核验须由负责人写明理由', async () => {
    const of = await world('甲')
    const params = { sheetId: of.sheetId }
    const { version } = await showSheet(of.head, of.sheetId)
    const blank = await of.head.call(contract.waiveVerification, { params, body: { version, reason: '  ' } })
    expect(blank.statusCode).toBe(400)
    const byHandler = await of.handler.call(contract.waiveVerification, {
      params,
      body: { version, reason: '数据来自统计' },
    })
    expect(byHandler.statusCode).toBe(403)
    const done = await of.head.call(contract.waiveVerification, {
      params,
      body: { version, reason: '数据直接取自统计部门' },
    })
    expect(done.statusCode, done.body).toBe(200)
    expect(await showSheet(of.head, of.sheetId)).toMatchObject({
      state: 'verified',
      verification: { kind: 'waived', reason: '数据直接取自统计部门' },
    })
  })

  it('没有标准、选了表外单位、抽样数超出范围的，都不成立', async () => {
    const of = await world('乙')
    expect(codeOf(await plan(of, { kind: 'full' }, ''))).toBe('verification.standardMissing')
    expect(codeOf(await plan(of, { kind: 'key', picks: [] }))).toBe('verification.nothingToVerify')
    expect(codeOf(await plan(of, { kind: 'key', picks: [{ unitId: of.lead, reason: '重点' }] }))).toBe(
      'verification.notOnSheet',
    )
    expect(codeOf(await plan(of, { kind: 'key', picks: [{ unitId: of.town, reason: '' }] }))).toBe(
      'verification.reasonMissing',
    )
    expect(codeOf(await plan(of, { kind: 'random', size: 3, picks: [], by: 'none' }))).toBe(
      'verification.sizeOutOfRange',
    )
    expect((await showSheet(of.handler, of.sheetId)).state).toBe('signed')
  })

  it('别的科室看不到，也不能安排', async () => {
    const of = await world('丙')
    const { verificationId } = (await plan(of, { kind: 'full' })).json<{ verificationId: string }>()
    const other = await seedSection(server.db, of.lead, '投资科')
    const stranger = await signedIn(server, [{ kind: 'handler', unitId: of.lead, sectionId: other }])
    expect((await stranger.call(contract.showVerification, { params: { verificationId } })).statusCode).toBe(404)
    const params = { verificationId }
    expect((await stranger.call(contract.closeVerification, { params, body: { version: 1 } })).statusCode).toBe(404)
    const elsewhere = await signedIn(server, [{ kind: 'verifier', unitId: of.town }])
    expect((await elsewhere.call(contract.showVerification, { params })).statusCode).toBe(404)
  })
})

describe('随机抽查', () => {
  it('名单先定后抽，须有监督人见证；记录足以在别处重做一遍', async () => {
    const of = await world('丁')
    const { verificationId } = (await plan(of, { kind: 'random', size: 1, picks: [], by: 'none' })).json<{
      verificationId: string
    }>()
    const turn = async () => (await show(of.handler, verificationId)).next
    expect(await turn()).toMatchObject({ command: 'draw' })
    expect((await turn())?.people.map(({ name }) => name)).toContain('经办甲')
    const params = { verificationId }
    const drawWith = async (body: object) => {
      const { version } = await show(of.handler, verificationId)
      return of.handler.call(drawContract.drawSample, { params, body: { version, ...body } })
    }
    const seedParts = [
      { by: '监督人', value: '３８６' },
      { by: '被考核单位代表', value: '27' },
    ]
    expect(codeOf(await drawWith({ seedParts, witnessId: of.head.personId }))).toBe('verification.noWitness')
    expect(codeOf(await drawWith({ seedParts: [], witnessId: of.observer.personId }))).toBe('verification.seedMissing')
    const drawn = await drawWith({ seedParts, witnessId: of.observer.personId })
    expect(drawn.statusCode, drawn.body).toBe(200)
    const shown = await show(of.observer, verificationId)
    expect(await turn()).toMatchObject({ command: 'recordVisit' })
    expect((await turn())?.people.map(({ name }) => name).sort()).toEqual(['核验组员', '核验组长'].sort())
    const [record] = shown.draws
    const strata = shown.scope.strata.map(({ key, units }) => ({
      key,
      units: units.map(({ code, unitId }) => ({ code, unitId })),
    }))
    expect(record).toMatchObject({ seed: '386|27', size: 1, witness: '监督人', drawnBy: '经办甲' })
    expect(record?.populationDigest).toBe(populationDigest(strata, sha256))
    const [stratum] = strata
    const again = stratum ? drawFrom(stratum, 1, '386|27', sha256) : []
    expect(record?.picked.map(({ unitId }) => unitId)).toEqual(again.map(({ unitId }) => unitId))
    const kept = await of.observer.call(drawContract.drawRecord, {
      params: { verificationId, drawId: record?.id ?? '' },
    })
    expect(checkDrawRecord(kept.body, sha256)).toMatchObject({
      ok: true,
      value: { seed: '386|27', witness: '监督人', picked: again.map(({ code }) => ({ code, stratum: '' })) },
    })
    const paper = { params: { verificationId, drawId: record?.id ?? '' }, query: {} }
    const recordPaper = await of.observer.call(drawContract.drawPaper, paper)
    const { text, document } = await openDocx(recordPaper.rawPayload)
    for (const said of [
      '386|27',
      '被考核单位代表：27',
      record?.populationDigest ?? '',
      '抽样人（签字）',
      '监督人（签字）',
    ])
      expect(text).toContain(said)
    const rows = [...document.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => textOf(row))
    const listed = strata.flatMap(({ units }) => units)
    for (const { code, unitId } of listed) {
      const name = shown.scope.strata.flatMap(({ units }) => units).find((unit) => unit.unitId === unitId)?.unitName
      const place = again.findIndex((one) => one.unitId === unitId) + 1
      expect(rows.some((row) => row.endsWith(`${code}${name}${place === 0 ? '' : place}`))).toBe(true)
    }
    await figuresHeld('drawRecord', recordPaper.rawPayload, {
      rows: listed.map(({ code, unitId }) => {
        const place = again.findIndex((one) => one.unitId === unitId) + 1
        return [code, place === 0 ? '' : place]
      }),
      from: [
        record,
        `${listed.length}家`,
        await server.db.selectFrom('plan_version').select('content').where('plan_id', '=', of.planId).execute(),
      ],
    })
    const stranger = await signedIn(server, [{ kind: 'verifier', unitId: of.town }])
    expect((await stranger.call(drawContract.drawPaper, paper)).statusCode).toBe(404)
    expect(shown.units.map(({ unitId, how }) => [unitId, how])).toEqual(again.map(({ unitId }) => [unitId, 'random']))
    expect(codeOf(await drawWith({ seedParts, witnessId: of.observer.personId }))).toBe('verification.notNow')
    const { version } = await show(of.verificationLead, verificationId)
    const cancelled = await of.verificationLead.call(drawContract.cancelDraw, {
      params,
      body: { version, reason: '种子读错' },
    })
    expect(cancelled.statusCode, cancelled.body).toBe(200)
    const printed = await of.observer.call(drawContract.drawPaper, paper)
    expect((await openDocx(printed.rawPayload)).text).toMatch(/已由核验组长于.*作废，理由：种子读错/)
    const voided = await show(of.handler, verificationId)
    expect(voided).toMatchObject({ state: 'toDraw', draws: [{ cancellation: { reason: '种子读错', by: '核验组长' } }] })
  })
})

describe('按风险加权、约定种子', () => {
  const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')

  it('风险因素取自留存的事实，名单连同权数、入样概率一并确定，记录可在别处复算', async () => {
    const of = await world('风')
    await server.db.updateTable('datum').set({ due: '2025-01-01' }).where('id', '=', of.townDatum).execute()
    const params = { sheetId: of.sheetId }
    const risks = (await of.handler.call(contract.verificationRisks, { params })).json<
      ReplyOf<typeof contract.verificationRisks>
    >()
    const factsOf = (unitId: string) => risks.units.find((unit) => unit.unitId === unitId)?.facts
    expect(factsOf(of.town)).toEqual(['lateEntry', 'noEvidence'])
    expect(factsOf(of.transport)).toEqual(['noEvidence'])
    expect((await of.member.call(contract.verificationRisks, { params })).statusCode).toBe(403)
    const twice = [
      { fact: 'lateEntry', adds: 2 },
      { fact: 'lateEntry', adds: 3 },
    ]
    expect(codeOf(await plan(of, { kind: 'random', size: 1, picks: [], by: 'none', factors: twice }))).toBe(
      'verification.factorsWrong',
    )
    const factors = [{ fact: 'lateEntry', adds: 3 }]
    const planned = await plan(of, { kind: 'random', size: 1, picks: [], by: 'none', factors, confidence: 90 })
    expect(planned.statusCode, planned.body).toBe(200)
    const { verificationId } = planned.json<{ verificationId: string }>()
    const shown = await show(of.handler, verificationId)
    expect(shown.scope).toMatchObject({ confidence: 90, factors })
    expect(shown.scope.strata[0]?.units.map(({ unitId, risk, chance }) => [unitId === of.town, risk, chance])).toEqual(
      expect.arrayContaining([
        [true, 4, '4/5'],
        [false, 1, '1/5'],
      ]),
    )
    const body = { version: shown.version, seedParts: [{ by: '监督人', value: '9' }], witnessId: of.observer.personId }
    expect((await of.handler.call(drawContract.drawSample, { params: { verificationId }, body })).statusCode).toBe(200)
    const drawn = await show(of.observer, verificationId)
    expect(drawn).toMatchObject({ residual: null, draws: [{ algorithm: 'quanheng-draw/2', attested: null }] })
    const drawId = drawn.draws[0]?.id ?? ''
    const kept = await of.observer.call(drawContract.drawRecord, { params: { verificationId, drawId } })
    expect(checkDrawRecord(kept.body, sha256)).toMatchObject({ ok: true })
    const unitId = drawn.units[0]?.unitId ?? ''
    await visit(of, verificationId, unitId)
    await opine(of, verificationId, unitId)
    const sheet = await of.observer.call(drawContract.drawPaper, { params: { verificationId, drawId }, query: {} })
    const { text } = await openDocx(sheet.rawPayload)
    expect(text).toMatch(/风险权数.*入样概率.*4\/5/s)
    expect(text).toContain('抽样推断：抽查1家')
    expect(text).toContain('按风险加权：基数1，逾期填报加3')
    expect(text).toContain('监督人（未签字）')
    expect((await show(of.handler, verificationId)).residual).toMatchObject({
      listed: 2,
      drawn: 1,
      bad: 0,
      estimated: 0,
      confidence: 90,
    })
  })

  it('双方承诺后名单才定；揭示不符不收，未揭示点名，公开数未到不抽；见证签字后方可核验', async () => {
    // A session and a proof of identity outlive three minutes, which may lie around midnight.
    server.setNow('2025-01-10T23:58:00+08:00')
    const of = await world('约')
    const partyIds = [of.observer.personId, of.verificationLead.personId]
    const rule = { source: '双色球第2025006期', publishedOn: '2025-01-11' }
    const random = { kind: 'random' as const, size: 1, picks: [], by: 'none' as const }
    for (const wrong of [
      { ...rule, partyIds: [of.member.personId, of.verificationLead.personId] },
      { ...rule, partyIds: [of.observer.personId, of.observer.personId] },
      { ...rule, partyIds: [of.observer.personId, of.head.personId] },
    ]) {
      expect(codeOf(await plan(of, { ...random, agreement: wrong }))).toBe('verification.partiesWrong')
    }
    const past = { ...rule, partyIds, publishedOn: '2025-01-10' }
    expect(codeOf(await plan(of, { ...random, agreement: past }))).toBe('verification.publicDayCome')
    const planned = await plan(of, { ...random, agreement: { ...rule, partyIds } })
    expect(planned.statusCode, planned.body).toBe(200)
    const { verificationId } = planned.json<{ verificationId: string }>()
    const params = { verificationId }
    const open = await show(of.observer, verificationId)
    expect(open).toMatchObject({ state: 'committing', scope: { strata: [], populationDigest: null }, may: ['commit'] })
    expect(open.next?.people.map(({ name }) => name)).toEqual(['监督人', '核验组长'])
    const now = async (caller: Caller) => (await show(caller, verificationId)).version
    const file = async (caller: Caller, value: string) => {
      const { scope } = await show(caller, verificationId)
      const bound = scope.agreement?.parties.find(({ me }) => me)?.bound ?? ''
      const body = { version: await now(caller), digest: sha256Of(`${bound},${value}`) }
      return caller.call(drawContract.commitSeed, { params, body })
    }
    const reveal = async (caller: Caller, value: string) =>
      caller.call(drawContract.revealSeed, { params, body: { version: await now(caller), value } })
    expect(codeOf(await file(of.member, 'x'))).toBe('verification.notParty')
    expect((await file(of.observer, 'aaaa-1111')).statusCode).toBe(200)
    expect((await show(of.handler, verificationId)).scope.populationDigest).toBeNull()
    expect((await file(of.verificationLead, 'bbbb-2222')).statusCode).toBe(200)
    const frozen = await show(of.handler, verificationId)
    expect(frozen).toMatchObject({ state: 'revealing', scope: { populationDigest: expect.any(String) } })
    expect(codeOf(await reveal(of.observer, 'bbbb-2222'))).toBe('verification.revealMismatch')
    expect((await reveal(of.observer, 'aaaa-1111')).statusCode).toBe(200)
    const draw = async (value: string) =>
      of.handler.call(drawContract.drawSample, {
        params,
        body: { version: await now(of.handler), seedParts: [{ by: '公告', value }], witnessId: of.observer.personId },
      })
    const early = await draw('010203')
    expect(early.json()).toMatchObject({ error: { code: 'verification.revealMissing', params: { names: '核验组长' } } })
    expect((await reveal(of.verificationLead, 'bbbb-2222')).statusCode).toBe(200)
    expect(codeOf(await draw('010203'))).toBe('verification.publicNotYet')
    server.setNow('2025-01-11T00:01:00+08:00')
    const drawn = await draw('010203')
    expect(drawn.statusCode, drawn.body).toBe(200)
    const shown = await show(of.observer, verificationId)
    const record = shown.draws[0]
    expect(record?.seed).toBe(sha256Of('aaaa-1111|bbbb-2222|010203'))
    const unitId = shown.units[0]?.unitId ?? ''
    expect(codeOf(await visit(of, verificationId, unitId))).toBe('verification.notWitnessed')
    const sign = async (digest: string, caller = of.observer) =>
      caller.call(drawContract.witnessDraw, { params, body: { version: await now(caller), digest } })
    expect(codeOf(await sign('0'.repeat(64)))).toBe('verification.drawChanged')
    const signed = await sign(record?.digest ?? '')
    expect(signed.statusCode, signed.body).toBe(200)
    expect((await show(of.handler, verificationId)).draws[0]?.attested).toMatchObject({ means: 'password' })
    expect((await visit(of, verificationId, unitId)).statusCode).toBe(200)
    const kept = await of.observer.call(drawContract.drawRecord, {
      params: { verificationId, drawId: record?.id ?? '' },
    })
    expect(checkDrawRecord(kept.body, sha256)).toMatchObject({ ok: true, value: { attested: { proof: 'password' } } })
    const sheet = await of.observer.call(drawContract.drawPaper, {
      params: { verificationId, drawId: record?.id ?? '' },
      query: {},
    })
    const { text } = await openDocx(sheet.rawPayload)
    for (const party of frozen.scope.agreement?.parties ?? []) {
      expect(text).toMatch(new RegExp(`${party.name}（2025-01-10 23:58）：${party.digest}`))
    }
    expect(text).toContain('监督人（2025-01-11 00:01见证签字，内部审批确认（密码））')
    const changed = JSON.parse(kept.body) as { seedParts: { value: string }[] }
    if (changed.seedParts[1]) changed.seedParts[1].value = 'bbbb-2223'
    expect(checkDrawRecord(JSON.stringify(changed), sha256)).toMatchObject({
      error: { code: 'draw.commitment', params: { place: '2' } },
    })
    server.setNow('2025-01-10T10:00:00+08:00')
  })

  it('改用当场报数是写明理由的决定，未办理的人留名', async () => {
    const of = await world('替')
    const partyIds = [of.observer.personId, of.member.personId]
    const agreement = { partyIds, source: '上证指数收盘', publishedOn: '2025-01-20' }
    const { verificationId } = (await plan(of, { kind: 'random', size: 1, picks: [], by: 'group', agreement })).json<{
      verificationId: string
    }>()
    const fallBack = async (caller: Caller, reason: string) => {
      const { version } = await show(caller, verificationId)
      return caller.call(drawContract.fallBackSeed, { params: { verificationId }, body: { version, reason } })
    }
    expect((await fallBack(of.observer, '不便')).statusCode).toBe(403)
    expect((await fallBack(of.verificationLead, '组员临时调离')).statusCode).toBe(200)
    const shown = await show(of.handler, verificationId)
    expect(shown).toMatchObject({
      state: 'toDraw',
      scope: {
        agreement: {
          stands: false,
          fallback: { by: '核验组长', reason: '组员临时调离', missing: ['监督人', '核验组员'] },
        },
      },
    })
    const body = { version: shown.version, seedParts: [{ by: '骰子', value: '36' }], witnessId: of.observer.personId }
    const drawn = await of.handler.call(drawContract.drawSample, { params: { verificationId }, body })
    expect(drawn.statusCode, drawn.body).toBe(200)
    expect((await show(of.handler, verificationId)).draws[0]?.seed).toBe('36')
  })
})

describe('现场核验、意见与采纳', () => {
  it('从核验到办结：采纳的数据另成一版，该行另表重签，前后并列', async () => {
    const of = await world('戊')
    const { verificationId } = (await plan(of, { kind: 'full' })).json<{ verificationId: string }>()
    expect((await showSheet(of.handler, of.sheetId)).state).toBe('toVerify')
    expect(codeOf(await opine(of, verificationId, of.town))).toBe('verification.notVisited')
    for (const unitId of [of.town, of.transport]) {
      const reply = await visit(of, verificationId, unitId)
      expect(reply.statusCode, reply.body).toBe(200)
    }
    expect((await opine(of, verificationId, of.transport)).statusCode).toBe(200)
    const change = { datumId: of.townDatum, value: quantity('６'), reason: '2家不符合入统条件' }
    expect(codeOf(await opine(of, verificationId, of.town, [{ ...change, reason: '' }]))).toBe(
      'verification.reasonMissing',
    )
    expect((await opine(of, verificationId, of.town, [change])).statusCode).toBe(200)
    expect(codeOf(await finish(of, verificationId))).toBe('verification.unanswered')
    expect(codeOf(await answer(of, verificationId, of.town, { kind: 'decline', reason: '' }))).toBe(
      'verification.reasonMissing',
    )
    const adopted = await answer(of, verificationId, of.town, { kind: 'adopt' })
    expect(adopted.statusCode, adopted.body).toBe(200)
    expect(codeOf(await answer(of, verificationId, of.town, { kind: 'adopt' }))).toBe('verification.alreadyAnswered')

    const old = await showSheet(of.handler, of.sheetId)
    expect(old.rows.find((row) => row.unitId === of.town)?.fallen).toMatchObject({ cause: '采纳核验意见' })
    const moved = await of.observer.call(listObserved, { query: { kind: 'afterVisit' } })
    expect(moved.json<ReplyOf<typeof listObserved>>().rows.map(({ subjectId }) => subjectId)).toEqual([of.sheetId])
    const amendmentId = old.amendments[0]?.id as string
    const after = await showSheet(of.handler, amendmentId)
    expect(after.rows[0]).toMatchObject({ outcome: { points: '3' }, lost: '1' })
    expect(after.rows[0]?.figures[0]).toMatchObject({ value: '6', verified: true, reported: '8', closed: false })
    expect(codeOf(await finish(of, verificationId))).toBe('verification.unsigned')

    const town = (await show(of.handler, verificationId)).units.find(({ unitId }) => unitId === of.town)
    expect(town).toMatchObject({ pointsBefore: '4', pointsAfter: '3', signedAfter: false })
    expect(town?.data[0]).toMatchObject({ reported: '8', verified: '6' })

    const loaded = await server.db
      .selectFrom('datum')
      .selectAll()
      .where('id', '=', of.townDatum)
      .executeTakeFirstOrThrow()
    expect(loaded).toMatchObject({ state: 'verified', last_number: 2 })
    await server.db
      .updateTable('datum')
      .set({ state: 'closed', final_number: 2 })
      .where('id', '=', of.townDatum)
      .execute()
    await signThrough(of, amendmentId)
    const done = await finish(of, verificationId)
    expect(done.statusCode, done.body).toBe(200)
    expect((await showSheet(of.handler, of.sheetId)).state).toBe('verified')
    expect((await showSheet(of.handler, amendmentId)).state).toBe('verified')
    const rows = (await signedRows(server.db, of.planId)).filter((row) => row.leafKey === 'newFirms')
    expect(
      Object.fromEntries(
        rows.map(({ unitId, row }) => [unitId, row.outcome.status === 'scored' && row.outcome.points]),
      ),
    ).toEqual({ [of.transport]: '4', [of.town]: '3' })
    expect(await verificationClosed(server.db, of.planId)).toBe(false)
  })

  it('不采纳写明理由，得分和签字不变', async () => {
    const of = await world('己')
    const picks = [{ unitId: of.town, reason: '数据波动大' }]
    const { verificationId } = (await plan(of, { kind: 'key', picks })).json<{ verificationId: string }>()
    await visit(of, verificationId, of.town)
    const change = { datumId: of.townDatum, value: quantity('6'), reason: '2家不符' }
    await opine(of, verificationId, of.town, [change])
    expect((await answer(of, verificationId, of.town, { kind: 'decline', reason: '企业次月已补录' })).statusCode).toBe(
      200,
    )
    expect((await finish(of, verificationId)).statusCode).toBe(200)
    const sheet = await showSheet(of.handler, of.sheetId)
    expect(sheet).toMatchObject({ state: 'verified', amendments: [] })
    expect(sheet.signatures.every(({ state }) => state === 'standing')).toBe(true)
    const shown = await show(of.handler, verificationId)
    expect(shown.units[0]).toMatchObject({
      pointsBefore: '4',
      pointsAfter: '4',
      signedAfter: true,
      opinion: { answer: { kind: 'declined', reason: '企业次月已补录' } },
    })
  })

  it('核验须两人以上、与单位无利害关系、日期已到、表单为本次所印', async () => {
    const of = await world('庚')
    const picks = [{ unitId: of.town, reason: '抽中' }]
    const { verificationId } = (await plan(of, { kind: 'key', picks })).json<{ verificationId: string }>()
    const insider = await signedIn(server, [
      { kind: 'verifier', unitId: of.lead },
      { kind: 'unitReporter', unitId: of.town },
    ])
    const scanDigest = await upload(of.member)
    for (const [unitId, more, code] of [
      [of.transport, {}, 'verification.notPicked'],
      [of.town, { memberIds: [of.member.personId] }, 'verification.tooFewMembers'],
      [of.town, { memberIds: [of.member.personId, insider.personId] }, 'verification.interested'],
      [of.town, { visitedOn: '2025-02-01' }, 'verification.inFuture'],
      [of.town, { unitSide: { kind: 'declined', reason: '' } }, 'verification.reasonMissing'],
      [
        of.town,
        { unitSide: { kind: 'signed', scanDigest, checkCode: formCode(verificationId, of.transport) } },
        'signature.codeOutdated',
      ],
      [
        of.town,
        { unitSide: { kind: 'signed', scanDigest: 'b'.repeat(64), checkCode: formCode(verificationId, of.town) } },
        'upload.notFound',
      ],
    ] as const) {
      expect(codeOf(await visit(of, verificationId, unitId, more)), code).toBe(code)
    }
    const declined = { unitSide: { kind: 'declined', reason: '对记录有异议，拒签' } }
    expect((await visit(of, verificationId, of.town, declined)).statusCode).toBe(200)
    const { version } = await show(insider, verificationId)
    const params = { verificationId }
    const body = { version, unitId: of.town, changes: [] }
    expect(codeOf(await insider.call(contract.giveOpinion, { params, body }))).toBe('verification.interested')
    const stale = { ...body, version: 1 }
    expect(codeOf(await of.member.call(contract.giveOpinion, { params, body: stale }))).toBe('platform.stale')
    const form = await of.member.call(contract.visitForm, { params: { verificationId, unitId: of.town } })
    const visited = await show(of.member, verificationId)
    await figuresHeld('visitRecord', form.rawPayload, {
      from: [
        visited,
        await showSheet(of.handler, of.sheetId),
        await server.db.selectFrom('plan_version').select('content').where('plan_id', '=', of.planId).execute(),
      ],
    })
    const none = await of.member.call(contract.visitForm, { params: { verificationId, unitId: of.transport } })
    expect(none.statusCode).toBe(404)
  })

  it('提意见的人不能自己答复', async () => {
    const of = await world('辛')
    const both = await signedIn(server, [
      { kind: 'verifier', unitId: of.lead },
      { kind: 'handler', unitId: of.lead, sectionId: of.section },
    ])
    const { verificationId } = (await plan(of, { kind: 'full' })).json<{ verificationId: string }>()
    await visit(of, verificationId, of.town)
    const change = { datumId: of.townDatum, value: quantity('6'), reason: '2家不符' }
    await opine({ ...of, verificationLead: both }, verificationId, of.town, [change])
    expect(codeOf(await answer(of, verificationId, of.town, { kind: 'adopt' }, both))).toBe('verification.samePerson')
  })
})

describe('数据重新开放', () => {
  it('已签的行失效另签，签字人和原因都在；其余单位签字不动', async () => {
    const of = await world('壬')
    const datum = await server.db
      .selectFrom('datum')
      .selectAll()
      .where('id', '=', of.townDatum)
      .executeTakeFirstOrThrow()
    const reply = await of.head.call(reopenDatum, {
      params: { datumId: of.townDatum },
      body: { version: datum.version, reason: '统计部门更正' },
    })
    expect(reply.statusCode, reply.body).toBe(200)
    const old = await showSheet(of.handler, of.sheetId)
    expect(old).toMatchObject({ state: 'signed', units: 1 })
    expect(old.signatures.every(({ state }) => state === 'standing')).toBe(true)
    const amendment = await showSheet(of.handler, old.amendments[0]?.id ?? '')
    expect(amendment).toMatchObject({ state: 'toScore', fallCause: '数据重新开放：统计部门更正' })
    const act = await server.db
      .selectFrom('act')
      .select('changes')
      .where('action', '=', 'datum.reopen')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect(act.changes.map(({ noun }) => noun)).toEqual(['datum', 'sheet', 'sheet'])
  })
})

describe('留痕', () => {
  it('每一评分表、评分项、核验的现状都能还原出最后一次操作留下的摘要', async () => {
    const sheets = []
    const items = []
    const planIds = await server.db.selectFrom('plan').select('id').execute()
    for (const { id } of planIds) {
      sheets.push(...(await sheetsOfPlan(server.db, id)))
      items.push(...(await itemsOf(server.db, id)))
    }
    const verifications = await ofSheets(
      server.db,
      sheets.map(({ row }) => row.id),
    )
    const forms = new Map<string, { noun: string; form: object }>([
      ...sheets.map((one) => [one.row.id, { noun: 'sheet', form: canonicalSheet(one) }] as const),
      ...items.map((one) => [one.id, { noun: 'item', form: canonicalItem(one) }] as const),
      ...verifications.map((one) => [one.row.id, { noun: 'verification', form: canonicalVerification(one) }] as const),
    ])
    const acts = await server.db.selectFrom('act').select('changes').orderBy('seq').execute()
    const last = new Map(acts.flatMap(({ changes }) => changes.map((change) => [change.id, change] as const)))
    const saltKey = server.platform.installation.current()?.saltKey ?? Buffer.alloc(0)
    const wrong = [...forms].filter(
      ([id, { noun, form }]) => last.get(id)?.after !== changeDigest(saltOf(saltKey, noun, id), form),
    )
    expect(wrong).toEqual([])
    expect(verifications.length).toBeGreaterThan(5)
    expect(sheets.length).toBeGreaterThan(30)
  })

  it('一个对象的每次变更都接着上一次', async () => {
    const acts = await server.db.selectFrom('act').select('changes').orderBy('seq').execute()
    const known = new Map<string, string>()
    for (const { changes } of acts) {
      for (const { id, noun, before, after } of changes) {
        if (['sheet', 'item', 'verification'].includes(noun)) expect(before, noun).toBe(known.get(id) ?? null)
        known.set(id, after)
      }
    }
  })
})
