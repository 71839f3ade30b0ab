import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { circularNotifications } from '../notification/of-circular.ts'
import { nextOnCircular } from '../workbench/next-on-circular.ts'
import type { CircularCommand, CircularContext } from './commands.ts'
import { beginCircular, decideCircular, maySign } from './decide.ts'
import { type Circular, type CircularContent, type Receiver, unsigned } from './model.ts'
import { circularWorkflow } from './transitions.ts'

const by = (post: Actor['post'], unitId = 'office', personId: string = post): Actor => ({
  personId,
  postId: `${post}-${unitId}`,
  post,
  unitId,
  ownUnitIds: [unitId],
})

const unit: Receiver = { key: 'unit:a', unitId: 'a' }
const head: Receiver = { key: 'post:1', unitId: 'office', post: 'steeringHead', personId: 'zhang', personName: '张某' }

const context = (actor: Actor, more: Partial<CircularContext> = {}): CircularContext => ({
  now: '2025-01-20T02:00:00.000Z',
  today: '2025-01-20',
  newId: () => 'c-1',
  actor,
  receivers: [unit, head],
  vacant: [],
  nextIssue: 4,
  letterhead: { organ: '绩效考评领导小组', word: '文件' },
  meetingDecided: false,
  ...more,
})

const content = (more: Partial<CircularContent> = {}): CircularContent => ({
  kind: 'notice',
  topic: 'arrangement',
  title: '关于年终考评的通知',
  source: '',
  body: '请做好准备。',
  files: [],
  to: { group: true, unitIds: [], posts: [] },
  signBy: '2025-01-24',
  ...more,
})

const begun = (more: Partial<CircularContent> = {}): Circular => {
  const result = beginCircular(content(more), context(by('clerk')))
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const decide = (circular: Circular, command: CircularCommand, actor: Actor, more: Partial<CircularContext> = {}) =>
  decideCircular(circular, command, context(actor, more))
const run = (...given: Parameters<typeof decide>): Circular => {
  const result = decide(...given)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const code = (...given: Parameters<typeof decide>): string => {
  const result = decide(...given)
  return result.ok ? 'accepted' : result.error.code
}
const issue: CircularCommand = { kind: 'issue', on: '2025-01-20', documentNumber: '云考办〔2025〕1号' }
const issued = (more: Partial<CircularContent> = {}): Circular =>
  run(run(begun(more), { kind: 'propose' }, by('clerk')), issue, by('officeDirector'))

it('每一步由谁办、办完到哪里；未列出的一律不予办理', () => {
  const office = 'officeDirector officeStaff clerk'
  expect(workflowText(circularWorkflow)).toBe(
    [
      `draft edit → draft: ${office}`,
      `draft propose → toIssue: ${office}`,
      `draft discard → discarded: ${office}`,
      `toIssue issue → issued: steeringHead ${office}`,
      `toIssue return → draft: steeringHead ${office}`,
      'issued sign → issued: steeringHead steeringDeputy steeringMember officeDirector principal leaderInCharge sectionHead handler unitReporter unitHead unitAdmin clerk',
      `issued registerReceipt → issued: ${office}`,
      `issued urge → issued: ${office}`,
      'issued withdraw → withdrawn: steeringHead officeDirector',
    ].join('\n'),
  )
})

describe('送签和签发', () => {
  it.each([
    ['circular.bodyMissing', { body: '' }, {}],
    ['circular.sourceMissing', { topic: 'superior' }, {}],
    ['circular.sourceMissing', { topic: 'instruction' }, {}],
    ['circular.meetingMissing', { topic: 'decision' }, {}],
    ['circular.meetingUnknown', { topic: 'decision', meetingId: 'm' }, {}],
    ['accepted', { topic: 'decision', meetingId: 'm' }, { meetingDecided: true }],
    ['circular.nobodyThere', {}, { vacant: ['甲局科室负责人'] }],
    ['circular.receiversMissing', {}, { receivers: [] }],
    ['circular.signByPast', { signBy: '2025-01-19' }, {}],
    ['accepted', { signBy: '2025-01-20' }, {}],
    ['accepted', { signBy: '' }, {}],
  ] as const)('%s：%o %o', (expected, given, more) => {
    expect(code(begun(given), { kind: 'propose' }, by('clerk'), more)).toBe(expected)
  })

  it('起草送签的人不能自己签发；非组长、主任的凭签发稿', () => {
    const waiting = run(begun(), { kind: 'propose' }, by('officeDirector', 'office', 'li'))
    expect(code(waiting, issue, by('officeDirector', 'office', 'li'))).toBe('circular.samePerson')
    expect(code(waiting, issue, by('clerk', 'office', 'wang'))).toBe('circular.scanMissing')
    expect(code(waiting, { ...issue, scanDigest: 'ab' }, by('clerk', 'office', 'wang'))).toBe('accepted')
    expect(code(waiting, issue, by('officeDirector', 'elsewhere'))).toBe('circular.otherUnit')
    expect(nextOnCircular(waiting)).toMatchObject({ verb: 'issue', except: ['li'] })
  })

  it('通知须有文号；简报取本年下一期，不用文号', () => {
    const notice = run(begun(), { kind: 'propose' }, by('clerk'))
    expect(code(notice, { ...issue, documentNumber: '' }, by('steeringHead'))).toBe('circular.numberMissing')
    expect(code(notice, { ...issue, on: '2025-01-21' }, by('steeringHead'))).toBe('circular.inFuture')
    const { issued: out } = issued({ kind: 'briefing' }).standing
    expect([out?.issue, out?.documentNumber]).toEqual([4, undefined])
  })

  it('没有理由不能退回、作废、撤回', () => {
    expect(code(begun(), { kind: 'discard', reason: '' }, by('clerk'))).toBe('circular.reasonMissing')
    const waiting = run(begun(), { kind: 'propose' }, by('clerk'))
    expect(code(waiting, { kind: 'return', reason: '' }, by('steeringHead'))).toBe('circular.reasonMissing')
    expect(code(issued(), { kind: 'withdraw', reason: '' }, by('steeringHead'))).toBe('circular.reasonMissing')
  })
})

describe('签收', () => {
  it('单位由其签收岗位签收一次，成员本人签收', () => {
    expect(maySign(unit, { personId: 'x', unitId: 'a', post: 'unitReporter' })).toBe(true)
    expect(maySign(unit, { personId: 'x', unitId: 'a', post: 'handler' })).toBe(false)
    expect(maySign(unit, { personId: 'x', unitId: 'b', post: 'unitReporter' })).toBe(false)
    expect(maySign(head, { personId: 'zhang', unitId: 'b', post: 'handler' })).toBe(true)
    const out = issued()
    expect(code(out, { kind: 'sign', key: 'unit:zzz' }, by('principal', 'a'))).toBe('circular.notReceiver')
    expect(code(out, { kind: 'sign', key: head.key }, by('principal', 'a'))).toBe('circular.notReceiver')
    const signed = run(out, { kind: 'sign', key: unit.key }, by('principal', 'a'))
    expect(unsigned(signed)).toEqual([head])
    expect(code(signed, { kind: 'sign', key: unit.key }, by('unitHead', 'a'))).toBe('circular.alreadySigned')
  })

  it('催签只告知未签收的，一日一次；全部签收后不再催', () => {
    const signed = run(issued(), { kind: 'sign', key: unit.key }, by('principal', 'a'))
    const urged = run(signed, { kind: 'urge' }, by('clerk'))
    expect(circularNotifications({ before: signed, after: urged })).toEqual([
      { code: 'notification.circularUrged', to: [{ personIds: ['zhang'] }] },
    ])
    expect(code(urged, { kind: 'urge' }, by('clerk'))).toBe('circular.urgedToday')
    expect(code(urged, { kind: 'urge' }, by('clerk'), { today: '2025-01-21' })).toBe('accepted')
    const all = run(urged, { kind: 'registerReceipt', key: head.key, scanDigest: 'ab' }, by('clerk'))
    expect(code(all, { kind: 'urge' }, by('clerk'), { today: '2025-01-21' })).toBe('circular.allSigned')
  })

  it('印发告知单位的签收岗位和被指名的人', () => {
    const waiting = run(begun(), { kind: 'propose' }, by('clerk'))
    const [told] = circularNotifications({ before: waiting, after: run(waiting, issue, by('steeringHead')) })
    expect(told).toMatchObject({ code: 'notification.circularIssuedUntil', params: { until: '2025-01-24' } })
    expect(told?.to).toEqual([
      {
        place: { unitIds: ['a'] },
        posts: ['principal', 'leaderInCharge', 'unitHead', 'unitReporter', 'unitAdmin', 'clerk'],
      },
      { personIds: ['zhang'] },
    ])
  })
})
