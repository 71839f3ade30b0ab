import { describe, expect, it } from 'vitest'
import { type AssignedTask, assignedTaskWorkflow, decideAssignedTask } from '../assigned-task/model.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { beginMeeting } from './agenda.ts'
import type { MeetingCommand, MeetingContext } from './commands.ts'
import { decideMeeting } from './decide.ts'
import { canonicalMeeting, type Matter, type Meeting, type Topic } from './model.ts'
import { meetingWorkflow } from './transitions.ts'

const digest = 'ab'.repeat(32)
const matter: Matter = { kind: 'plan', id: 'plan-1', digest }

const by = (post: Actor['post'], unitId = 'office', personId: string = post): Actor => ({
  personId,
  postId: `${post}-${unitId}`,
  post,
  unitId,
  ownUnitIds: [unitId],
})

const context = (actor: Actor, more: Partial<MeetingContext> = {}): MeetingContext => {
  let made = 0
  return {
    now: '2025-01-20T02:00:00.000Z',
    today: '2025-01-20',
    newId: () => `id-${++made}`,
    actor,
    seats: [
      { key: 'post:h', rank: 'head', personId: 'steeringHead', personName: '组长', unitName: '', ownUnitIds: [] },
      {
        key: 'unit:a',
        rank: 'member',
        personId: 'principal',
        personName: '局长',
        unitId: 'a',
        unitName: '甲局',
        ownUnitIds: ['a'],
      },
    ],
    matters: [matter],
    ...more,
  }
}

const topic = (more: Partial<Topic> = {}): Topic => ({
  id: 't-1',
  title: '审议方案',
  proposal: '请予审议',
  matter,
  files: [],
  concerns: [],
  ...more,
})

const begun = (topics: readonly Topic[] = [topic()]): Meeting => {
  const agenda = { title: '第1次会议', plannedOn: '', time: '', place: '', topics }
  const result = beginMeeting({ kind: 'steeringGroup', agenda }, context(by('clerk')))
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}

const run = (meeting: Meeting, command: MeetingCommand, actor: Actor, more: Partial<MeetingContext> = {}): Meeting => {
  const result = decideMeeting(meeting, command, context(actor, more))
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const code = (meeting: Meeting, command: MeetingCommand, actor: Actor, more: Partial<MeetingContext> = {}): string => {
  const result = decideMeeting(meeting, command, context(actor, more))
  return result.ok ? 'accepted' : result.error.code
}

it('会议每一步由谁办、办完到哪里；未列出的一律不予办理', () => {
  const office = 'officeDirector officeStaff clerk'
  const givers =
    'steeringHead steeringDeputy steeringMember officeDirector officeStaff principal unitReporter unitHead unitAdmin clerk'
  expect(workflowText(meetingWorkflow)).toBe(
    [
      `draft edit → draft: ${office}`,
      `draft propose → proposed: ${office}`,
      `draft registerMeeting → toConfirm: ${office}`,
      `draft cancel → cancelled: ${office}`,
      `proposed confirmTopics → confirmed: steeringHead ${office}`,
      `proposed returnTopics → draft: steeringHead ${office}`,
      `proposed cancel → cancelled: ${office}`,
      `confirmed sendPack → preReview: ${office}`,
      `confirmed registerMeeting → toConfirm: ${office}`,
      `confirmed cancel → cancelled: ${office}`,
      `preReview giveOpinion → preReview: ${givers}`,
      `preReview registerMeeting → toConfirm: ${office}`,
      `preReview cancel → cancelled: ${office}`,
      `toConfirm confirmMeeting → concluded: ${office}`,
      `toConfirm declineMeeting → draft|confirmed|preReview: ${office}`,
      `concluded issueMinutes → issued: ${office}`,
    ].join('\n'),
  )
})

it('交办事项由责任单位报告，由考评办确认', () => {
  const doers = 'officeDirector officeStaff principal leaderInCharge sectionHead handler unitReporter unitHead'
  expect(workflowText(assignedTaskWorkflow)).toBe(
    [
      `open report → reported: ${doers}`,
      'open extend → open: officeDirector officeStaff',
      'reported accept → closed: officeDirector officeStaff',
      'reported return → open: officeDirector officeStaff',
    ].join('\n'),
  )
})

describe('议题', () => {
  const edit = (topics: readonly Topic[]): MeetingCommand => ({ kind: 'edit', agenda: { ...begun().agenda, topics } })

  it.each([
    ['没有名称', [topic({ title: '' })], 'meeting.topicTitleMissing'],
    ['编号重复', [topic(), topic({ matter: { ...matter, id: 'plan-2' } })], 'meeting.topicTwice'],
    ['同一方案列两次', [topic(), topic({ id: 't-2' })], 'meeting.matterTwice'],
    ['不在待审环节', [topic({ matter: { ...matter, id: 'plan-9' } })], 'meeting.matterUnknown'],
    ['只有一半也可保存', [topic({ proposal: '' })], 'accepted'],
  ] as const)('%s', (_, topics, expected) => {
    expect(code(begun(), edit(topics), by('clerk'))).toBe(expected)
  })

  it('提请时须有材料或锁定文本，文本改动后不能送出', () => {
    expect(code(begun([]), { kind: 'propose' }, by('clerk'))).toBe('meeting.topicsMissing')
    const { matter: _, ...bare } = topic()
    expect(code(begun([bare]), { kind: 'propose' }, by('clerk'))).toBe('meeting.materialMissing')
    const moved = { matters: [{ ...matter, digest: 'cd'.repeat(32) }] }
    expect(code(begun(), { kind: 'propose' }, by('clerk'), moved)).toBe('meeting.matterChanged')
  })

  it('别的单位的人员不能办理，组长退回须写明理由', () => {
    expect(code(begun(), { kind: 'propose' }, by('clerk', 'other'))).toBe('meeting.otherUnit')
    const proposed = run(begun(), { kind: 'propose' }, by('clerk'))
    expect(code(proposed, { kind: 'returnTopics', reason: '' }, by('steeringHead'))).toBe('meeting.reasonMissing')
    expect(run(proposed, { kind: 'returnTopics', reason: '补充材料' }, by('steeringHead')).state).toBe('draft')
  })
})

describe('预审意见', () => {
  const second: Matter = { ...matter, id: 'plan-2' }
  const matters = [matter, second]
  const preReview = (): Meeting => {
    const topics = [topic(), topic({ id: 't-2', title: '通报甲局', matter: second, concerns: ['a'] })]
    const edited = run(begun(), { kind: 'edit', agenda: { ...begun().agenda, topics } }, by('clerk'), { matters })
    const proposed = run(edited, { kind: 'propose' }, by('clerk'), { matters })
    const order = topics.map(({ id }) => ({ topicId: id, postponed: '' }))
    const confirmed = run(proposed, { kind: 'confirmTopics', order, words: '' }, by('steeringHead'))
    return run(confirmed, { kind: 'sendPack', until: '2025-01-22', digest }, by('clerk'), { matters })
  }
  const opinion = (more: object = {}): MeetingCommand => ({
    kind: 'giveOpinion',
    seatKey: 'unit:a',
    topicId: 't-1',
    stance: 'agree',
    words: '',
    ...more,
  })
  const member = by('principal', 'a')

  it.each([
    ['本人', opinion(), member, 'accepted'],
    ['不同意须写明意见', opinion({ stance: 'against' }), member, 'meeting.wordsMissing'],
    ['涉及本单位的回避', opinion({ topicId: 't-2' }), member, 'meeting.recused'],
    ['联络员须附原件', opinion(), by('unitReporter', 'a'), 'meeting.scanMissing'],
    ['联络员附原件代报', opinion({ scanDigest: digest }), by('unitReporter', 'a'), 'accepted'],
    ['考评办凭原件登记', opinion({ scanDigest: digest }), by('clerk'), 'accepted'],
    ['别的单位不能代报', opinion({ scanDigest: digest }), by('unitReporter', 'b'), 'meeting.notYourSeat'],
    ['没有这个席位', opinion({ seatKey: 'unit:z' }), member, 'meeting.seatUnknown'],
    ['没有这个议题', opinion({ topicId: 't-9' }), member, 'meeting.topicUnknown'],
  ] as const)('%s', (_, command, actor, expected) => {
    expect(code(preReview(), command, actor)).toBe(expected)
  })

  it('截止当日仍可提出，次日不收；后提的取代先提的', () => {
    expect(code(preReview(), opinion(), member, { today: '2025-01-22' })).toBe('accepted')
    expect(code(preReview(), opinion(), member, { today: '2025-01-23' })).toBe('meeting.packOver')
    const twice = run(run(preReview(), opinion(), member), opinion({ stance: 'change', words: '增加条款' }), member)
    expect(twice.standing.opinions).toMatchObject([{ stance: 'change', words: '增加条款' }])
    expect(() => canonicalJson(canonicalMeeting(twice))).not.toThrow()
  })
})

it('交办事项：报告须写明情况，延期须晚于原时限，报告人不能自己确认', () => {
  const task: AssignedTask = {
    id: 'task',
    meetingId: 'm',
    topicId: 't',
    fromUnitId: 'office',
    unitId: 'office',
    words: '修订办法',
    due: '2025-02-01',
    state: 'open',
    steps: [
      {
        command: 'begin',
        by: { personId: 'p', post: 'clerk', unitId: 'office' },
        at: '2025-01-20T02:00:00Z',
        words: '',
      },
    ],
  }
  const decide = (one: AssignedTask, command: Parameters<typeof decideAssignedTask>[1], actor: Actor) => {
    const result = decideAssignedTask(one, command, context(actor))
    return result.ok ? result.value.next : result.error.code
  }
  const staff = by('officeStaff')
  expect(decide(task, { kind: 'report', words: '', files: [] }, staff)).toBe('assignedTask.wordsMissing')
  expect(decide(task, { kind: 'extend', due: '2025-02-01', reason: '等上级文件' }, staff)).toBe('assignedTask.duePast')
  expect(decide(task, { kind: 'extend', due: '2025-02-02', reason: '等上级文件' }, staff)).toMatchObject({
    due: '2025-02-02',
  })
  expect(decide(task, { kind: 'report', words: '已办', files: [] }, by('officeStaff', 'b'))).toBe(
    'assignedTask.otherUnit',
  )
  const reported = decide(task, { kind: 'report', words: '已办', files: [] }, staff) as AssignedTask
  expect(decide(reported, { kind: 'accept', words: '' }, staff)).toBe('assignedTask.samePerson')
  expect(decide(reported, { kind: 'accept', words: '' }, by('officeDirector'))).toMatchObject({ state: 'closed' })
})
