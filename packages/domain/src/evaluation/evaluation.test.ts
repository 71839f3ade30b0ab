import { anActor } from '@quanheng/testkit/an-actor'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PostKind } from '../ability/posts.ts'
import { compare, exact } from '../kernel/exact.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { mostHigh, readBallot, readMark } from './ballot.ts'
import type { Channel, EvaluationContent } from './channel.ts'
import { checkContent } from './check-content.ts'
import type { EvaluationCommand, EvaluationContext } from './commands.ts'
import { beginEvaluation, decideEvaluation } from './decide.ts'
import { type Evaluation, unitsFor } from './model.ts'
import { agreedCount, differencesOf, type PaperCount } from './paper-count.ts'
import { countMarks, resultOf } from './result.ts'
import { tallyUnit } from './tally.ts'
import { evaluationWorkflow } from './transitions.ts'

const marks: Channel = {
  key: 'peers',
  name: '互评',
  kind: 'peers',
  way: 'byName',
  weight: '100',
  scale: { kind: 'marks', from: '0', to: '100' },
  unknown: { kind: 'leftOut' },
  minimum: 1,
  mayChange: true,
  roster: { posts: ['unitHead'], unitIds: ['a'] },
}
const levels: Channel = {
  ...marks,
  key: 'leaders',
  scale: {
    kind: 'levels',
    levels: [
      { key: 'a', name: '优秀', points: '100' },
      { key: 'b', name: '良好', points: '80' },
      { key: 'c', name: '一般', points: '60' },
    ],
  },
}
const content: EvaluationContent = {
  title: '互评',
  outOf: '100',
  places: 2,
  whenShort: 'missing',
  opensOn: '2025-01-06',
  closesOn: '2025-01-10',
  channels: [marks],
}
const tally = (channel: Channel, given: readonly string[]) =>
  tallyUnit(channel, 'u', countMarks(given.map((mark) => ({ unitId: 'u', mark }))).get('u') ?? [])

describe('计票', () => {
  it('平均分准确到底，不了解按声明', () => {
    expect(tally(marks, ['90', '80', '85'])).toMatchObject({ given: 3, base: 3, mean: '85', rate: '85' })
    expect(tally(marks, ['90', '80', '80'])).toMatchObject({ mean: '250/3' })
    expect(tally(marks, ['90', 'unknown'])).toMatchObject({ given: 2, unknown: 1, base: 1, mean: '90' })
    const counted = { ...marks, unknown: { kind: 'counted', points: '60' } } as const
    expect(tally(counted, ['90', 'unknown'])).toMatchObject({ unknown: 1, base: 2, mean: '75' })
  })

  it('评价次数超过规定才去高去低，每端按个数或比例', () => {
    const trim = { whenMoreThan: 3, by: 'count', highest: 1, lowest: 1 } as const
    const trimming = { ...marks, trim }
    expect(tally(trimming, ['10', '80', '100'])).toMatchObject({ dropped: 0, base: 3 })
    expect(tally(trimming, ['10', '80', '90', '100'])).toMatchObject({ dropped: 2, base: 2, mean: '85' })
    const shares = { ...marks, trim: { whenMoreThan: 3, by: 'percent', highest: 25, lowest: 0 } as const }
    expect(tally(shares, ['10', '80', '90', '100'])).toMatchObject({ dropped: 1, base: 3, mean: '60' })
    // 25 % of 7 is rounded down to one.
    expect(tally(shares, ['1', '1', '1', '1', '1', '1', '8'])).toMatchObject({ dropped: 1, mean: '1' })
  })

  it('少于最低票数没有结果，分布也不显示；没有票不是零分', () => {
    const three = { ...marks, minimum: 3 }
    expect(tally(three, ['90', '80'])).toEqual({ unitId: 'u', given: 2, unknown: 0, dropped: 0, base: 2 })
    expect(tally(three, ['90', '80', 'unknown'])).not.toHaveProperty('mean')
    expect(tally(marks, [])).not.toHaveProperty('mean')
  })

  it('等次按所定分值，分布按等次顺序', () => {
    expect(tally(levels, ['c', 'a', 'a', 'unknown'])).toMatchObject({
      mean: '260/3',
      marks: [
        { mark: 'a', n: 2 },
        { mark: 'c', n: 1 },
        { mark: 'unknown', n: 1 },
      ],
    })
  })

  it('与票的先后无关', () => {
    const someMarks = fc.array(fc.oneof(fc.integer({ min: 0, max: 100 }).map(String), fc.constant('unknown')), {
      maxLength: 30,
    })
    const trim = { whenMoreThan: 4, by: 'count', highest: 1, lowest: 2 } as const
    fc.assert(
      fc.property(
        someMarks.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        ([given, shuffled]) => {
          expect(tally({ ...marks, trim }, shuffled)).toEqual(tally({ ...marks, trim }, given))
        },
      ),
    )
  })

  it('平均分总在最高和最低之间，去掉的和计入的合为全部', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 }), (given) => {
        const trim = { whenMoreThan: 2, by: 'count', highest: 1, lowest: 1 } as const
        const found = tally({ ...marks, trim }, given.map(String))
        expect(found.base + found.dropped).toBe(given.length)
        const mean = exact(found.mean ?? '')
        expect(compare(mean, exact(String(Math.max(...given))))).toBeLessThanOrEqual(0)
        expect(compare(mean, exact(String(Math.min(...given))))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('各渠道按权重合成，只在最后四舍五入一次；缺渠道的暂缺，或由其他渠道按比例承担', () => {
    const two = [
      { ...marks, weight: '60' },
      { ...levels, weight: '40' },
    ]
    const given = [
      {
        channelKey: 'peers',
        asked: 3,
        came: 3,
        marks: countMarks(['90', '80', '80'].map((mark) => ({ unitId: 'u', mark }))),
      },
      { channelKey: 'leaders', asked: 1, came: 1, marks: countMarks([{ unitId: 'u', mark: 'b' }]) },
    ]
    const of = (more: Partial<EvaluationContent>, marksGiven = given) =>
      resultOf({ unitIds: ['u'], content: { ...content, channels: two, ...more } }, marksGiven).units[0]
    expect(of({})).toEqual({ unitId: 'u', exact: '82', value: '82.00' })
    expect(of({ outOf: '5' })).toMatchObject({ value: '4.10' })
    expect(of({}, given.slice(0, 1))).toEqual({ unitId: 'u' })
    expect(of({ whenShort: 'reweigh' }, given.slice(0, 1))).toMatchObject({ exact: '250/3', value: '83.33' })
    expect(of({ whenShort: 'reweigh' }, [])).toEqual({ unitId: 'u' })
  })
})

describe('票面', () => {
  const high = { ...marks, spread: { atLeast: '90', percent: '40' } }
  const ballot = (channel: Channel, given: Readonly<Record<string, string>>) => {
    const read = readBallot(
      channel,
      ['a', 'b', 'c'],
      Object.entries(given).map(([unitId, mark]) => ({ unitId, mark })),
    )
    return read.ok ? 'accepted' : read.error.code
  }

  it('逐一评完，本单位和生人不评，评价在范围内', () => {
    expect(ballot(marks, { a: '90', b: '９０．５', c: 'unknown' })).toBe('accepted')
    expect(ballot(marks, { a: '90', b: '80' })).toBe('evaluation.unitMissing')
    expect(ballot(marks, { a: '90', b: '80', c: '' })).toBe('evaluation.unitMissing')
    expect(ballot(marks, { a: '90', b: '80', c: '70', d: '60' })).toBe('evaluation.unitStrange')
    expect(ballot(marks, { a: '100.1', b: '80', c: '70' })).toBe('evaluation.markWrong')
    expect(ballot({ ...marks, unknown: { kind: 'notOffered' } }, { a: 'unknown', b: '1', c: '1' })).toBe(
      'evaluation.markWrong',
    )
    expect(readMark(marks, '９０．５０')).toBe('90.5')
    expect(unitsFor({ unitIds: ['a', 'b', 'c'] }, { ownUnitIds: ['b'] })).toEqual(['a', 'c'])
  })

  it('高分不超过强制分布所定的个数', () => {
    expect(mostHigh(high, 3)).toBe(1)
    expect(ballot(high, { a: '90', b: '89.9', c: '60' })).toBe('accepted')
    expect(ballot(high, { a: '90', b: '90', c: '60' })).toBe('evaluation.spreadExceeded')
    expect(ballot(high, { a: '90', b: 'unknown', c: '60' })).toBe('accepted')
  })
})

describe('评议方案', () => {
  const faultOf = (more: Partial<EvaluationContent>) => {
    const checked = checkContent({ ...content, ...more })
    return checked.ok ? 'fine' : checked.error.code
  }
  const channel = (more: Partial<Channel>) => faultOf({ channels: [{ ...marks, ...more }] })
  it('缺什么、错在哪，逐处说明', () => {
    expect(faultOf({})).toBe('fine')
    expect(faultOf({ title: '' })).toBe('evaluation.titleMissing')
    expect(faultOf({ closesOn: '2025-01-05' })).toBe('evaluation.daysWrong')
    expect(faultOf({ outOf: '0' })).toBe('evaluation.numberWrong')
    expect(faultOf({ channels: [] })).toBe('evaluation.channelMissing')
    expect(channel({ weight: '99.9' })).toBe('evaluation.weightsWrong')
    expect(channel({ name: '' })).toBe('evaluation.channelName')
    expect(channel({ scale: { kind: 'marks', from: '100', to: '100' } })).toBe('evaluation.scaleWrong')
    expect(channel({ scale: { kind: 'levels', levels: [{ key: 'a', name: '优秀', points: '1' }] } })).toBe(
      'evaluation.scaleWrong',
    )
    expect(channel({ unknown: { kind: 'counted', points: '101' } })).toBe('evaluation.scaleWrong')
    expect(channel({ spread: { atLeast: '90', percent: '101' } })).toBe('evaluation.spreadWrong')
    expect(channel({ trim: { whenMoreThan: 1, by: 'count', highest: 1, lowest: 1 } })).toBe('evaluation.trimWrong')
    expect(channel({ trim: { whenMoreThan: 5, by: 'percent', highest: 50, lowest: 50 } })).toBe('evaluation.trimWrong')
    expect(channel({ roster: { posts: [], unitIds: [] } })).toBe('evaluation.rosterMissing')
    const tickets = {
      opensOn: '2025-01-06',
      ticketsUntil: '2025-01-07',
      channels: [{ ...marks, way: 'secret' as const, minimum: 5 }],
    }
    expect(faultOf(tickets)).toBe('fine')
    expect(faultOf({ ...tickets, ticketsUntil: '2025-01-10' })).toBe('evaluation.ticketDaysWrong')
    expect(faultOf({ channels: tickets.channels })).toBe('evaluation.ticketDaysWrong')
    expect(faultOf({ ...tickets, channels: [{ ...marks, way: 'secret', minimum: 4 }] })).toBe(
      'evaluation.secretMinimum',
    )
    expect(channel({ way: 'paper', roster: { posts: [], unitIds: [] } })).toBe('fine')
  })
})

let made = 0
const context = (post: PostKind = 'handler', unitId = 'lead', more: Partial<EvaluationContext> = {}) => ({
  actor: anActor(post, unitId),
  now: '2025-01-06T02:00:00Z',
  today: '2025-01-06',
  newId: () => `id${++made}`,
  ...more,
})
const person = (personId: string) => context('handler', 'lead', { actor: { ...anActor('handler', 'lead'), personId } })
const begun = (more: Partial<EvaluationContent> = {}): Evaluation => {
  const subject = { planId: 'plan', elementKey: 'quality', year: 2024, unitIds: ['a', 'b'] }
  const found = beginEvaluation({ ...subject, content: { ...content, ...more } }, context())
  if (!found.ok) throw new Error(found.error.code)
  return found.value.next
}
const codeOf = (evaluation: Evaluation, command: EvaluationCommand, given = context()): string => {
  const found = decideEvaluation(evaluation, command, given)
  return found.ok ? 'accepted' : found.error.code
}
const run = (evaluation: Evaluation, command: EvaluationCommand, given = context()): Evaluation => {
  const found = decideEvaluation(evaluation, command, given)
  if (!found.ok) throw new Error(found.error.code)
  return found.value.next
}
const evaluators = [{ channelKey: 'peers', personId: 'p', unitId: 'a', ownUnitIds: ['a'] }]
const open = { kind: 'open', evaluators, digest: 'd' } as const
const paper = { channels: [{ ...marks, way: 'paper' as const }] }
const count: Extract<EvaluationCommand, { kind: 'count' }> = {
  kind: 'count',
  channelKey: 'peers',
  handedOut: 3,
  returned: 3,
  invalid: 1,
  units: [
    { unitId: 'a', marks: [{ mark: '90', n: 2 }] },
    {
      unitId: 'b',
      marks: [
        { mark: '80', n: 1 },
        { mark: 'unknown', n: 1 },
      ],
    },
  ],
  scanDigest: 's',
}

describe('评议', () => {
  it('开始后方案不变；过了截止日期或全部填完才结束', () => {
    const opened = run(begun(), open)
    expect(opened.standing.opening).toMatchObject({ digest: 'd', on: '2025-01-06' })
    expect(codeOf(opened, { kind: 'save', content })).toBe('evaluation.notNow')
    expect(codeOf(begun(), { ...open, evaluators: [] })).toBe('evaluation.nobodyAsked')
    expect(codeOf(begun(), open, context('handler', 'lead', { today: '2025-01-11' }))).toBe('evaluation.dayPassed')
    expect(codeOf(begun(), open, context('handler', 'other'))).toBe('evaluation.otherUnit')
    expect(codeOf(opened, { kind: 'close', outstanding: 1, box: [] })).toBe('evaluation.stillRunning')
    expect(codeOf(opened, { kind: 'close', outstanding: 0, box: [] })).toBe('accepted')
    expect(
      codeOf(opened, { kind: 'close', outstanding: 1, box: [] }, context('handler', 'lead', { today: '2025-01-11' })),
    ).toBe('accepted')
  })

  it('纸质票由两人各计一遍，一致才算；差异逐处列出', () => {
    const opened = run(begun(paper), { ...open, evaluators: [] })
    expect(codeOf(opened, { ...count, invalid: 4 })).toBe('evaluation.countWrong')
    expect(codeOf(opened, { ...count, invalid: 2 })).toBe('evaluation.ballotsDoNotAgree')
    const first = run(opened, count, person('one'))
    const closed = run(first, { kind: 'close', outstanding: 0, box: [] })
    expect(codeOf(closed, { kind: 'tally', ballots: [] })).toBe('evaluation.countOpen')
    // The same person twice is one person.
    expect(agreedCount(run(closed, count, person('one')).standing.counts, 'peers')).toBeUndefined()
    const other = { ...count, units: [{ unitId: 'a', marks: [{ mark: '91', n: 2 }] }, ...count.units.slice(1)] }
    const differing = run(closed, other, person('two'))
    const [a, b] = differing.standing.counts as [PaperCount, PaperCount]
    expect(differencesOf(a, b)).toEqual([
      { unitId: 'a', mark: '90', first: 2, second: 0 },
      { unitId: 'a', mark: '91', first: 0, second: 2 },
    ])
    const agreed = run(differing, { ...other, units: other.units.toReversed() }, person('three'))
    expect(codeOf(agreed, count, person('four'))).toBe('evaluation.countAgreed')
    const counted = run(agreed, { kind: 'tally', ballots: [] })
    expect(counted.standing.result?.units).toEqual([
      { unitId: 'a', exact: '91', value: '91.00' },
      { unitId: 'b', exact: '80', value: '80.00' },
    ])
    expect(counted.standing.result?.channels[0]).toMatchObject({ asked: 3, came: 2 })
    expect(codeOf(counted, { kind: 'feed', fed: [] })).toBe('evaluation.nothingToFeed')
    expect(codeOf(counted, { kind: 'cancel', reason: 'x' })).toBe('evaluation.notNow')
  })

  it('各岗位在各状态能办什么', () => {
    expect(workflowText(evaluationWorkflow)).toMatchInlineSnapshot(`
      "draft save → draft: officeDirector officeStaff sectionHead handler dataProvider
      draft open → open: officeDirector officeStaff sectionHead handler dataProvider
      draft cancel → cancelled: officeDirector officeStaff sectionHead handler dataProvider
      open count → open|closed: officeDirector officeStaff sectionHead handler dataProvider
      open close → closed: officeDirector officeStaff sectionHead handler dataProvider
      open cancel → cancelled: officeDirector officeStaff sectionHead handler dataProvider
      closed count → open|closed: officeDirector officeStaff sectionHead handler dataProvider
      closed tally → counted: officeDirector officeStaff sectionHead handler dataProvider
      closed cancel → cancelled: officeDirector officeStaff sectionHead handler dataProvider
      counted feed → fed: officeDirector officeStaff sectionHead handler dataProvider"
    `)
  })
})
