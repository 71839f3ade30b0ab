import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { notificationsOf } from '../notification/notifications-of.ts'
import { commandBy, ofSection } from '../sheet/sheet.fixture.ts'
import { agreeToFeedback, answerFeedback, askFeedback, openFeedback } from './decide.ts'
import {
  canonicalFeedback,
  canonicalFeedbackQuestion,
  type Feedback,
  type FeedbackQuestion,
  feedbackAnswers,
} from './model.ts'
import { feedbackBlockers, isRunning } from './standing.ts'

const lead = commandBy(ofSection('handler', { personId: 'lead' }))
const unit = { ...commandBy(ofSection('unitHead', { personId: 'unit', unitId: 'transport' })), today: '2025-01-20' }
const head = commandBy(ofSection('sectionHead', { personId: 'head', ownUnitIds: ['lead'] }))

const ground = { workingDays: 3, until: '2025-01-22', earlier: undefined, notFinal: 0 }
const given = { planId: 'p', runDigest: 'run', unitIds: ['transport', 'health'] }
const opened = (): Feedback => {
  const made = openFeedback(given, ground, lead)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.next
}
const item = { leafKey: 'projects', itemId: 'i', unitId: 'transport', words: '台账已报齐', files: [] }
const asked = (): FeedbackQuestion => {
  const made = askFeedback(opened(), item, false, unit)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.next
}
const code = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.error?.code
const agreedBy = (...unitIds: string[]): Feedback => ({
  ...opened(),
  agreed: unitIds.map((unitId) => ({ unitId, by: { personId: 'unit', post: 'unitHead', unitId }, at: 'now' })),
})

describe('发出初评反馈', () => {
  it('is sent once, where the plan has it, over scores that are all final', () => {
    expect(opened()).toMatchObject({ until: '2025-01-22', workingDays: 3, agreed: [] })
    expect(code(openFeedback(given, { ...ground, workingDays: null }, lead))).toBe('feedback.notWanted')
    expect(code(openFeedback(given, { ...ground, earlier: opened() }, lead))).toBe('feedback.alreadyOpened')
    expect(openFeedback(given, { ...ground, notFinal: 2 }, lead)).toMatchObject({
      error: { code: 'feedback.notReady', params: { count: '2' } },
    })
    expect(() => canonicalJson(canonicalFeedback(opened()))).not.toThrow()
  })
})

describe('核对', () => {
  it.each([
    ['2025-01-22', [], true],
    ['2025-01-23', [], false],
    ['2025-01-20', ['transport'], true],
    ['2025-01-20', ['transport', 'health'], false],
  ])('on %s, agreed by %j: %s', (today, units, running) => {
    expect(isRunning(agreedBy(...units), today)).toBe(running)
  })

  it('takes one question at a time for an item, in words, until the last day', () => {
    expect(asked()).toMatchObject({ state: 'open', by: { personId: 'unit' }, words: '台账已报齐' })
    expect(askFeedback(opened(), { ...item, words: '' }, false, unit)).toMatchObject({
      error: { code: 'feedback.wordsMissing', at: 'words' },
    })
    expect(code(askFeedback(opened(), item, true, unit))).toBe('feedback.asked')
    expect(code(askFeedback(opened(), item, false, { ...unit, today: '2025-01-23' }))).toBe('feedback.over')
    expect(code(askFeedback(agreedBy('transport'), item, false, unit))).toBe('feedback.agreedAlready')
  })

  it('ends for a unit with its agreement, which no open question allows', () => {
    const agree = (feedback: Feedback, openOfUnit = 0, today = '2025-01-20') =>
      agreeToFeedback(feedback, { unitId: 'transport', openOfUnit }, { ...unit, today })
    expect(agree(opened())).toMatchObject({ value: { next: { agreed: [{ unitId: 'transport' }] } } })
    expect(code(agree(opened(), 1))).toBe('feedback.ownOpen')
    expect(code(agree(opened(), 0, '2025-01-23'))).toBe('feedback.over')
    expect(code(agree(agreedBy('transport')))).toBe('feedback.agreedAlready')
  })
})

it.each(feedbackAnswers)('%s is answered once, in words, by nobody of the unit', (kind) => {
  const answered = answerFeedback(asked(), { kind, words: '已复查' }, head)
  expect(answered).toMatchObject({ value: { next: { state: 'answered', answer: { kind, by: { personId: 'head' } } } } })
  expect(code(answerFeedback(asked(), { kind, words: '' }, head))).toBe('feedback.wordsMissing')
  const own = { ...head, actor: { ...head.actor, ownUnitIds: ['lead', 'transport'] } }
  expect(code(answerFeedback(asked(), { kind, words: '已复查' }, own))).toBe('feedback.ownUnit')
  if (!answered.ok) throw new Error('not answered')
  expect(code(answerFeedback(answered.value.next, { kind, words: '再答' }, head))).toBe('feedback.answered')
  expect(() => canonicalJson(canonicalFeedbackQuestion(answered.value.next))).not.toThrow()
})

describe('what keeps scores from being locked', () => {
  const codes = (standing: Parameters<typeof feedbackBlockers>[0], today = '2025-01-23') =>
    feedbackBlockers(standing, today).map((blocker) => blocker.code)

  it('waits for the round, its days and every answer, and names the open questions', () => {
    expect(codes({ wanted: false, open: [] })).toEqual([])
    expect(codes({ wanted: true, open: [] })).toEqual(['feedback.notOpened'])
    expect(codes({ wanted: true, feedback: opened(), open: [] })).toEqual([])
    expect(codes({ wanted: true, feedback: opened(), open: [] }, '2025-01-22')).toEqual(['feedback.running'])
    const open = ['交通局“项目”', '卫健局“项目”']
    expect(feedbackBlockers({ wanted: true, feedback: opened(), open }, '2025-01-23')).toEqual([
      { code: 'feedback.unanswered', params: { count: '2', names: '交通局“项目”、卫健局“项目”' } },
    ])
  })

  it('goes on with a round that was sent though a later version of the plan has none', () => {
    expect(codes({ wanted: false, feedback: opened(), open: ['交通局“项目”'] })).toEqual(['feedback.unanswered'])
  })
})

it('tells the units of the round, the scorer of a question and the unit of its answer', () => {
  expect(notificationsOf('feedback', { before: null, after: opened() })).toMatchObject([
    { code: 'notification.feedbackOpened', to: [{ place: { unitIds: ['transport', 'health'] } }] },
  ])
  expect(notificationsOf('feedback', { before: opened(), after: agreedBy('transport') })).toEqual([])
  expect(notificationsOf('feedbackQuestion', { before: null, after: asked() })).toMatchObject([
    { code: 'notification.feedbackAsked', params: { reason: '台账已报齐', unitId: 'transport' } },
  ])
  const answered = answerFeedback(asked(), { kind: 'declined', words: '已复查' }, head)
  if (!answered.ok) throw new Error('not answered')
  expect(notificationsOf('feedbackQuestion', { before: asked(), after: answered.value.next })).toMatchObject([
    { code: 'notification.feedbackDeclined', params: { reason: '已复查' } },
  ])
})
