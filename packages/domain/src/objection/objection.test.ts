import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { nextOnObjection } from '../workbench/next-on-objection.ts'
import type { DecisionGiven, ObjectionCommand, ObjectionContext } from './commands.ts'
import { beginObjection, decideAtMeeting, decideObjection, enterObjection } from './decide.ts'
import { dueOf, type ObjectedScore, type Objection, type ObjectionImpact } from './model.ts'
import { objectionWorkflow } from './transitions.ts'

const by = (post: Actor['post'], unitId: string, personId: string = `${post}-${unitId}`): Actor => ({
  personId,
  postId: `${post}-${unitId}`,
  post,
  unitId,
  ownUnitIds: [unitId],
})
const reporter = by('unitReporter', '镇')
const unitHead = by('unitHead', '镇')
const staff = by('officeStaff', '办')
const director = by('officeDirector', '办')
const head = by('sectionHead', '牵头')
const leader = by('leaderInCharge', '牵头')

const score: ObjectedScore = {
  planId: 'p',
  itemId: 'i',
  leafKey: 'firms',
  leafName: '企业入统',
  unitId: '镇',
  officeUnitId: '办',
  scorer: { unitId: '牵头', sectionId: '一科' },
  resultId: 'r',
  runDigest: 'd',
  points: '2.5',
  fullMark: '4',
  yearPlanId: 'y',
  year: 2025,
}
const impact: ObjectionImpact = { points: { from: '2.5', to: '3' }, units: [], ranked: true }
const content = { reason: '漏计1户', files: [] }

const context = (actor: Actor, more: Partial<ObjectionContext> = {}): ObjectionContext => ({
  now: '2026-01-20T02:00:00.000Z',
  today: '2026-01-20',
  newId: () => 'o-1',
  actor,
  until: '2026-01-27',
  issuedOn: '2026-01-19',
  signers: ['handler-牵头'],
  answeredBy: ['sectionHead-牵头'],
  ownUnitIds: actor.ownUnitIds,
  decider: 'delegate',
  ...more,
})

type Given = readonly [one: Objection, command: ObjectionCommand, actor: Actor, more?: Partial<ObjectionContext>]
const decide = (...[one, command, actor, more]: Given) => decideObjection(one, command, context(actor, more))
const run = (...given: Given): Objection => {
  const result = decide(...given)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const code = (...given: Given): string => {
  const result = decide(...given)
  return result.ok ? 'accepted' : result.error.code
}

const begun = (): Objection => {
  const result = beginObjection(score, content, false, context(reporter))
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const receipt = {
  number: 1,
  documentNumber: '异议〔2025〕1号',
  on: '2026-01-20',
  answerBy: '2026-01-27',
  decideBy: '2026-02-24',
}
const answering = () => run(run(begun(), { kind: 'send' }, unitHead), { kind: 'register', receipt }, staff)
const found = { outcome: 'corrected', to: '3' } as const
const answer: ObjectionCommand = { kind: 'answer', facts: '属考核期内', found, reason: '应计入', files: [] }
const rescoring = () => run(answering(), answer, head)
const rescore: ObjectionCommand = { kind: 'rescore', found, reason: '名单属实' }
const toDecide = () => run(rescoring(), rescore, leader)
const given: DecisionGiven = {
  by: 'delegate',
  found,
  body: '领导小组授权绩效办主任',
  decidedOn: '2026-01-20',
  words: '更正为3分',
  scanDigest: 'scan',
  impact,
  seen: true,
}
const decision: ObjectionCommand = { kind: 'decide', ...given }

it('每一步由谁办、办完到哪里；未列出的一律不予办理', () => {
  const office = 'officeStaff officeDirector clerk'
  const sorted = (text: string) => text.split(' ').toSorted().join(' ')
  const rows = workflowText(objectionWorkflow)
    .split('\n')
    .map((row) => row.replace(/: (.*)$/, (_, posts: string) => `: ${sorted(posts)}`))
  const senders = sorted('unitHead principal')
  expect(rows.toSorted()).toEqual(
    [
      `draft edit → draft: ${sorted('unitReporter unitHead principal')}`,
      `draft send → sent: ${senders}`,
      `draft withdraw → withdrawn: ${senders}`,
      `sent register → answering: ${sorted(office)}`,
      `sent decline → declined: ${sorted(office)}`,
      `sent withdraw → withdrawn: ${senders}`,
      `answering answer → rescoring: ${sorted('sectionHead leaderInCharge principal')}`,
      `answering withdraw → withdrawn: ${senders}`,
      `rescoring rescore → toDecide: ${sorted('handler sectionHead leaderInCharge principal')}`,
      `rescoring withdraw → withdrawn: ${senders}`,
      `toDecide decide → toConfirm: ${sorted(office)}`,
      `toConfirm confirm → kept|corrected: ${sorted(office)}`,
      `toConfirm sendBack → toDecide: ${sorted(office)}`,
    ].toSorted(),
  )
})

describe('提出', () => {
  const begin = (more: Partial<ObjectionContext>, actor = reporter, already = false) => {
    const result = beginObjection(score, content, already, context(actor, more))
    return result.ok ? 'accepted' : result.error.code
  }
  it('受理期最后一日可以，次日不可以；没有受理期、已经提过、别的单位都不可以', () => {
    expect(begin({ today: '2026-01-27' })).toBe('accepted')
    expect(begin({ today: '2026-01-28' })).toBe('objection.windowOver')
    expect(begin({ until: null })).toBe('objection.noWindow')
    expect(begin({}, reporter, true)).toBe('objection.already')
    expect(begin({}, by('unitReporter', '别'))).toBe('objection.otherUnit')
  })

  it('起草在期内、提交时已过期的，不予接收；理由不能为空', () => {
    expect(code(begun(), { kind: 'send' }, unitHead, { today: '2026-01-28' })).toBe('objection.windowOver')
    const blank = run(begun(), { kind: 'edit', content: { reason: '', files: [] } }, reporter)
    expect(code(blank, { kind: 'send' }, unitHead)).toBe('objection.reasonMissing')
    expect(code(begun(), { kind: 'send' }, reporter)).toBe('objection.notYours')
  })

  it('来函按收到日期算，须有原件', () => {
    const enter = (receivedOn: string, scanDigest?: string, until: string | null = '2026-01-20') => {
      const letter = { receivedOn, ...(scanDigest !== undefined && { scanDigest }) }
      const result = enterObjection(score, content, letter, false, context(staff, { until, today: '2026-01-25' }))
      return result.ok ? result.value.next.state : result.error.code
    }
    expect(enter('2026-01-20')).toBe('objection.scanMissing')
    expect(enter('2026-01-20', 's')).toBe('sent')
    expect(enter('2026-01-21', 's')).toBe('objection.receivedLate')
    expect(enter('2026-01-21', 's', null)).toBe('sent')
    expect(enter('2026-01-18', 's')).toBe('objection.receivedEarly')
    expect(enter('2026-01-26', 's', null)).toBe('objection.inFuture')
  })
})

describe('答复和复核', () => {
  it('期限从受理起，答复前是答复期限，此后是决定期限', () => {
    expect(dueOf(answering())).toBe('2026-01-27')
    expect(dueOf(rescoring())).toBe('2026-02-24')
    expect(dueOf(begun())).toBeUndefined()
  })

  it('签过字的、答复的、同一人的别的账号、提出单位的人员都不能复核', () => {
    expect(code(rescoring(), rescore, by('handler', '牵头'))).toBe('objection.signedIt')
    expect(code(rescoring(), rescore, head)).toBe('objection.answeredIt')
    expect(code(rescoring(), rescore, leader, { ownUnitIds: ['牵头', '镇'] })).toBe('objection.ownUnit')
    expect(code(rescoring(), rescore, leader)).toBe('accepted')
    expect(nextOnObjection(rescoring(), ['handler-牵头'])).toMatchObject({ verb: 'rescore', except: ['handler-牵头'] })
  })

  it.each([
    ['-1', 'objection.outOfRange'],
    ['0', 'accepted'],
    ['2.50', 'objection.unchanged'],
    ['4', 'accepted'],
    ['4.01', 'objection.outOfRange'],
    ['三分', 'objection.outOfRange'],
  ])('更正为%s：%s', (to, expected) => {
    expect(code(rescoring(), { ...rescore, found: { outcome: 'corrected', to } }, leader)).toBe(expected)
  })
})

describe('决定', () => {
  const changed = (more: Partial<DecisionGiven>): ObjectionCommand => ({ kind: 'decide', ...given, ...more })
  it('受权的主任本人或领导小组决定；方案没有授权的，主任不能决定', () => {
    expect(code(toDecide(), decision, director)).toBe('accepted')
    expect(code(toDecide(), decision, staff)).toBe('objection.directorDecides')
    expect(code(toDecide(), decision, director, { decider: 'group' })).toBe('objection.groupDecides')
    expect(code(toDecide(), changed({ by: 'group' }), staff, { decider: 'group' })).toBe('accepted')
    expect(code(toDecide(), decision, director, { ownUnitIds: ['镇'] })).toBe('objection.ownUnit')
  })

  it('更正须看过影响范围、附原件；维持原分由主任在线决定的不须原件', () => {
    expect(code(toDecide(), changed({ seen: false }), director)).toBe('objection.impactMoved')
    const { scanDigest: _, impact: __, ...bare } = given
    expect(code(toDecide(), { kind: 'decide', ...bare, impact }, director)).toBe('objection.scanMissing')
    const kept = { kind: 'decide', ...bare, found: { outcome: 'kept' } } as const
    expect(code(toDecide(), kept, director)).toBe('accepted')
    expect(code(toDecide(), { ...kept, by: 'group' }, staff)).toBe('objection.scanMissing')
    expect(code(toDecide(), changed({ decidedOn: '2026-01-21' }), director)).toBe('objection.inFuture')
    expect(code(toDecide(), changed({ words: '' }), director)).toBe('objection.wordsMissing')
  })

  it('登记和核对两人；退回后原登记不再保留，核对后办结', () => {
    const entered = run(toDecide(), decision, director)
    expect(code(entered, { kind: 'confirm' }, director)).toBe('objection.samePerson')
    const back = run(entered, { kind: 'sendBack', reason: '日期有误' }, staff)
    expect(back).toMatchObject({ state: 'toDecide' })
    expect(back.standing.decision).toBeUndefined()
    expect(run(entered, { kind: 'confirm' }, staff)).toMatchObject({
      state: 'corrected',
      standing: { decision: { found, impact, confirmedBy: { personId: staff.personId } } },
    })
  })

  it('会议两人登记的决定直接办结', () => {
    const recordedBy = { personId: 'clerk', post: 'clerk', unitId: '办' } as const
    const decided = decideAtMeeting(toDecide(), { ...given, by: 'group', recordedBy }, context(staff))
    expect(decided).toMatchObject({ ok: true, value: { next: { state: 'corrected' } } })
    const early = decideAtMeeting(rescoring(), { ...given, by: 'group', recordedBy }, context(staff))
    expect(early).toMatchObject({ error: { code: 'objection.notNow' } })
  })
})
