import * as contract from '@quanheng/contract/credit'
import * as register from '@quanheng/contract/credit-register'
import { computeRun, freezeResult, showResults, showTotals } from '@quanheng/contract/result'
import { showRobustness } from '@quanheng/contract/robustness'
import { showSimulation } from '@quanheng/contract/simulation'
import { listTasks } from '@quanheng/contract/workbench'
import { yearPaperFile } from '@quanheng/contract/year-paper'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { registerReports } from '../result/testing/registered-reports.ts'
import { codeOf, done, upload } from '../result/testing/result-world.ts'
import {
  aClaimBody,
  aDecision,
  type CreditWorld,
  claimed,
  creditWorld,
  decidedOn,
  proposed,
  publicised,
  refOf,
  step,
} from './testing/credit-world.ts'

let server: TestServer
let world: CreditWorld

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await creditWorld(server, '甲')
})
afterAll(() => server.close())

const shown = (caller: Caller, creditId: string) => done(caller, contract.showCredit, { params: { creditId } })
const listed = async (caller: Caller, query: Record<string, string> = {}) =>
  (await done(caller, contract.listCredits, { query })).rows.map(({ id }) => id)
const agree = { verdict: 'agree', points: '2', reason: '' }
const review = { verdict: 'agree', points: '1.5', reason: '', matterOf: null }

describe('加分从申报到审定', () => {
  it('申报后只有本单位、初审单位和考评办看得到；初审、联审分由两处办理', async () => {
    const id = await claimed(server, world)
    expect(await shown(world.reporter, id)).toMatchObject({ state: 'claimed', claimed: '2', may: ['withdraw'] })
    expect(await listed(world.rival)).toEqual([])
    expect((await world.rival.call(contract.showCredit, { params: { creditId: id } })).statusCode).toBe(404)
    expect((await done(world.handler, listTasks, { query: { noun: 'credit' } })).rows).toMatchObject([
      { verb: 'firstReview', link: `/adjustments/${id}` },
    ])
    expect(codeOf(await step(world.staff, contract.firstReviewCredit, id, agree))).toBe('credit.otherUnit')
    expect((await step(world.handler, contract.firstReviewCredit, id, agree)).statusCode).toBe(200)
    expect((await step(world.staff, contract.reviewCredit, id, review)).statusCode).toBe(200)
    expect(await shown(world.reporter, id)).toMatchObject({ state: 'recognised', recognised: '1.5' })
  })

  it('公示后各被考评单位可见、可提异议，看不到材料和意见；异议未答复不能审定', async () => {
    const id = await claimed(server, world)
    await step(world.handler, contract.firstReviewCredit, id, agree)
    await step(world.staff, contract.reviewCredit, id, review)
    const body = { entries: [await refOf(world.staff, id)], from: '2025-01-20', until: '2025-01-27' }
    await done(world.staff, contract.showCreditsPublicly, { body })
    expect(await shown(world.rival, id)).toMatchObject({
      state: 'shown',
      files: [],
      firstReviewed: null,
      may: ['object'],
    })
    const file = (await shown(world.reporter, id)).files[0]?.digest ?? ''
    const params = { creditId: id, fileDigest: file }
    expect((await world.reporter.call(contract.creditFile, { params })).statusCode).toBe(200)
    expect((await world.rival.call(contract.creditFile, { params })).statusCode).toBe(404)
    expect((await step(world.rival, contract.objectToCredit, id, { words: '系我局牵头创建' })).statusCode).toBe(200)
    const [objection] = (await shown(world.staff, id)).objections
    const decision = await aDecision(server, world.staff)
    const early = { entries: [await refOf(world.staff, id)], agreed: true, decision }
    expect(codeOf(await world.staff.call(contract.registerCreditDecision, { body: early }))).toBe('credit.stillShown')
    const answer = { objectionId: objection?.id, upheld: true, reason: '属实，重新核定' }
    expect((await step(world.staff, contract.answerCreditObjection, id, answer)).statusCode).toBe(200)
    expect(await shown(world.staff, id)).toMatchObject({ state: 'toReview', shown: null })
  })

  it('登记与复核为两人；批量办理一条不成，全部不办', async () => {
    const [first, second] = [await claimed(server, world), await claimed(server, world)]
    for (const id of [first, second]) {
      await step(world.handler, contract.firstReviewCredit, id, agree)
      await step(world.staff, contract.reviewCredit, id, review)
    }
    await publicised(server, world, first)
    const decision = await aDecision(server, world.staff)
    const entries = [await refOf(world.staff, first), await refOf(world.staff, second)]
    const body = { entries, agreed: true, decision }
    expect(codeOf(await world.staff.call(contract.registerCreditDecision, { body }))).toBe('credit.notShown')
    expect((await shown(world.staff, first)).state).toBe('shown')
    const alone = { ...body, entries: [await refOf(world.staff, first)] }
    await done(world.staff, contract.registerCreditDecision, { body: alone })
    const again = { body: { entries: [await refOf(world.staff, first)] } }
    expect(codeOf(await world.staff.call(contract.confirmCreditDecision, again))).toBe('credit.samePerson')
    await done(world.director, contract.confirmCreditDecision, again)
    expect(await shown(world.rival, first)).toMatchObject({
      state: 'decided',
      decision: { number: '云考评纪〔2025〕1号' },
    })
  })

  it('材料须是本人上传的；别的单位、无关职务、过时页面都办不成', async () => {
    const claim = await aClaimBody(server, world.rival)
    const body = { planId: world.yearId, unitId: world.town, reviewUnitId: world.lead, claim }
    expect(codeOf(await world.reporter.call(contract.claimBonus, { body }))).toBe('upload.notFound')
    expect(codeOf(await world.rival.call(contract.claimBonus, { body }))).toBe('credit.otherUnit')
    const bad = { ...(await aClaimBody(server, world.reporter)), points: '两分' }
    const typed = await world.reporter.call(contract.claimBonus, { body: { ...body, claim: bad } })
    expect(typed.json()).toMatchObject({ error: { code: 'quantity.notANumber', at: 'body.claim.points' } })
    const id = await claimed(server, world)
    const stale = await world.reporter.call(contract.withdrawCredit, {
      params: { creditId: id },
      body: { version: 9, reason: '误报' },
    })
    expect(codeOf(stale)).toBe('platform.stale')
    const admin = await signedIn(server, [{ kind: 'systemAdmin', unitId: world.office }])
    expect((await admin.call(contract.listCredits, { query: {} })).statusCode).toBe(403)
    expect((await step(world.reporter, contract.withdrawCredit, id, { reason: '误报' })).statusCode).toBe(200)
  })

  it('领导批示、通报的附件不作加分依据', async () => {
    const sha256 = await upload(server, world.reporter, '批示件.pdf')
    const claim = await aClaimBody(server, world.reporter, { files: [{ digest: sha256, name: '批示件.pdf' }] })
    await server.db
      .insertInto('unscored_file')
      .values({ sha256, name: '批示件.pdf', title: '传达批示的通知' })
      .execute()
    const body = { planId: world.yearId, unitId: world.town, reviewUnitId: world.lead, claim }
    const reply = await world.reporter.call(contract.claimBonus, { body })
    expect(reply.json()).toMatchObject({ error: { code: 'circular.fileNoProof', at: 'body.claim.files' } })
  })

  it('退回补充后再报', async () => {
    const id = await claimed(server, world)
    const back = { verdict: 'return', points: '', reason: '缺批准文件' }
    await step(world.handler, contract.firstReviewCredit, id, back)
    const claim = await aClaimBody(server, world.reporter, { points: '1' })
    expect((await step(world.reporter, contract.resubmitCredit, id, { claim })).statusCode).toBe(200)
    const { state, steps, claimed: points } = await shown(world.reporter, id)
    expect([state, points, steps.map(({ words }) => words)]).toEqual(['claimed', '1', ['', '缺批准文件', '']])
    await step(world.reporter, contract.withdrawCredit, id, { reason: '不再申报' })
  })
})

describe('扣分与否决', () => {
  it('受理前单位看不到；告知后陈述，期满前不能径行联审', async () => {
    const id = await proposed(server, world, 'deduction')
    expect((await world.reporter.call(contract.showCredit, { params: { creditId: id } })).statusCode).toBe(404)
    const told = { accepted: true, until: '2025-01-24', reason: '' }
    expect((await step(world.staff, contract.acceptCredit, id, told)).statusCode).toBe(200)
    expect(codeOf(await step(world.staff, contract.reviewCredit, id, review))).toBe('credit.stillStating')
    const files = [{ digest: await upload(server, world.reporter, '说明.pdf'), name: '说明.pdf' }]
    const words = '该事项系外单位所致'
    expect((await step(world.reporter, contract.giveStatement, id, { words, files })).statusCode).toBe(200)
    expect((await shown(world.staff, id)).statement).toMatchObject({ words, files })
    const refused = { verdict: 'refuse', points: '', reason: '陈述属实', matterOf: null }
    expect((await step(world.staff, contract.reviewCredit, id, refused)).statusCode).toBe(200)
    expect((await shown(world.reporter, id)).state).toBe('refused')
  })
})

describe('计入年度汇总', () => {
  const totals = async (own: CreditWorld) => {
    const params = { planId: own.yearId }
    const before = await done(own.director, showResults, { params })
    const { runDigest } = await done(own.director, computeRun, { params })
    const { resultId } = await done(own.director, freezeResult, { params, body: { runDigest } })
    const { groups, unregistered } = await done(own.director, showTotals, { params: { resultId } })
    const row = groups.flatMap(({ rows }) => rows).find(({ unitId }) => unitId === own.town)
    await restsOnTheSame(own, resultId)
    return { before: before.unregistered, unregistered, row, resultId }
  }

  /** 等次稳健性 and 模拟测算 stand on the same totals, places and grades as the locked version itself. */
  const restsOnTheSame = async (own: CreditWorld, resultId: string) => {
    const ranked = (await done(own.director, showTotals, { params: { resultId } })).groups.flatMap(({ rows }) => rows)
    const { groups } = await done(own.director, showRobustness, { params: { resultId } })
    for (const { unitId, total, rank, grade } of groups.flatMap(({ rows }) => rows)) {
      const same = ranked.find((one) => one.unitId === unitId)
      expect([total, rank]).toEqual([same?.total, same?.rank])
      expect(grade).toBe(Number(total) >= 7 ? '优秀' : '一般')
    }
    await server.db.updateTable('plan').set({ state: 'draft', number: 2 }).where('id', '=', own.yearId).execute()
    const params = { planId: own.yearId, resultId }
    const { units, leftOut } = await done(own.director, showSimulation, { params })
    await server.db.updateTable('plan').set({ state: 'issued', number: 1 }).where('id', '=', own.yearId).execute()
    expect(leftOut).toEqual([])
    for (const { unitId, total, rank } of units) {
      const same = ranked.find((one) => one.unitId === unitId)
      expect([total, rank.to]).toEqual([{ from: same?.total, to: same?.total }, same?.rank])
    }
  }

  it('审定的加分计入总分，否决不参加排名；关账前写明未登记完，关账后不写；锁定后再变动，锁定版失效', async () => {
    const own = await creditWorld(server, '乙')
    await registerReports(server, own)
    const bonus = await claimed(server, own)
    await step(own.handler, contract.firstReviewCredit, bonus, agree)
    await step(own.staff, contract.reviewCredit, bonus, review)
    await publicised(server, own, bonus)
    await decidedOn(server, own, bonus)
    const open = await totals(own)
    expect(open.unregistered).toEqual(['credits', 'veto'])
    const bare = Number(open.row?.raw)
    expect(Number(open.row?.total)).toBeCloseTo(bare + 1.5, 9)

    const veto = await proposed(server, own, 'veto')
    const year = async () =>
      (await done(own.director, register.creditYears)).rows.find(({ planId }) => planId === own.yearId)
    const params = { planId: own.yearId }
    const version = async () => (await year())?.register.version ?? 0
    const early = { params, body: { version: await version() } }
    expect(codeOf(await own.director.call(register.closeCreditRegister, early))).toBe('credit.entriesOpen')
    await step(own.staff, contract.acceptCredit, veto, { accepted: true, until: '2025-01-24', reason: '' })
    await step(own.reporter, contract.giveStatement, veto, { words: '', files: [] })
    await step(own.staff, contract.reviewCredit, veto, { ...review, points: '' })
    await publicised(server, own, veto)
    await decidedOn(server, own, veto)
    const fallen = await server.db.selectFrom('result').select('state').where('id', '=', open.resultId).execute()
    expect(fallen).toEqual([{ state: 'voided' }])

    const asked = [{ unitId: own.transport, due: '2025-01-31' }]
    await done(own.director, register.askForCredits, { params, body: { version: await version(), asked } })
    const silent = { params, body: { version: await version() } }
    expect(codeOf(await own.director.call(register.closeCreditRegister, silent))).toBe('credit.bodiesSilent')
    await done(own.outsider, register.reportZero, { params, body: { version: await version() } })
    await done(own.director, register.closeCreditRegister, { params, body: { version: await version() } })
    expect((await year())?.register).toMatchObject({ state: 'closed', open: 0, decided: 2 })

    const closed = await totals(own)
    expect([closed.before, closed.unregistered]).toEqual([[], []])
    expect(closed.row).toMatchObject({ rank: null })

    const late = await own.reporter.call(contract.claimBonus, {
      body: {
        planId: own.yearId,
        unitId: own.town,
        reviewUnitId: own.lead,
        claim: await aClaimBody(server, own.reporter),
      },
    })
    expect(codeOf(late)).toBe('credit.registerClosed')
    const body = { version: await version(), reason: '省级通报迟到' }
    await done(own.director, register.reopenCreditRegister, { params, body })
    const again = await server.db.selectFrom('result').select('state').where('id', '=', closed.resultId).execute()
    expect(again).toEqual([{ state: 'voided' }])
  })

  it('关账等正在办的一件办完；办完后未结的，不能关账', async () => {
    const own = await creditWorld(server, '丁')
    const id = await claimed(server, own)
    await step(own.reporter, contract.withdrawCredit, id, { reason: '误报' })
    const closing = await server.db.transaction().execute(async (tx) => {
      await tx.selectFrom('plan').select('id').where('id', '=', own.yearId).forShare().execute()
      await tx.updateTable('credit').set({ state: 'claimed' }).where('id', '=', id).execute()
      const params = { planId: own.yearId }
      const asked = own.director.call(register.closeCreditRegister, { params, body: { version: 0 } })
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { asked }
    })
    expect(codeOf(await closing.asked)).toBe('credit.entriesOpen')
  })

  it('否决由决定解除，复核之前仍然有效', async () => {
    const own = await creditWorld(server, '丙')
    const veto = await proposed(server, own, 'veto')
    await step(own.staff, contract.acceptCredit, veto, { accepted: true, until: '2025-01-24', reason: '' })
    await step(own.reporter, contract.giveStatement, veto, { words: '', files: [] })
    await step(own.staff, contract.reviewCredit, veto, { ...review, points: '' })
    await publicised(server, own, veto)
    await decidedOn(server, own, veto)
    expect(
      (await step(own.staff, contract.liftCredit, veto, { decision: await aDecision(server, own.staff) })).statusCode,
    ).toBe(200)
    expect(await shown(own.director, veto)).toMatchObject({ state: 'toConfirm', pending: { effect: 'lift' } })
    await done(own.director, contract.confirmCreditDecision, { body: { entries: [await refOf(own.director, veto)] } })
    expect((await shown(own.director, veto)).state).toBe('lifted')
  })
})

it('加减分审核表逐件列出各环节分值，校验码在每页', async () => {
  const params = { planId: world.yearId, paperKind: 'creditReview' as const }
  const reply = await world.director.call(yearPaperFile, { params, query: {} })
  expect(reply.statusCode, reply.body.slice(0, 200)).toBe(200)
  const { text, parts } = await openDocx(reply.rawPayload)
  const words = text.replaceAll('\n', '')
  for (const said of [
    '加减分审核表',
    '国家平安办《关于表彰先进单位的决定》（国平发〔2024〕9号）',
    '被省政府通报',
    '不予认定',
  ]) {
    expect(words).toContain(said)
  }
  expect([...parts].some(([path, xml]) => path.startsWith('word/footer') && xml.includes('校验码'))).toBe(true)
  const entries = await server.db.selectFrom('credit').selectAll().where('plan_id', '=', world.yearId).execute()
  const counted = entries.filter(({ state }) => state !== 'withdrawn')
  const names = new Map(
    (await server.db.selectFrom('unit').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  )
  await figuresHeld('creditReview', reply.rawPayload, {
    rows: counted.map(({ unit_id, claim, standing, kind }) => [
      names.get(unit_id),
      claim.matter,
      claim.proof.title,
      claim.proof.number,
      ...(kind === 'veto' ? [] : [claim.points, standing.firstReview?.points, standing.review?.points]),
    ]),
    from: [
      `${counted.length}件`,
      await server.db.selectFrom('plan_version').select('content').where('plan_id', '=', world.yearId).execute(),
    ],
  })
  const none = await world.director.call(yearPaperFile, { params: { ...params, planId: world.planId }, query: {} })
  expect(none.statusCode).toBeGreaterThanOrEqual(400)
})

it('台账可按类型、状态、事项筛选，可导出', async () => {
  const all = await listed(world.staff, { planId: world.yearId })
  expect(all.length).toBeGreaterThan(3)
  expect(await listed(world.staff, { planId: world.yearId, kind: 'deduction' })).toHaveLength(1)
  expect(await listed(world.staff, { planId: world.yearId, q: '不存在的事项' })).toEqual([])
  const xlsx = await world.staff.call(contract.exportCredits, { query: { planId: world.yearId } })
  expect([xlsx.statusCode, xlsx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})
