import * as contract from '@quanheng/contract/meeting'
import * as plans from '@quanheng/contract/plan'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { type PlanWorld, partsOf, planWorld } from '../plan/testing/plan-world.ts'
import { codeOf, done } from '../result/testing/result-world.ts'
import { onNow, recordBody } from './testing/meeting-world.ts'

let server: TestServer
let world: PlanWorld
let clerk: Caller
let second: Caller
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2024-01-10T10:00:00+08:00' })
  world = await planWorld(server)
  const { unitId } = await server.db
    .selectFrom('post')
    .select('unit_id as unitId')
    .where('person_id', '=', world.handler.personId)
    .executeTakeFirstOrThrow()
  clerk = await signedIn(
    server,
    [
      { kind: 'clerk', unitId },
      { kind: 'steeringHead', unitId },
    ],
    '文秘',
  )
  second = await signedIn(server, [{ kind: 'clerk', unitId }], '第二文秘')
})
afterAll(() => server.close())

const checkedPlan = async (title: string): Promise<string> => {
  const { id } = await done(world.handler, plans.beginPlan, {
    body: { kind: 'indicatorPlan', year: 2024, title, parentPlanId: null, copyFromPlanId: null },
  })
  const params = { planId: id }
  await done(world.handler, plans.editPlan, {
    params,
    body: { version: 1, parts: partsOf({ ...world.content(), title }) },
  })
  await done(world.handler, plans.checkPlan, { params, body: { version: 2 } })
  return id
}

/** A meeting with the plan on its agenda, with the head. */
const onAgenda = async (planId: string): Promise<string> => {
  const topic = { topicId: null, title: '审议方案', proposal: '', files: [], concernedUnitIds: [] }
  const matter = { kind: 'plan', matterId: planId }
  const agenda = { title: '第1次会议', plannedOn: null, time: '', place: '', topics: [{ ...topic, matter }] }
  const { meetingId } = await done(clerk, contract.beginMeeting, { body: { kind: 'steeringGroup', agenda } })
  await done(clerk, contract.proposeTopics, await onNow(clerk, meetingId))
  return meetingId
}

const decide = async (meetingId: string, outcome: string): Promise<void> => {
  const shown = await done(clerk, contract.showMeeting, { params: { meetingId } })
  const order = shown.agenda.map(({ topicId }) => ({ topicId, postponed: '' }))
  await done(clerk, contract.confirmTopics, await onNow(clerk, meetingId, { order, words: '', scanDigest: null }))
  const given = await recordBody(server, clerk, shown)
  const decisions = given.decisions.map((one) => ({ ...one, outcome }))
  const record = { ...given, heldOn: '2024-01-10', decisions }
  await done(clerk, contract.registerMeeting, await onNow(clerk, meetingId, { record }))
  await done(second, contract.confirmMeeting, await onNow(second, meetingId))
}

const issue = async (planId: string, number: string): Promise<string> => {
  const { version } = await done(world.handler, plans.showPlan, { params: { planId } })
  const body = { version, number, date: '2024-01-10' }
  const reply = await world.head.call(plans.issuePlan, { params: { planId }, body })
  return reply.statusCode === 200 ? 'issued' : codeOf(reply)
}

/** The draft opened again, one word changed, and checked again. */
const changed = async (planId: string): Promise<void> => {
  const at = async () => (await done(world.handler, plans.showPlan, { params: { planId } })).version
  const params = { planId }
  const parts = partsOf({ ...world.content(), title: '改过的方案' })
  await done(world.handler, plans.editPlan, { params, body: { version: await at(), parts } })
  await done(world.handler, plans.checkPlan, { params, body: { version: await at() } })
}

it('列入议题的方案，议定前不能印发；同意后只能印发会议同意的文本', async () => {
  const planId = await checkedPlan('甲方案')
  const meetingId = await onAgenda(planId)
  expect(await issue(planId, '云发改发〔2024〕2号')).toBe('plan.onAgenda')
  await decide(meetingId, 'agreed')
  await changed(planId)
  expect(await issue(planId, '云发改发〔2024〕2号')).toBe('plan.notAsAgreed')
})

it.each([
  ['agreed', 'issued'],
  ['refused', 'plan.refusedByMeeting'],
  ['deferred', 'issued'],
] as const)('会议结论为 %s 的方案：%s', async (outcome, expected) => {
  const planId = await checkedPlan(`方案${outcome}`)
  await decide(await onAgenda(planId), outcome)
  expect(await issue(planId, `云发改发〔2024〕${outcome.length + 10}号`)).toBe(expected)
})
