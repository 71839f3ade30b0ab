import * as contract from '@quanheng/contract/meeting'
import * as results from '@quanheng/contract/result'
import * as totals from '@quanheng/contract/totals-decision'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { lockedYear } from '../archive/testing/archive-world.ts'
import { allRoutes } from '../index.ts'
import { openYear } from '../result/testing/open-year.ts'
import { registerReports } from '../result/testing/registered-reports.ts'
import { codeOf, done, resultWorld, upload } from '../result/testing/result-world.ts'
import { onNow, recordBody } from './testing/meeting-world.ts'

let server: TestServer
let world: Pick<Awaited<ReturnType<typeof lockedYear>>, 'director' | 'office' | 'totalsId'>
let clerk: Caller
let second: Caller
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

const newYear = async (tag: string, made: Promise<typeof world> = lockedYear(server, tag)): Promise<void> => {
  world = await made
  const unitId = world.office
  const posts = ['clerk', 'steeringHead'] as const
  clerk = await signedIn(
    server,
    posts.map((kind) => ({ kind, unitId })),
    '文秘',
  )
  second = await signedIn(server, [{ kind: 'clerk', unitId }], '第二文秘')
}

/** A meeting with the totals of the year on its agenda, with the head. */
const onAgenda = async (): Promise<string> => {
  const { rows } = await done(clerk, contract.listMatters, {})
  const matter = rows.find(({ matterId }) => matterId === world.totalsId)
  expect(matter).toMatchObject({ kind: 'totals', digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const topic = { topicId: null, title: '审议年度考评结果', proposal: '', files: [], concernedUnitIds: [] }
  const topics = [{ ...topic, matter: { kind: 'totals', matterId: world.totalsId } }]
  const agenda = { title: '2025年第1次会议', plannedOn: null, time: '', place: '', topics }
  const { meetingId } = await done(clerk, contract.beginMeeting, { body: { kind: 'steeringGroup', agenda } })
  await done(clerk, contract.proposeTopics, await onNow(clerk, meetingId))
  return meetingId
}

const decide = async (meetingId: string, outcome: string): Promise<void> => {
  const shown = await done(clerk, contract.showMeeting, { params: { meetingId } })
  expect(shown.agenda[0]?.matter).toMatchObject({ kind: 'totals', current: true })
  const order = shown.agenda.map(({ topicId }) => ({ topicId, postponed: '' }))
  await done(clerk, contract.confirmTopics, await onNow(clerk, meetingId, { order, words: '', scanDigest: null }))
  const given = await recordBody(server, clerk, shown)
  const record = { ...given, decisions: given.decisions.map((one) => ({ ...one, outcome })) }
  await done(clerk, contract.registerMeeting, await onNow(clerk, meetingId, { record }))
  await done(second, contract.confirmMeeting, await onNow(second, meetingId))
}

const decisions = () => done(world.director, totals.listTotalsDecisions, { params: { resultId: world.totalsId } })

const byHand = async (more: object = {}) =>
  world.director.call(totals.recordTotalsDecision, {
    params: { resultId: world.totalsId },
    body: {
      body: '市委常委会会议',
      decidedOn: '2025-01-20',
      text: '同意。',
      outcome: 'approved',
      scanDigest: await upload(server, world.director, `纪要${Math.random()}.pdf`),
      ...more,
    },
  })

const stateOf = async (): Promise<string> =>
  (await server.db.selectFrom('result').select('state').where('id', '=', world.totalsId).executeTakeFirstOrThrow())
    .state

it('列入议题的年度结果只由会议议定：同意后由复核生效，两人具名', async () => {
  await newYear('定')
  const meetingId = await onAgenda()
  expect(codeOf(await byHand())).toBe('decision.onAgenda')
  expect((await decisions()).agenda).toMatchObject({ meetingId, decision: null })
  await decide(meetingId, 'agreed')
  const { meetings, agenda } = await decisions()
  expect(agenda).toBeNull()
  expect(meetings[0]?.decision).toMatchObject({ decidedOn: '2025-01-20', outcome: 'approved', text: '原则同意。' })
  expect(meetings[0]?.decision?.body).toContain('2025年第1次会议')
  expect(meetings[0]?.decision?.recordedBy.name).not.toBe(meetings[0]?.decision?.confirmedBy?.name)
  expect(await stateOf()).toBe(meetings.every(({ decision }) => decision !== null) ? 'approved' : 'aggregated')
  const query = { paper: 'minutes' }
  const { rawPayload } = await clerk.call(contract.meetingPaper, { params: { meetingId }, query })
  const { run_digest: locked } = await server.db
    .selectFrom('result')
    .select('run_digest')
    .where('id', '=', world.totalsId)
    .executeTakeFirstOrThrow()
  expect((await openDocx(rawPayload)).text).toContain(`会议所议为锁定文本，校验值${locked.slice(0, 16)}`)
})

it('不同意的登记为退回，缓议的留在原处、可另行登记', async () => {
  await newYear('退')
  await decide(await onAgenda(), 'refused')
  expect((await decisions()).others[0]).toMatchObject({ outcome: 'returned', text: '原则同意。' })
  expect(await stateOf()).toBe('aggregated')
  await newYear('缓')
  await decide(await onAgenda(), 'deferred')
  expect(await decisions()).toMatchObject({ agenda: null, others: [] })
  expect((await byHand()).statusCode).toBe(200)
})

it('修改后同意的，由文秘按会议的原文登记，别的文字不采用', async () => {
  await newYear('改')
  await decide(await onAgenda(), 'agreedWithChanges')
  expect((await decisions()).agenda?.decision).toMatchObject({ text: '原则同意。' })
  expect((await byHand({ text: '另写的文字' })).statusCode).toBe(200)
  const { others } = await decisions()
  expect(others[0]).toMatchObject({ text: '原则同意。', confirmedBy: null })
  expect(others[0]?.body).toContain('2025年第1次会议')
  expect(codeOf(await byHand())).toBe('decision.waiting')
})

/** A locked year in which every grade is left to the last meeting. */
const withOpenGrades = async (tag: string): Promise<typeof world> => {
  const year = await resultWorld(server, tag, undefined, openYear)
  await registerReports(server, year)
  const params = { planId: year.year.planId }
  const { runDigest } = await done(year.director, results.computeRun, { params })
  const { resultId: totalsId } = await done(year.director, results.freezeResult, { params, body: { runDigest } })
  return { ...year, totalsId }
}

it('等次待会议确定的，同意后由文秘照同一纪要补登等次', async () => {
  await newYear('等', withOpenGrades('等'))
  await decide(await onAgenda(), 'agreed')
  const { agenda, openGrades } = await decisions()
  expect(agenda?.decision?.text).toBe('原则同意。')
  expect(await stateOf()).toBe('aggregated')
  expect(codeOf(await byHand())).toBe('decision.gradesMissing')
  const grades = openGrades.map(({ unitId }) => ({ unitId, grade: '良好' }))
  expect((await byHand({ grades })).statusCode).toBe(200)
  expect((await decisions()).others[0]).toMatchObject({ text: '原则同意。', confirmedBy: null })
})
