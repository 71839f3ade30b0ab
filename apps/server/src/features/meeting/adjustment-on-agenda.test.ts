import * as contract from '@quanheng/contract/meeting'
import * as adjustments from '@quanheng/contract/target-adjustment'
import type { PlanSettings } from '@quanheng/domain/plan/settings'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done, upload } from '../result/testing/result-world.ts'
import { reissue, type ScoringWorld, scoringWorld } from '../scoring/testing/scoring-world.ts'
import { onNow, recordBody } from './testing/meeting-world.ts'

let server: TestServer
let world: ScoringWorld
let reporter: Caller
let unitHead: Caller
let clerk: Caller
let second: Caller
const window = (lastDay: string): Pick<PlanSettings, 'targetAdjustment'> => ({
  targetAdjustment: { value: { lastDay, decidedBy: 'meeting' }, basis: { kind: 'default' } },
})
const withWindow = ({ baseContent }: ScoringWorld, lastDay: string) => ({
  ...baseContent,
  settings: { ...baseContent.settings, ...window(lastDay) },
})
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2024-06-03T10:00:00+08:00' })
  world = await scoringWorld(server, '会')
  await reissue(world, withWindow(world, '2024-06-30'), 4)
  const { transport, lead } = world
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: transport }], '填报人')
  unitHead = await signedIn(server, [{ kind: 'unitHead', unitId: transport }], '单位负责人')
  clerk = await signedIn(
    server,
    [
      { kind: 'clerk', unitId: lead },
      { kind: 'steeringHead', unitId: lead },
    ],
    '文秘',
  )
  second = await signedIn(server, [{ kind: 'clerk', unitId: lead }], '第二文秘')
})
afterAll(() => server.close())

const at = (adjustmentId: string) => ({ params: { adjustmentId } })
const show = (id: string) => done(clerk, adjustments.showAdjustment, at(id))
const now = async (id: string, more: object = {}) => ({
  ...at(id),
  body: { version: (await show(id)).version, ...more },
})

const item = { parentKey: 'services', name: '服务消费提质', fullMark: '2', task: '完成任务', target: '5' }
const added = {
  kind: 'added',
  marks: { by: 'scaled' },
  item: { ...item, completionStandard: '达到任务数。', sentence: '每少1家扣0.5分，扣完为止。' },
}
const ask = async (adjusted: object) => {
  const files = [{ digest: await upload(server, reporter, '通知.pdf'), name: '通知.pdf' }]
  const request = { adjusted, reason: '上级新增任务', basisDocument: '云发〔2024〕9号', files }
  return reporter.call(adjustments.beginAdjustment, {
    body: { planId: world.planId, unitId: world.transport, request } as never,
  })
}
/** Sent, heard and put up. */
const proposed = async (adjusted: object): Promise<string> => {
  const { adjustmentId: id } = (await ask(adjusted)).json<{ adjustmentId: string }>()
  const { version } = await done(reporter, adjustments.showAdjustment, at(id))
  await done(unitHead, adjustments.sendAdjustment, { ...at(id), body: { version } })
  await done(world.head, adjustments.giveAdjustmentOpinion, await now(id, { agreed: true, words: '' }))
  await done(clerk, adjustments.proposeAdjustment, await now(id, { words: '建议同意' }))
  return id
}

const meets = async (adjustmentId: string, outcome: string, text: string): Promise<void> => {
  const topic = { topicId: null, title: '审议指标调整', proposal: '', files: [], concernedUnitIds: [] }
  const matter = { kind: 'targetAdjustment', matterId: adjustmentId }
  const agenda = { title: '第1次会议', plannedOn: null, time: '', place: '', topics: [{ ...topic, matter }] }
  const { meetingId } = await done(clerk, contract.beginMeeting, {
    body: { kind: 'steeringGroup', agenda } as never,
  })
  await done(clerk, contract.proposeTopics, await onNow(clerk, meetingId))
  const shown = await done(clerk, contract.showMeeting, { params: { meetingId } })
  const order = shown.agenda.map(({ topicId }) => ({ topicId, postponed: '' }))
  await done(clerk, contract.confirmTopics, await onNow(clerk, meetingId, { order, words: '', scanDigest: null }))
  const given = await recordBody(server, clerk, shown)
  const decisions = given.decisions.map((one) => ({ ...one, outcome, text }))
  const record = { ...given, heldOn: '2024-06-03', decisions }
  await done(clerk, contract.registerMeeting, await onNow(clerk, meetingId, { record }))
  await done(second, contract.confirmMeeting, await onNow(second, meetingId))
}

it('方案规定由会议审定的：列入议题，决定复核后自动登记；批复写明会议和增减的分值，写入修订稿以后也不变', async () => {
  const id = await proposed(added)
  const waiting = (await done(clerk, contract.listMatters, {})).rows.find(({ matterId }) => matterId === id)
  expect(waiting).toMatchObject({ kind: 'targetAdjustment', title: expect.stringContaining('服务消费提质') })
  const agreed = { agreed: true, words: '同意', on: '2024-06-03', scanDigest: null }
  expect(codeOf(await clerk.call(adjustments.decideAdjustment, await now(id, agreed)))).toBe(
    'targetAdjustment.byMeeting',
  )
  const { marks } = await show(id)
  expect(marks.length).toBeGreaterThan(0)

  await meets(id, 'agreed', '同意新增。')
  const decided = await show(id)
  expect(decided).toMatchObject({ state: 'decided', agreed: true, decision: { words: '同意新增。' } })
  expect(decided.decision?.meeting).toContain('会')
  expect(decided.decision?.scanDigest).toMatch(/^[0-9a-f]{64}$/)
  const numbered = { bookId: null, documentNumber: '云绩办〔2024〕5号', on: '2024-06-03', effectiveOn: '2024-06-03' }
  await done(clerk, adjustments.replyAdjustment, await now(id, numbered))
  const paper = async () =>
    (await openDocx((await reporter.call(adjustments.adjustmentPaper, at(id))).rawPayload)).text.replaceAll(/\s/g, '')
  const before = await paper()
  for (const { name, before: old, after } of marks) expect(before).toContain(`${name}${old}${after}`)
  expect(before).toContain('满分不变')
  const reply = await reporter.call(adjustments.adjustmentPaper, at(id))
  await figuresHeld('adjustmentReply', reply.rawPayload, {
    rows: marks.map(({ name, before: old, after }) => [name, old, after]),
    from: [
      await server.db.selectFrom('target_adjustment').selectAll().where('id', '=', id).execute(),
      await server.db.selectFrom('plan_version').selectAll().where('plan_id', '=', world.planId).execute(),
    ],
  })

  const { planVersion } = await done(world.handler, adjustments.showAdjustment, at(id))
  const { version } = await show(id)
  await done(world.handler, adjustments.reviseByAdjustment, { ...at(id), body: { version, planVersion } as never })
  expect((await show(id)).marks).toEqual(marks)
  expect(await paper()).toBe(before)
})

it('修改后同意、缓议的不自动登记：仍待审定，由考评办退回补充或下次再议', async () => {
  const id = await proposed({ kind: 'target', leafKey: 'newFirms', target: '6' })
  await meets(id, 'agreedWithChanges', '原则同意，目标值改为7。')
  expect(await show(id)).toMatchObject({ state: 'group', decision: null })
  await done(clerk, adjustments.returnAdjustment, await now(id, { reason: '按会议意见修改' }))
  expect((await done(reporter, adjustments.showAdjustment, at(id))).state).toBe('draft')
})

it('过了方案写明的截止日期不再受理，说明是哪一天', async () => {
  server.setNow('2024-07-01T10:00:00+08:00')
  reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.transport }], '填报人')
  const late = await ask({ kind: 'target', leafKey: 'newFirms', target: '6' })
  expect(codeOf(late)).toBe('targetAdjustment.tooLate')
  expect(late.body).toContain('2024-06-30')
  const { rows } = await done(reporter, adjustments.adjustmentChoices, {})
  expect(rows).toMatchObject([{ open: false, lastDay: '2024-06-30' }])
})
