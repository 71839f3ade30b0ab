import { archiveFile, makeArchive } from '@quanheng/contract/archive'
import * as issuedPapers from '@quanheng/contract/issued-paper'
import * as books from '@quanheng/contract/number-book'
import * as contract from '@quanheng/contract/official-paper'
import * as totals from '@quanheng/contract/totals-decision'
import { suggestedRetention } from '@quanheng/domain/archive/model'
import { sealOrigin } from '@quanheng/papers/archive/model'
import { checkPaper } from '@quanheng/papers/conformity/check-paper'
import { checkOfd } from '@quanheng/papers/ofd/check-ofd'
import { partsOf } from '@quanheng/papers/testing/faulty'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json } from '../../../platform/database/database.ts'
import { verifierKeys } from '../../../platform/log/entries.ts'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../../platform/testing/test-server.ts'
import { lockedYear, logLiveRows } from '../../archive/testing/archive-world.ts'
import { ours, packedAgain, theirs, unpacked } from '../../archive/testing/both-verifiers.ts'
import { allRoutes } from '../../index.ts'
import { codeOf, done, upload } from '../../result/testing/result-world.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof lockedYear>>
let clerk: Caller
let bookId: string
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await lockedYear(server, '通')
  clerk = await signedIn(server, [{ kind: 'clerk', unitId: world.office }], '绩效办文秘')
  bookId = (await done(clerk, books.openBook, { body: { code: '云考办发', year: 2025 } })).bookId
})
afterAll(() => server.close())

type Kind = 'resultCircular' | 'planNotice'
const ofPlan = (officialKind: Kind = 'resultCircular') => ({ params: { planId: world.year.planId, officialKind } })
const shown = (caller: Caller = world.director, kind: Kind = 'resultCircular') =>
  done(caller, contract.showOfficialPaper, ofPlan(kind))

const standing = async (kind: Kind = 'resultCircular') => {
  const { paper } = await shown(world.director, kind)
  if (paper === null) throw new Error('a paper stands')
  return paper
}

const onNow = async (more: object = {}, kind: Kind = 'resultCircular') => {
  const { id, version } = await standing(kind)
  return { params: { officialPaperId: id }, body: { version, ...more } }
}

const worded = async (words: object, caller: Caller = world.director) =>
  caller.call(contract.editOfficialPaper, await onNow({ words }))

const issuing = async (caller: Caller, more: object = {}, kind: Kind = 'resultCircular') =>
  caller.call(
    contract.issueOfficialPaper,
    await onNow({ bookId, documentNumber: '', issuedOn: '2025-01-20', ...more }, kind),
  )

const messageOf = (reply: { readonly json: () => { error: { message: string; at?: string } } }) => reply.json().error

describe('考评结果通报', () => {
  it('before the decision only the director sees it; nobody begins it for another body', async () => {
    expect(codeOf(await world.staff.call(contract.showOfficialPaper, ofPlan()))).toBe('result.hidden')
    expect(codeOf(await world.outsider.call(contract.showOfficialPaper, ofPlan()))).toBe('platform.notFound')
    expect(codeOf(await world.outsider.call(contract.beginOfficialPaper, ofPlan()))).toBe('platform.notFound')
    const before = await shown()
    expect(before).toMatchObject({ paper: null, may: ['begin'], moved: null })
    expect(before.blocks.find(({ block }) => block === 'overview')?.text).toContain('{count.units}')
    expect(before.letter.title).toContain('2024年度绩效考评结果的通报')
  })

  it('begins with the proposed text, whose figures are fields', async () => {
    await done(world.director, contract.beginOfficialPaper, ofPlan())
    expect(codeOf(await world.director.call(contract.beginOfficialPaper, ofPlan()))).toBe('officialPaper.begun')
    const { paper, revisions, figures, letter } = await shown()
    expect(paper).toMatchObject({ state: 'draft', version: 1 })
    expect(revisions.map(({ number }) => number)).toEqual(revisions.map(() => 1))
    const units = figures.find(({ path }) => path === 'count.units')
    expect(letter.body).toContainEqual({
      kind: 'paragraph',
      text: expect.arrayContaining([{ path: 'count.units', text: units?.text }]),
    })
  })

  it('a figure typed over is refused with its place, an unknown field too; nothing is saved', async () => {
    const typed = await worded({ overview: '总体情况良好。\n共考评３１个单位，平均９２.５分。' })
    expect(typed.statusCode).toBe(422)
    expect(messageOf(typed)).toMatchObject({ at: 'body.words.overview' })
    expect(messageOf(typed).message).toContain('“总体情况”第2段的“31”')
    expect(messageOf(await worded({ overview: '共考评{count.nobody}个单位。' })).message).toContain('“count.nobody”')
    expect(codeOf(await worded({ opening: ' ' }))).toBe('officialPaper.textMissing')
    expect(codeOf(await worded({}))).toBe('officialPaper.unchanged')
    expect((await standing()).version).toBe(1)
  })

  it('prose is edited, each block says who wrote it, and one is put back', async () => {
    const text = '请于2025年2月10日前、收到通报后10个工作日内，按云政办发〔2024〕8号第三条整改。'
    expect((await worded({ requirements: text })).statusCode).toBe(200)
    const after = await shown()
    expect(after.revisions[0]).toMatchObject({ number: 2, block: 'requirements', text, by: '主任己', restored: false })
    expect(JSON.stringify(after.letter.body)).toContain(text)
    const stale = {
      params: { officialPaperId: after.paper?.id ?? '' },
      body: { version: 1, words: { opening: '另行' } },
    }
    expect(codeOf(await world.director.call(contract.editOfficialPaper, stale))).toBe('platform.stale')
    const first = after.blocks.find(({ block }) => block === 'requirements')?.proposed
    await done(world.director, contract.restoreOfficialBlock, await onNow({ block: 'requirements', revision: 1 }))
    const restored = await shown()
    expect(restored.blocks.find(({ block }) => block === 'requirements')?.text).toBe(first)
    expect(restored.revisions[0]).toMatchObject({ number: 3, restored: true })
  })

  it('does not go out before the meeting that the plan names has decided', async () => {
    const { id } = await standing()
    const check = await world.director.call(contract.checkOfficialPaper, { params: { officialPaperId: id } })
    expect(codeOf(check)).toBe('officialPaper.notDecided')
    expect(codeOf(await issuing(world.staff))).toBe('result.hidden')
    expect(codeOf(await issuing(clerk))).toBe('result.hidden')
    expect(codeOf(await issuing(world.director))).toBe('officialPaper.notDecided')
  })

  it('审定: one registers, another compares; the first cannot do both', async () => {
    const params = { resultId: world.totalsId }
    const scanDigest = await upload(server, world.staff, '会议纪要.pdf')
    const said = { body: '领导小组会议', decidedOn: '2025-01-19', text: '同意考评结果。', outcome: 'approved' } as const
    const foreign = await world.outsider.call(totals.recordTotalsDecision, { params, body: { ...said, scanDigest } })
    expect(codeOf(foreign)).toBe('platform.notFound')
    const future = { ...said, decidedOn: '2025-01-21', scanDigest }
    expect(codeOf(await world.staff.call(totals.recordTotalsDecision, { params, body: future }))).toBe(
      'decision.inFuture',
    )
    const { decisionId } = await done(world.staff, totals.recordTotalsDecision, {
      params,
      body: { ...said, scanDigest },
    })
    expect(codeOf(await world.staff.call(totals.recordTotalsDecision, { params, body: { ...said, scanDigest } }))).toBe(
      'decision.waiting',
    )
    const confirm = { params: { ...params, decisionId } }
    expect(codeOf(await world.staff.call(totals.confirmTotalsDecision, confirm))).toBe('decision.samePerson')
    expect(await done(world.colleague, totals.confirmTotalsDecision, confirm)).toEqual({ approved: true })
    const list = await done(world.staff, totals.listTotalsDecisions, { params })
    expect(list.meetings).toMatchObject([{ decision: { body: '领导小组会议', confirmedBy: { name: '绩效办辰' } } }])
    const opening = (await shown(world.staff)).blocks.find(({ block }) => block === 'opening')
    expect(opening?.proposed).toContain('经领导小组会议审定')
    expect((await world.staff.call(totals.totalsDecisionScan, confirm)).statusCode).toBe(200)
    expect(codeOf(await world.outsider.call(totals.listTotalsDecisions, { params }))).toBe('platform.notFound')
  })

  it('a source that moved keeps it back and is named; the writers look, then take it', async () => {
    const { id } = await standing()
    const row = await server.db.selectFrom('official_paper').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const seen = { ...row.source, figures: { ...row.source.figures, 'count.units': '99' } }
    await server.db
      .updateTable('official_paper')
      .set({ source: json(seen) })
      .where('id', '=', id)
      .execute()
    const reply = await issuing(world.staff)
    expect(codeOf(reply)).toBe('officialPaper.sourceMoved')
    expect(messageOf(reply).message).toContain(`99→${row.source.figures['count.units']}`)
    expect((await shown()).moved).toContain('99→')
    await done(world.director, contract.refreshOfficialPaper, await onNow())
    expect((await shown()).moved).toBeNull()
    expect(codeOf(await world.director.call(contract.refreshOfficialPaper, await onNow()))).toBe(
      'officialPaper.sourceSame',
    )
  })

  it('a fault of form keeps it back, with the demand and the place', async () => {
    await worded({ title: '关于2024年度绩效考评结果的说明' })
    const reply = await issuing(world.staff)
    expect(codeOf(reply)).toBe('officialPaper.formFaults')
    await done(world.director, contract.restoreOfficialBlock, await onNow({ block: 'title', revision: 1 }))
    const { id } = await standing()
    const check = await done(world.staff, contract.checkOfficialPaper, { params: { officialPaperId: id } })
    expect(check).toMatchObject({ faults: [], missing: [] })
    expect((await shown()).may).not.toContain('issue')
    expect((await shown(world.staff)).may).toContain('issue')
  })

  it('a character without a glyph is named before it goes out', async () => {
    await worded({ copies: '云岭市𠮷祥局' })
    const { id } = await standing()
    const check = await done(world.staff, contract.checkOfficialPaper, { params: { officialPaperId: id } })
    expect(check.missing).toEqual(['𠮷'])
    await worded({ copies: '市委办公室、市政府办公室' })
  })

  it('is issued by somebody else, with the next number: three files are kept, the totals are 已印发', async () => {
    expect(codeOf(await issuing(world.director))).toBe('officialPaper.samePerson')
    expect(codeOf(await issuing(world.staff, { issuedOn: '2025-01-21' }))).toBe('officialPaper.inFuture')
    expect(codeOf(await issuing(world.staff, { bookId: null, documentNumber: '云考办发(2025)1号' }))).toBe(
      'approval.numberMalformed',
    )
    const reply = await issuing(world.staff)
    expect(reply.statusCode, reply.body).toBe(200)
    expect(reply.json()).toMatchObject({ documentNumber: '云考办发〔2025〕1号' })
    const { issuedPaperId } = reply.json() as { issuedPaperId: string }
    const file = (format: 'docx' | 'pdf' | 'ofd') =>
      clerk.call(issuedPapers.paperFile, { params: { paperId: issuedPaperId }, query: { format } })
    const docx = await file('docx')
    expect(checkPaper(await partsOf(docx.rawPayload)).answers.filter(({ status }) => status === 'fail')).toEqual([])
    expect((await openDocx(docx.rawPayload)).text).toContain('云考办发〔2025〕1号')
    expect((await file('pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await checkOfd((await file('ofd')).rawPayload)).toEqual([])
    const result = await server.db
      .selectFrom('result')
      .select(['state', 'issue'])
      .where('id', '=', world.totalsId)
      .executeTakeFirstOrThrow()
    expect(result).toEqual({
      state: 'issued',
      issue: { documentNumber: '云考办发〔2025〕1号', issuedOn: '2025-01-20' },
    })
    const listed = await done(clerk, issuedPapers.listPapers, { query: {} })
    expect(listed.rows).toMatchObject([{ kind: 'resultCircular', approvalId: null, withdrawn: null }])
  })

  it('the year is archived with it, and is whole', async () => {
    await logLiveRows(server)
    const made = await world.director.call(makeArchive, { body: { year: 2024, retention: suggestedRetention } })
    expect(made.statusCode, made.body).toBe(200)
    const file = await world.director.call(archiveFile, { params: { archiveId: made.json().archiveId } })
    const keys = await verifierKeys(server.db)
    const [own, [other]] = [await ours(file.rawPayload, keys), await theirs([file.rawPayload], keys)]
    expect(own.ok).toBe(true)
    expect(other).toEqual(own)
    // Without the circular both miss it by its number.
    const contents = await unpacked(file.rawPayload)
    const path = [...contents.keys()].find((name) => name.startsWith('papers/')) ?? ''
    const less = new Map([...contents].filter(([name]) => name !== path))
    const { origin, size } = JSON.parse(Buffer.from(contents.get('manifest.json') ?? []).toString('utf8'))
    const bytes = await packedAgain(less, async (root) => {
      const sealed = await server.platform.sealer.attest({ origin: sealOrigin(origin), size, root })
      if (!sealed.ok) throw new Error(sealed.error.code)
      return sealed.value
    })
    const missed = await ours(bytes, keys)
    expect(missed).toMatchObject({ ok: false, code: 'archive.paper' })
    expect(await theirs([bytes], keys)).toEqual([missed])
  })

  it('is never changed again; its number cannot be burned beside it', async () => {
    expect(codeOf(await worded({ opening: '另行通报。' }))).toBe('officialPaper.notNow')
    expect(codeOf(await issuing(world.staff))).toBe('officialPaper.notNow')
    expect(codeOf(await world.director.call(contract.beginOfficialPaper, ofPlan()))).toBe('officialPaper.begun')
    const burn = { params: { bookId, number: '1' }, body: { reason: '用错' } } as const
    expect(codeOf(await clerk.call(books.burnNumber, burn as never))).toBe('numberBook.ofApproval')
  })

  it('is withdrawn in the open: the number is burned with the reason, a new one may be begun', async () => {
    await done(clerk, contract.withdrawOfficialPaper, await onNow({ reason: '附表有误' }))
    const listed = await done(clerk, issuedPapers.listPapers, { query: {} })
    expect(listed.rows).toMatchObject([{ documentNumber: '云考办发〔2025〕1号', withdrawn: '附表有误' }])
    const numbers = await done(clerk, books.listNumbers, { query: {} })
    expect(numbers.rows).toMatchObject([{ number: 1, state: 'burned', reason: '附表有误' }])
    await done(world.director, contract.beginOfficialPaper, ofPlan())
    expect(await shown()).toMatchObject({ paper: { state: 'draft' }, earlier: [{ withdrawn: '附表有误' }] })
  })

  it('two papers at once get two numbers, or the second is told to take the next', async () => {
    await done(world.director, contract.beginOfficialPaper, ofPlan('planNotice'))
    const ways = await Promise.all([
      issuing(world.staff),
      issuing(clerk, { bookId: null, documentNumber: '云发改发〔2024〕1号' }, 'planNotice'),
    ])
    expect(ways.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(ways[0]?.json().documentNumber).toBe('云考办发〔2025〕2号')
  })
})

describe('印发方案的通知', () => {
  it('carries the number that the plan version went out under', async () => {
    const { givenNumber, paper } = await shown(clerk, 'planNotice')
    expect(givenNumber).toBe('云发改发〔2024〕1号')
    expect(paper).toMatchObject({ state: 'issued', documentNumber: '云发改发〔2024〕1号' })
  })
})
