import { anActor } from '@quanheng/testkit/an-actor'
import { describe, expect, it } from 'vitest'
import type { PostKind } from '../ability/posts.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import type { ReviewCommand, ReviewContext } from './commands.ts'
import { beginReview, decideReview } from './decide.ts'
import type { YearReview } from './model.ts'
import { carriedChanges } from './proposals.ts'
import { reviewWorkflow } from './transitions.ts'

let next = 0
const context = (post: PostKind, unitId: string, more: Partial<ReviewContext> = {}): ReviewContext => ({
  actor: anActor(post, unitId),
  now: '2026-01-10T02:00:00Z',
  today: '2026-01-10',
  newId: () => `id${++next}`,
  nodes: new Map([['services', '服务业']]),
  ...more,
})
const content = { title: '总结复盘', asks: '', until: '2026-01-20', summary: '', unitIds: ['transport'] }
const office = () => context('officeStaff', 'office')
const unit = () => context('unitReporter', 'transport')
const entry = { kind: 'contribute', entryKind: 'practice', nodeKey: '', text: '专班推进', wanted: '' } as const
const change = { ...entry, entryKind: 'change', nodeKey: 'services', text: '档次过密', wanted: '分三档' } as const

const begun = (): YearReview => {
  const made = beginReview({ planId: 'plan', year: 2025, content }, office())
  if (!made.ok) throw new Error(made.error.code)
  return made.value.next
}
const codeOf = (review: YearReview, command: ReviewCommand, given: ReviewContext): string => {
  const made = decideReview(review, command, given)
  return made.ok ? 'accepted' : made.error.code
}
const run = (review: YearReview, command: ReviewCommand, given: ReviewContext): YearReview => {
  const made = decideReview(review, command, given)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.next
}
const gathered = () => run(run(begun(), entry, unit()), change, context('handler', 'lead'))
const answered = (): YearReview => {
  const closed = run(gathered(), { kind: 'close' }, office())
  const [first, second] = closed.standing.entries
  const answers = [
    { entryId: first?.id ?? '', outcome: 'accepted', reason: '' },
    { entryId: second?.id ?? '', outcome: 'partly', reason: '分四档' },
  ] as const
  return run(closed, { kind: 'answer', answers }, office())
}
const take = { kind: 'take', words: '同意', on: '2026-01-10' } as const
const taken = (): YearReview => {
  const summed = run(answered(), { kind: 'summarise', summary: '总体良好。' }, office())
  return run(run(summed, { kind: 'propose' }, office()), take, context('steeringHead', 'office'))
}

describe('年度总结复盘', () => {
  it('谁在哪一步能办什么', () => {
    expect(workflowText(reviewWorkflow)).toContain('gathering')
    for (const command of ['close', 'answer', 'take'] as const) {
      expect(reviewWorkflow.rows.find((row) => row.command === command)?.posts).not.toContain('unitReporter')
    }
  })

  it('各单位和科室提出，逐条登记，写总结，组长审定', () => {
    const done = taken()
    expect(done.state).toBe('taken')
    expect(done.standing.entries.map(({ kind, node, by }) => [kind, node?.name, by.unitId])).toEqual([
      ['practice', undefined, 'transport'],
      ['change', '服务业', 'lead'],
    ])
  })

  it('截止日期不早于今日；截止后不再收', () => {
    const early = beginReview({ planId: 'plan', year: 2025, content: { ...content, until: '2026-01-09' } }, office())
    expect(early.ok || early.error.code).toBe('yearReview.untilPast')
    expect(codeOf(begun(), entry, { ...unit(), today: '2026-01-21' })).toBe('yearReview.over')
    expect(codeOf(begun(), entry, { ...unit(), today: '2026-01-20' })).toBe('accepted')
  })

  it('没有内容、改进建议没有写怎样改、指标不在方案中的不收', () => {
    expect(codeOf(begun(), { ...entry, text: '' }, unit())).toBe('yearReview.textMissing')
    expect(codeOf(begun(), { ...change, wanted: '' }, unit())).toBe('yearReview.wantedMissing')
    expect(codeOf(begun(), { ...entry, nodeKey: '没有' }, unit())).toBe('yearReview.nodeUnknown')
  })

  it('本单位可撤回，别的单位不能；汇总由考评办办', () => {
    const review = gathered()
    const entryId = review.standing.entries[0]?.id ?? ''
    expect(codeOf(review, { kind: 'drop', entryId }, context('unitHead', 'town'))).toBe('yearReview.entryUnknown')
    expect(run(review, { kind: 'drop', entryId }, unit()).standing.entries).toHaveLength(1)
    expect(codeOf(review, { kind: 'close' }, context('clerk', 'lead'))).toBe('yearReview.otherUnit')
  })

  it('未采纳、部分采纳须写理由；没有逐条登记、没有总结的不能报审', () => {
    const closed = run(gathered(), { kind: 'close' }, office())
    const entryId = closed.standing.entries[0]?.id ?? ''
    const bare = { kind: 'answer', answers: [{ entryId, outcome: 'declined', reason: '' }] } as const
    expect(codeOf(closed, bare, office())).toBe('yearReview.reasonMissing')
    expect(codeOf(closed, { kind: 'propose' }, office())).toBe('yearReview.unanswered')
    expect(codeOf(answered(), { kind: 'propose' }, office())).toBe('yearReview.summaryMissing')
  })

  it('代组长登记须附原件；日期不晚于今日；退回须写理由', () => {
    const up = run(
      run(answered(), { kind: 'summarise', summary: '总体良好。' }, office()),
      { kind: 'propose' },
      office(),
    )
    expect(codeOf(up, take, office())).toBe('yearReview.scanMissing')
    expect(codeOf(up, { ...take, on: '2026-01-11' }, context('steeringHead', 'office'))).toBe('yearReview.inFuture')
    expect(codeOf(up, { kind: 'return', reason: '' }, office())).toBe('yearReview.reasonMissing')
  })

  it('采纳的改进建议列入以后年度的方案，每个方案一次；没有采纳的无可列入', () => {
    const carry = { kind: 'carry', planId: 'next', planVersion: 1, year: 2026 } as const
    const done = taken()
    expect(codeOf(done, { ...carry, year: 2025 }, office())).toBe('yearReview.notLater')
    const carried = run(done, carry, office())
    expect(codeOf(carried, carry, office())).toBe('yearReview.carriedAlready')
    const none = { ...done, standing: { ...done.standing, entries: done.standing.entries.slice(0, 1) } }
    expect(codeOf(none, carry, office())).toBe('yearReview.nothingToCarry')
    expect(
      carriedChanges(done, () => '发改委').map(({ finding }) => [finding.code, finding.severity, finding.params]),
    ).toEqual([
      [
        'review.changeWanted',
        'note',
        expect.objectContaining({ unit: '发改委', name: '服务业', wanted: '分三档', reason: '分四档', year: '2025' }),
      ],
    ])
  })
})
