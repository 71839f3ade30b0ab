import fc from 'fast-check'
import type { Answer, Award, Ceiling, Edge, Measure, Partial, Rule, Step, Tier, TiersRule } from './model.ts'
import { choicesOf, questionCodes } from './questions.ts'

/** Arbitrary rules in normal form: everything that a sentence of the language can say. */

const decimal = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 2 }))
  .map(([n, places]) => String(n / 10 ** places))
const name = fc.constantFrom('污水处理率', '工业投资增速', '群众满意度', '𠮷县GDP', '“一网通办”办件率', '空气优良天数')
const fact = fc.constantFrom('完成年度任务', '印发《实施方案》', '按期报送总结', '召开专题会议', '建成𠮷水项目库')
const unit = fc.constantFrom('%', '个百分点', '个', '家', '万元')
const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.constant<Measure>({ kind: 'rate', actual: '完成值', target: '目标值' }),
  fc.constant<Measure>({ kind: 'rate', actual: '实际投资', target: '计划投资' }),
  name.map((n): Measure => ({ kind: 'input', name: n })),
)
const points = { kind: fc.constant('points' as const), points: decimal }
const award: fc.Arbitrary<Award> = fc.oneof(
  fc.constant<Award>({ kind: 'full' }),
  fc.constant<Award>({ kind: 'none' }),
  fc.record(points),
  fc.record({ kind: fc.constant('share' as const), percent: decimal }),
)
const ceiling: fc.Arbitrary<Ceiling> = fc.oneof(
  fc.constant<Ceiling>({ kind: 'fullMark' }),
  fc.constant<Ceiling>({ kind: 'unlimited' }),
  fc.record(points),
  fc.record({ kind: fc.constant('share' as const), percent: decimal }),
)
const deductionLimit = fc.oneof(
  fc.constant({ kind: 'untilZero' as const }),
  fc.constant({ kind: 'unlimited' as const }),
  fc.record(points),
)
const additionLimit = fc.oneof(
  fc.constant({ kind: 'fullMark' as const }),
  fc.constant({ kind: 'unlimited' as const }),
  fc.record(points),
)
const partial = fc.constantFrom<Partial>('dropped', 'proRata', 'whole')

/** One to five falling bands, each with one or two edges, open or closed; sometimes one below them all. */
const bands = fc
  .uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 })
  .map((edges) => edges.sort((a, b) => b - a))
  .chain((edges) =>
    fc.tuple(
      ...edges.map((value, i) =>
        fc.record({
          inclusive: fc.option(fc.boolean(), { nil: undefined }),
          twoSided: fc.boolean(),
          award,
          above: fc.constant(edges[i - 1]),
          value: fc.constant(value),
        }),
      ),
    ),
  )
  .map((rows) =>
    rows.map(({ inclusive, twoSided, award: a, above, value }) => {
      const edge = (v: number): Edge => ({ value: String(v), unit: '%', ...(inclusive !== undefined && { inclusive }) })
      return { from: edge(value), ...(twoSided && above !== undefined && { to: edge(above) }), award: a }
    }),
  )

const lowest = fc.oneof(
  fc.constant<readonly Tier[]>([]),
  fc
    .tuple(decimal, fc.boolean(), award)
    .map(([value, inclusive, a]): readonly Tier[] => [{ to: { value, unit: '%', inclusive }, award: a }]),
)

const tiersRule: fc.Arbitrary<TiersRule> = fc
  .record(
    {
      kind: fc.constant('tiers' as const),
      measure,
      bands: fc.tuple(bands, lowest).map(([upper, low]) => [...upper, ...low]),
      otherwise: award,
    },
    { requiredKeys: ['kind', 'measure', 'bands'] },
  )
  .filter((r) => !(r.bands.length === 1 && r.bands[0]?.award.kind === 'full' && r.otherwise?.kind === 'none'))

const step = (side: 'below' | 'above'): fc.Arbitrary<Step> => {
  const base = { side: fc.constant(side), by: fc.record({ value: decimal, unit }), points: decimal }
  const required = { requiredKeys: ['side', 'by', 'points', 'effect'] as const }
  return fc.oneof(
    fc.record(
      { ...base, effect: fc.constant('deduct' as const), limit: deductionLimit },
      { requiredKeys: [...required.requiredKeys] },
    ),
    fc.record(
      { ...base, effect: fc.constant('add' as const), limit: additionLimit },
      { requiredKeys: [...required.requiredKeys] },
    ),
  )
}

const counted = fc.record(
  {
    verb: fc.constantFrom('', '发现', '完成', '召开'),
    per: fc.constantFrom('1', '2', '10'),
    unit: fc.constantFrom('个', '例', '人次'),
    name: fc.constantFrom('欠薪案件', '专题会议'),
  },
  { requiredKeys: ['verb', 'per', 'unit'] },
)

export const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc
    .record({ kind: fc.constant('ratio' as const), measure, ceiling }, { requiredKeys: ['kind', 'measure'] })
    .filter((r) => r.measure.kind === 'rate' || /[率度]$/u.test(r.measure.name)),
  fc.record({
    kind: fc.constant('allOrNothing' as const),
    when: fc.oneof(
      fact.map((n) => ({ kind: 'fact' as const, name: n })),
      fc.record({
        kind: fc.constant('meets' as const),
        actual: fc.constantFrom('完成值', '事故起数'),
        relation: fc.constantFrom('atLeast', 'above', 'atMost', 'below', 'equal'),
        target: fc.constantFrom('目标值', '控制数'),
      }),
      fc
        .tuple(measure, decimal, fc.option(fc.boolean(), { nil: undefined }), fc.boolean())
        .map(([m, value, inclusive, up]) => {
          const edge: Edge = { value, unit: '%', ...(inclusive !== undefined && { inclusive }) }
          return { kind: 'band' as const, measure: m, ...(up ? { from: edge } : { to: edge }) }
        }),
    ),
  }),
  tiersRule,
  fc
    .record(
      {
        kind: fc.constant('steps' as const),
        measure,
        reference: fc.oneof(fc.constant({ input: '目标值' }), fc.record({ value: decimal, unit })),
        steps: fc.oneof(
          step('below').map((s) => [s]),
          step('above').map((s) => [s]),
          fc.tuple(step('below'), step('above')),
        ),
        partial,
      },
      { requiredKeys: ['kind', 'measure', 'reference', 'steps'] },
    )
    .filter((r) => r.measure.kind === 'input' || !('input' in r.reference)),
  fc.record(
    { kind: fc.constant('countDeduction' as const), counted, points: decimal, limit: deductionLimit, partial },
    { requiredKeys: ['kind', 'counted', 'points'] },
  ),
  fc.record(
    { kind: fc.constant('countCredit' as const), counted, points: decimal, ceiling, partial },
    { requiredKeys: ['kind', 'counted', 'points'] },
  ),
  fc.record({
    kind: fc.constant('checklist' as const),
    entries: fc.array(fc.record({ name: fact, points: decimal }), { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('judged' as const),
    from: fc.constantFrom('0', '2.5'),
    to: fc.oneof(decimal, fc.constant('fullMark' as const)),
  }),
)

export const answers: fc.Arbitrary<readonly Answer[]> = fc
  .uniqueArray(fc.constantFrom(...questionCodes))
  .chain((codes) =>
    fc.tuple(
      ...codes.map((question) =>
        fc.record({
          question: fc.constant<string>(question),
          choice: fc.constantFrom(...choicesOf(question)),
          basis: fc.constant({ kind: 'interpretation' as const, by: '甲', on: '2025-01-02', reason: '会议明确' }),
        }),
      ),
    ),
  )
