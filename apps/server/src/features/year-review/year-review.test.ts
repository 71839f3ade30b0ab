import * as plans from '@quanheng/contract/plan'
import { listNotifications, listTasks } from '@quanheng/contract/workbench'
import * as contract from '@quanheng/contract/year-review'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done, type ResultWorld, resultWorld } from '../result/testing/result-world.ts'

let server: TestServer
let world: ResultWorld
let reporter: Caller
let townHead: Caller
let head: Caller
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await resultWorld(server, '盘')
  const { lead, transport, town, office } = world
  // As issuing names them.
  await server.db
    .updateTable('plan')
    .set({ named_unit_ids: [office, lead, transport, town] })
    .where('id', '=', world.year.planId)
    .execute()
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: transport }], '填报人')
  townHead = await signedIn(server, [{ kind: 'unitHead', unitId: town }], '镇负责人')
  head = await signedIn(server, [{ kind: 'steeringHead', unitId: office }], '组长')
})
afterAll(() => server.close())

const at = (reviewId: string) => ({ params: { reviewId } })
const show = (caller: Caller, id: string) => done(caller, contract.showReview, at(id))
const now = async (caller: Caller, id: string, more: object = {}) => ({
  ...at(id),
  body: { version: (await show(caller, id)).version, ...more },
})
const refusal = async (caller: Caller, route: Parameters<Caller['call']>[0], input: object): Promise<string> => {
  const reply = await caller.call(route, input as never)
  return reply.statusCode === 200 ? 'done' : codeOf(reply)
}
const entry = (unitId: string, more: object = {}) => ({
  unitId,
  kind: 'practice',
  nodeKey: '',
  text: '专班推进，按月会商',
  wanted: '',
  ...more,
})
const bring = (caller: Caller, id: string, body: object) => refusal(caller, contract.contribute, { ...at(id), body })

describe('年度总结复盘', () => {
  it('发起 → 各单位和科室提出 → 逐条登记 → 撰写 → 审定 → 采纳的改进建议列入下年方案', async () => {
    const { rows } = await done(world.staff, contract.reviewPlans, {})
    expect(rows).toMatchObject([{ planId: world.year.planId, year: 2024 }])
    const body = { planId: world.year.planId, asks: '请总结经验、查找问题', until: '2025-01-25' }
    expect(await refusal(world.clerk, contract.beginReview, { body })).toBe('platform.notFound')
    const { reviewId: id } = await done(world.staff, contract.beginReview, { body })
    expect(await refusal(world.staff, contract.beginReview, { body })).toBe('yearReview.underWay')
    expect((await done(reporter, listNotifications, {})).rows.map(({ code }) => code)).toContain(
      'notification.reviewOpened',
    )

    expect(await bring(reporter, id, entry(world.transport))).toBe('done')
    const change = { kind: 'change', nodeKey: 'roads', text: '档次过密', wanted: '分三档计分' }
    expect(await bring(world.handler, id, entry(world.lead, change))).toBe('done')
    expect(await bring(townHead, id, entry(world.town, { kind: 'problem', text: '报表过多' }))).toBe('done')
    expect(await bring(townHead, id, entry(world.transport))).toBe('platform.notFound')
    expect((await show(reporter, id)).lines.map(({ unitName }) => unitName)).toEqual(['云岭市交通运输局盘'])
    expect((await show(world.staff, id)).lines).toHaveLength(3)

    const own = (await show(townHead, id)).lines[0]
    const taking = { params: { reviewId: id, entryId: own?.id ?? '' }, body: {} }
    expect(await refusal(reporter, contract.dropEntry, taking)).toBe('yearReview.entryUnknown')
    expect(await refusal(townHead, contract.dropEntry, taking)).toBe('done')

    server.setNow('2025-01-20T10:01:00+08:00')
    await done(world.staff, contract.closeReview, await now(world.staff, id))
    expect(await bring(reporter, id, entry(world.transport))).toBe('yearReview.notNow')
    const lines = (await show(world.staff, id)).lines
    const answers = lines.map((line) => ({ entryId: line.id, outcome: 'accepted', reason: '' }))
    const declined = [{ ...answers[0], outcome: 'declined' }]
    expect(await refusal(world.staff, contract.answerEntries, await now(world.staff, id, { answers: declined }))).toBe(
      'yearReview.reasonMissing',
    )
    expect(await refusal(world.staff, contract.proposeReview, await now(world.staff, id))).toBe('yearReview.unanswered')
    await done(world.staff, contract.answerEntries, await now(world.staff, id, { answers } as never))
    await done(
      world.staff,
      contract.summariseReview,
      await now(world.staff, id, { summary: '一、总体情况\n进展良好。' } as never),
    )
    await done(world.staff, contract.proposeReview, await now(world.staff, id))
    expect((await show(reporter, id)).summary).toBe('')
    expect((await done(head, listTasks, {})).rows.filter(({ noun }) => noun === 'yearReview')).toMatchObject([
      { verb: 'take' },
    ])
    const agreed = { words: '同意', on: '2025-01-20', scanDigest: null }
    expect(await refusal(world.staff, contract.takeReview, await now(world.staff, id, agreed))).toBe(
      'yearReview.scanMissing',
    )
    await done(head, contract.takeReview, (await now(head, id, agreed)) as never)
    expect((await show(townHead, id)).lines.map(({ kind }) => kind)).toEqual(['practice', 'change'])

    const paper = await world.staff.call(contract.reviewPaper, at(id))
    const text = (await openDocx(paper.rawPayload)).text.replaceAll(/\s/g, '')
    expect(text).toMatch(/^.*领导小组办公室文件.*领导小组：一、总体情况/s)
    for (const said of ['进展良好', '经验做法', '专班推进', '分三档计分', '采纳和部分采纳2条'])
      expect(text).toContain(said)
    await figuresHeld('yearReviewReport', paper.rawPayload, {
      from: [
        await server.db.selectFrom('year_review').selectAll().where('id', '=', id).execute(),
        '共收到2个单位的2条意见，采纳和部分采纳2条',
      ],
    })
    expect((await reporter.call(contract.reviewPaper, at(id))).statusCode).toBe(404)
    const table = await reporter.call(contract.exportReviewEntries, { ...at(id), query: { format: 'csv' } } as never)
    expect(table.body).toContain('专班推进')

    const title = '2025年度绩效考评方案盘'
    const { id: nextId } = await done(world.staff, plans.beginPlan, {
      body: { kind: 'appraisalPlan', year: 2025, title, parentPlanId: null, copyFromPlanId: world.year.planId },
    })
    const { drafts } = await show(world.staff, id)
    expect(drafts).toMatchObject([{ planId: nextId, year: 2025, title }])
    const compared = await done(world.staff, contract.compareWithReviewed, {
      ...at(id),
      query: { planId: nextId },
    } as never)
    expect(compared.changes.map(({ part }) => part)).toContain('year')
    const into = { planId: nextId, planVersion: drafts[0]?.version }
    await done(world.staff, contract.carryReview, (await now(world.staff, id, into)) as never)
    const draft = await done(world.staff, plans.showPlan, { params: { planId: nextId } })
    expect(draft.findings.filter(({ code }) => code === 'review.changeWanted')).toMatchObject([
      {
        severity: 'note',
        params: { reviewId: id, unit: '云岭市发展改革委盘', name: '道路建设', wanted: '分三档计分' },
      },
    ])
    const again = { planId: nextId, planVersion: draft.version }
    expect(await refusal(world.staff, contract.carryReview, await now(world.staff, id, again))).toBe(
      'yearReview.carriedAlready',
    )
    expect((await show(townHead, id)).carried).toMatchObject([{ planId: nextId, title }])
  })

  it('撤销须写理由，此后可以重新发起；截止日期不能早于今日', async () => {
    const { rows } = await done(world.staff, contract.listReviews, {})
    expect(rows).toMatchObject([{ year: 2024, state: 'taken', entries: 2, units: 2 }])
    await server.db.updateTable('year_review').set({ state: 'cancelled' }).execute()
    const body = { planId: world.year.planId, asks: '', until: '2025-01-19' }
    expect(await refusal(world.staff, contract.beginReview, { body })).toBe('yearReview.untilPast')
    const { reviewId } = await done(world.staff, contract.beginReview, { body: { ...body, until: '2025-01-31' } })
    expect(
      await refusal(world.staff, contract.cancelReview, await now(world.staff, reviewId, { reason: ' ' })),
    ).not.toBe('done')
    await done(
      world.staff,
      contract.cancelReview,
      (await now(world.staff, reviewId, { reason: '并入专项总结' })) as never,
    )
    expect((await done(world.staff, contract.reviewPlans, {})).rows).toHaveLength(1)
  })
})
