import * as own from '@quanheng/contract/own-result'
import type { PlanSettings } from '@quanheng/domain/plan/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { json } from '../../platform/database/database.ts'
import { signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { close, quantity } from '../scoring/testing/scoring-world.ts'
import type { ResultRow } from './tables.ts'
import { codeOf, done, type LockedWorld, lockedWorld } from './testing/result-world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

type Visibility = PlanSettings['visibility']['value']

/** A locked version whose plan opens results at this step, with a reporter of the town and one of the transport bureau. */
const world = async (tag: string, visibility: Visibility) => {
  const locked = await lockedWorld(server, tag, visibility)
  const { town, transport } = locked
  const reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: town }], '镇填报人')
  const neighbour = await signedIn(server, [{ kind: 'unitHead', unitId: transport }], '交通负责人')
  await server.db
    .updateTable('plan')
    .set({ named_unit_ids: [locked.lead, town, transport] })
    .where('id', 'in', [locked.planId, locked.year.planId])
    .execute()
  return { ...locked, reporter, neighbour }
}
type World = Awaited<ReturnType<typeof world>>

/** What the last step of the approval leaves behind; approval's own tests go the whole way. */
const issued = (of: Pick<LockedWorld, 'resultId'>, state: 'approved' | 'issued' = 'issued') =>
  server.db
    .updateTable('result')
    .set({ state, issue: json({ documentNumber: '云发改发〔2025〕9号', issuedOn: '2025-01-19' }) })
    .where('id', '=', of.resultId)
    .execute()

/** Another version with the lead unit's run; what these tests ask is its plan, its state and its day. */
const lockedAgain = async (
  of: World,
  differs: Partial<Pick<ResultRow, 'plan_id' | 'owner_unit_id' | 'purpose' | 'state' | 'frozen_at' | 'issue'>>,
) => {
  const row = await server.db.selectFrom('result').selectAll().where('id', '=', of.resultId).executeTakeFirstOrThrow()
  const again = { ...row, ...differs, id: crypto.randomUUID() }
  await server.db
    .insertInto('result')
    .values({ ...again, frozen_by: json(again.frozen_by), issue: json(again.issue), voiding: json(again.voiding) })
    .execute()
}

/** A locked version of the year that was issued, over nothing but the lead unit's run: only its state is asked here. */
const yearIssued = (of: World) =>
  lockedAgain(of, { plan_id: of.year.planId, owner_unit_id: of.office, purpose: 'totals' })

const later = new Date('2025-01-21T09:00:00+08:00')

const show = (caller: World['reporter'], planId: string, unitId: string) =>
  caller.call(own.showOwnResult, { params: { planId, unitId } })

/** Why the town has its points on new firms, as its reporter sees it. */
const whyOf = async (of: World) => {
  const { scores } = await done(of.reporter, own.showOwnResult, { params: { planId: of.planId, unitId: of.town } })
  const itemId = scores.find(({ leafKey }) => leafKey === 'newFirms')?.itemId ?? ''
  return done(of.reporter, own.whyOwnItem, { params: { itemId } })
}

describe('同组其他单位在图上的点', () => {
  it('只开放本单位得分的，图上没有别的单位', async () => {
    const of = await world('点甲', 'ownAfterReport')
    await issued(of)
    const why = await whyOf(of)
    expect(why.plot?.own).toBeDefined()
    expect(why.plot?.peers).toEqual([])
  })

  it('向全部单位公布的，图上有各单位公布的分；此后数据有变的不画', async () => {
    const of = await world('点乙', 'allAfterIssue')
    await issued(of)
    await yearIssued(of)
    const peers = (await whyOf(of)).plot?.peers ?? []
    expect(peers.map(({ unitName, y }) => [unitName, y])).toEqual(
      expect.arrayContaining([[expect.stringContaining('点乙'), '4']]),
    )
    const drawn = peers.length
    await close(server, of, 'newFirmCount', of.transport, quantity('2'))
    expect((await whyOf(of)).plot?.peers).toHaveLength(drawn - 1)
  })
})

describe('本单位得分何时可看', () => {
  it('锁定、审定都还不可看；报送后按方案开放，只有本单位的行', async () => {
    const of = await world('见甲', 'ownAfterReport')
    const rows = async () =>
      (await done(of.reporter, own.listOwnResults)).rows.filter(({ planId }) => planId === of.planId)
    expect(await rows()).toMatchObject([{ unitId: of.town, opens: 'ownAfterReport', open: false }])
    expect(codeOf(await show(of.reporter, of.planId, of.town))).toBe('ownResult.notOpen')
    await issued(of, 'approved')
    expect(codeOf(await show(of.reporter, of.planId, of.town))).toBe('ownResult.notOpen')
    await issued(of)
    expect((await rows())[0]?.open).toBe(true)
    const shown = await done(of.reporter, own.showOwnResult, { params: { planId: of.planId, unitId: of.town } })
    expect(shown).toMatchObject({
      runDigest: of.runDigest,
      issue: { documentNumber: '云发改发〔2025〕9号' },
      total: null,
    })
    expect(shown.scores.map(({ leafKey, points, lost }) => [leafKey, points, lost])).toEqual([
      ['growth', '5.40', '0.6'],
      ['newFirms', '2.50', '1.5'],
    ])
    expect(shown.scores.flatMap(({ others }) => others)).toEqual([])
    expect(JSON.stringify(shown)).not.toContain(of.transport)
  })

  it('别的单位的得分和计分过程一概不存在；评分单位的职务看不了这里', async () => {
    const of = await world('见乙', 'ownAfterReport')
    await issued(of)
    expect((await show(of.neighbour, of.planId, of.town)).statusCode).toBe(404)
    expect((await show(of.reporter, of.planId, of.transport)).statusCode).toBe(404)
    expect((await show(of.handler, of.planId, of.lead)).statusCode).toBe(403)
    const [mine] = (await done(of.reporter, own.showOwnResult, { params: { planId: of.planId, unitId: of.town } }))
      .scores
    const params = { itemId: mine?.itemId ?? '' }
    expect((await of.neighbour.call(own.whyOwnItem, { params })).statusCode).toBe(404)
    const why = await done(of.reporter, own.whyOwnItem, { params })
    expect(why).toMatchObject({ leafName: '服务业增加值增速', row: { unitId: of.town, lost: '0.6' } })
    expect(why.signatures.map(({ name }) => name)).toContain('经办甲')
    expect((await of.reporter.call(own.whyOwnItem, { params: { itemId: of.town } })).statusCode).toBe(404)
  })

  it('公布后评分表又有变动的，不透露未公布的新分', async () => {
    const of = await world('见丙', 'ownAfterReport')
    await issued(of)
    const params = { planId: of.planId, unitId: of.town }
    const [mine] = (await done(of.reporter, own.showOwnResult, { params })).scores
    await server.db
      .updateTable('sheet')
      .set({ state: 'toScore', signed_digest: null })
      .where('plan_id', '=', of.planId)
      .execute()
    const why = await of.reporter.call(own.whyOwnItem, { params: { itemId: mine?.itemId ?? '' } })
    expect(codeOf(why)).toBe('ownResult.moved')
    expect((await done(of.reporter, own.showOwnResult, { params })).scores[0]?.points).toBe(mine?.points)
  })

  it('方案定为结果印发后的，评分报告报送后仍不可看；作废的锁定版什么也不开放', async () => {
    const of = await world('见丁', 'ownAfterIssue')
    await issued(of)
    expect(codeOf(await show(of.reporter, of.planId, of.town))).toBe('ownResult.notOpen')
    await yearIssued(of)
    expect((await show(of.reporter, of.planId, of.town)).statusCode).toBe(200)
    const voiding = {
      by: { personId: of.carrier.personId, post: 'handler', unitId: of.lead },
      at: 'now',
      cause: '更正',
    }
    await server.db
      .updateTable('result')
      .set({ state: 'voided', issue: json(null), voiding: json(voiding) })
      .where('id', '=', of.resultId)
      .execute()
    expect(codeOf(await show(of.reporter, of.planId, of.town))).toBe('ownResult.notOpen')
  })

  it('印发后又锁定新版的，在新版印发前看的仍是已印发的一版', async () => {
    const of = await world('见己', 'ownAfterReport')
    await issued(of)
    await lockedAgain(of, { state: 'aggregated', frozen_at: later, issue: null })
    const params = { planId: of.planId, unitId: of.town }
    const shown = await done(of.reporter, own.showOwnResult, { params })
    expect(shown).toMatchObject({ open: true, issue: { documentNumber: '云发改发〔2025〕9号' } })
    expect((await done(of.reporter, own.listOwnResults)).rows.find(({ planId }) => planId === of.planId)?.open).toBe(
      true,
    )
    const corrected = { documentNumber: '云发改发〔2025〕12号', issuedOn: '2025-01-21' }
    await lockedAgain(of, { state: 'issued', frozen_at: new Date(later.getTime() + 1000), issue: corrected })
    expect((await done(of.reporter, own.showOwnResult, { params })).issue).toEqual(corrected)
  })

  it('年度结果印发后牵头单位又报新版的，在更正结果印发前看的仍是年度结果所依据的一版', async () => {
    const of = await world('见庚', 'ownAfterIssue')
    await issued(of)
    await yearIssued(of)
    const corrected = { documentNumber: '云发改发〔2025〕12号', issuedOn: '2025-01-21' }
    await lockedAgain(of, { state: 'issued', frozen_at: later, issue: corrected })
    const params = { planId: of.planId, unitId: of.town }
    const seen = async () => (await done(of.reporter, own.showOwnResult, { params })).issue?.documentNumber
    expect(await seen()).toBe('云发改发〔2025〕9号')
    const year = {
      plan_id: of.year.planId,
      owner_unit_id: of.office,
      purpose: 'totals',
      frozen_at: new Date(later.getTime() + 1000),
    } as const
    await lockedAgain(of, { ...year, state: 'aggregated', issue: null })
    expect(await seen()).toBe('云发改发〔2025〕9号')
    await lockedAgain(of, { ...year, frozen_at: new Date(later.getTime() + 2000), issue: corrected })
    expect(await seen()).toBe('云发改发〔2025〕12号')
  })

  it('方案定为全部公开的，各单位得分并列，过程仍只看本单位', async () => {
    const of = await world('见戊', 'allAfterIssue')
    await issued(of)
    expect(codeOf(await show(of.reporter, of.planId, of.town))).toBe('ownResult.notOpen')
    await yearIssued(of)
    const shown = await done(of.reporter, own.showOwnResult, { params: { planId: of.planId, unitId: of.town } })
    expect(shown.scores[0]?.others.map(({ points }) => points).toSorted()).toEqual(['4.80', '5.40', '6.00'])
    const other = await server.db
      .selectFrom('item')
      .select('id')
      .where('plan_id', '=', of.planId)
      .where('unit_id', '=', of.transport)
      .executeTakeFirstOrThrow()
    expect((await of.reporter.call(own.whyOwnItem, { params: { itemId: other.id } })).statusCode).toBe(404)
  })
})
