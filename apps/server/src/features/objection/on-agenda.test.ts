import * as meetings from '@quanheng/contract/meeting'
import * as contract from '@quanheng/contract/objection'
import { listNotifications } from '@quanheng/contract/workbench'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { onNow as meetingNow, recordBody } from '../meeting/testing/meeting-world.ts'
import { codeOf, done } from '../result/testing/result-world.ts'
import { type ObjectionWorld, objectionWorld, onNow, scoredAgain, shown } from './testing/objection-world.ts'

let server: TestServer
let world: ObjectionWorld
let clerk: Caller
let second: Caller
let id: string
let meetingId: string
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

/** An objection that was scored again, on the agenda of a meeting. @returns its title there */
const onAgenda = async (tag: string): Promise<string> => {
  world = await objectionWorld(server, tag, { workingDays: 5 })
  id = await scoredAgain(world)
  const unitId = world.office
  clerk = await signedIn(
    server,
    (['clerk', 'steeringHead'] as const).map((kind) => ({ kind, unitId })),
    '文秘',
  )
  second = await signedIn(server, [{ kind: 'clerk', unitId }], '第二文秘')
  const { rows } = await done(clerk, meetings.listMatters, {})
  const matter = rows.find(({ matterId }) => matterId === id)
  const topic = { topicId: null, title: '审议异议复核', proposal: '', files: [], concernedUnitIds: [] }
  const topics = [{ ...topic, matter: { kind: 'objection', matterId: id } }]
  const agenda = { title: '2025年第1次会议', plannedOn: null, time: '', place: '', topics }
  const body = { kind: 'steeringGroup', agenda }
  meetingId = (await done(clerk, meetings.beginMeeting, { body })).meetingId
  await done(clerk, meetings.proposeTopics, await meetingNow(clerk, meetingId))
  return matter?.title ?? ''
}

const meet = async (outcome: string): Promise<void> => {
  const meeting = await done(clerk, meetings.showMeeting, { params: { meetingId } })
  expect(meeting.agenda[0]?.matter).toMatchObject({ kind: 'objection', current: true })
  const order = meeting.agenda.map(({ topicId }) => ({ topicId, postponed: '' }))
  await done(clerk, meetings.confirmTopics, await meetingNow(clerk, meetingId, { order, words: '', scanDigest: null }))
  const given = await recordBody(server, clerk, meeting)
  const record = { ...given, decisions: given.decisions.map((one) => ({ ...one, outcome })) }
  await done(clerk, meetings.registerMeeting, await meetingNow(clerk, meetingId, { record }))
  await done(second, meetings.confirmMeeting, await meetingNow(second, meetingId))
}

const byHand = async (more: object = {}) => {
  const kept = {
    decider: 'group',
    found: { outcome: 'kept', points: '' },
    body: '别的会议',
    words: '另写的文字',
    number: '',
  }
  const given = { ...kept, decidedOn: '2025-01-20', scanDigest: null, impactDigest: null, ...more }
  return world.staff.call(contract.decideObjection, await onNow(world.staff, id, given))
}

const adjustments = async (): Promise<readonly unknown[]> =>
  (
    await server.db.selectFrom('decision').select('adjustments').where('subject_id', '=', world.resultId).execute()
  ).flatMap((row) => row.adjustments)

it('列入议题的异议只由会议议定：同意后由复核生效，两人具名，得分成为核定调整', async () => {
  expect(await onAgenda('会')).toMatch(/^异议〔2024〕1号 云岭市百里镇会“.+”：拟由2\.5分更正为3分/)
  expect(codeOf(await byHand())).toBe('objection.onAgenda')
  expect((await shown(world.staff, id)).agenda).toEqual({ meetingId, title: '2025年第1次会议', withChanges: false })
  expect((await shown(world.unitHead, id)).agenda).toBeNull()
  await meet('agreed')
  const { state, decision, to } = await shown(world.staff, id)
  expect({ state, to }).toEqual({ state: 'corrected', to: '3' })
  expect(decision).toMatchObject({ by: 'group', words: '原则同意。', recordedBy: '文秘', confirmedBy: '第二文秘' })
  expect(decision?.body).toContain('2025年第1次会议')
  expect(await adjustments()).toMatchObject([{ itemId: world.itemId, to: '3', ground: 'objection' }])
  const told = await done(world.unitHead, listNotifications, {})
  expect(told.rows.map(({ code }) => code)).toContain('notification.objectionCorrected')
})

it('会议不同意更正的，维持原分，得分不动', async () => {
  await onAgenda('否')
  await meet('refused')
  expect(await shown(world.unitHead, id)).toMatchObject({ state: 'kept', to: null, decision: { words: '原则同意。' } })
  expect(await adjustments()).toEqual([])
})

it('修改后同意的，由考评办按会议的原文登记核定的得分，别的文字不采用', async () => {
  await onAgenda('改')
  await meet('agreedWithChanges')
  expect(await shown(world.staff, id)).toMatchObject({ state: 'toDecide', agenda: { withChanges: true } })
  const params = { objectionId: id }
  const impact = await done(world.director, contract.objectionImpact, { params, query: { points: '2.8' } })
  const found = { outcome: 'corrected', points: '2.8' }
  const reply = await byHand({ found, impactDigest: impact.digest })
  expect(reply.statusCode, reply.body).toBe(200)
  const { decision } = await shown(world.director, id)
  expect(decision).toMatchObject({ words: '原则同意。', confirmedBy: null, found: { to: '2.8' } })
  expect(decision?.body).toContain('2025年第1次会议')
  await done(world.director, contract.confirmObjection, await onNow(world.director, id))
  expect(await adjustments()).toMatchObject([{ to: '2.8' }])
})

it('缓议的留在原处，可以再列入议题', async () => {
  await onAgenda('缓')
  await meet('deferred')
  expect(await shown(world.staff, id)).toMatchObject({ state: 'toDecide', agenda: null })
  const { rows } = await done(clerk, meetings.listMatters, {})
  expect(rows.map(({ matterId }) => matterId)).toContain(id)
})
