import fc from 'fast-check'
import type { Award, Edge, Rule, Step, Tier, TiersRule } from './model.ts'
import {
  additionLimit,
  award,
  base,
  ceiling,
  counted,
  decimal,
  deductionLimit,
  fact,
  measure,
  noneBand,
  partial,
  tierAward,
  unit,
} from './rule-parts.fixture.ts'

/** Arbitrary rules that read one figure or one count. */

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
          award: tierAward,
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
      otherwise: tierAward,
    },
    { requiredKeys: ['kind', 'measure', 'bands'] },
  )
  .filter((r) => !(r.bands.length === 1 && r.bands[0]?.award.kind === 'full' && r.otherwise?.kind === 'none'))

/** Bands of a change against last year: some of them numbers, the others above, on and below zero. */
const zeroEdge = (unit: '%' | undefined, inclusive: boolean): Edge => ({ value: '0', ...(unit && { unit }), inclusive })

const changeTiers: fc.Arbitrary<TiersRule> = fc
  .record({
    name: fc.constantFrom('森林覆盖率较上年提高', '事故起数同比下降', '“三公”经费支出较上年减少', '增长'),
    upper: fc.option(bands, { nil: [] }),
    sides: fc.shuffledSubarray(['above', 'on', 'below'] as const, { minLength: 2 }),
    awards: fc.tuple(award, award, award),
  })
  .map(({ name: figure, upper, sides, awards }) => {
    const unit = upper.length > 0 ? '%' : undefined
    const [closed, open] = [zeroEdge(unit, true), zeroEdge(unit, false)]
    const at = { above: { from: open }, on: { from: closed, to: closed }, below: { to: open } }
    const falls = sides.map((side, i): Tier => ({ ...at[side], award: awards[i] as Award }))
    return { kind: 'tiers', measure: { kind: 'input', name: figure }, bands: [...upper, ...falls] }
  })

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

export const stepsRule = fc
  .record(
    {
      kind: fc.constant('steps' as const),
      measure,
      reference: fc.oneof(
        fc.constant({ input: '目标值' }),
        fc.constant({ input: '全省平均水平' }),
        fc.constantFrom(...(['mean', 'max', 'min'] as const)).map((group) => ({ group })),
        fc.record({ value: decimal, unit }),
      ),
      base,
      steps: fc.oneof(
        step('below').map((s) => [s]),
        step('above').map((s) => [s]),
        fc.tuple(step('below'), step('above')),
      ),
      partial,
      ceiling,
      none: noneBand,
    },
    { requiredKeys: ['kind', 'measure', 'reference', 'steps'] },
  )
  .filter((r) => r.measure.kind === 'input' || !('input' in r.reference))
  .filter((r) => r.ceiling === undefined || r.steps.some(({ effect }) => effect === 'add'))
  // 达到90%，每少1家: whole ones are no share of a rate.
  .filter(
    ({ reference, steps }) =>
      !('value' in reference && reference.unit === '%') ||
      steps.every(({ by }) => /^(?:%|个百分点)$/u.test(by.unit ?? '')),
  )

export const countDeductionRule = fc
  .record(
    {
      kind: fc.constant('countDeduction' as const),
      counted,
      points: decimal,
      limit: deductionLimit,
      partial,
      none: fc.record({ value: decimal, inclusive: fc.boolean() }, { requiredKeys: ['value'] }),
    },
    { requiredKeys: ['kind', 'counted', 'points'] },
  )
  .map(({ none, ...rule }) => ({
    ...rule,
    ...(none && { none: { from: { ...none, unit: rule.counted.unit } } }),
  }))

/** 好的得8-10分，较好的得6-7分: ranges that fall from level to level. */
const judgedLevels: fc.Arbitrary<Rule> = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 8 })
  .map((ends) => ends.sort((a, b) => b - a).map((n) => String(n / 4)))
  .map((ends) => {
    const names = ['好', '较好', '一般', '差']
    const levels = names
      .slice(0, Math.floor(ends.length / 2))
      .map((name, i) => ({ name, from: ends[2 * i + 1] as string, to: ends[2 * i] as string }))
    return { kind: 'judged' as const, from: levels.at(-1)?.from as string, to: levels[0]?.to as string, levels }
  })

export const basicRule: fc.Arbitrary<Rule> = fc.oneof(
  fc
    .record(
      { kind: fc.constant('ratio' as const), measure, ceiling, of: decimal, none: noneBand },
      { requiredKeys: ['kind', 'measure'] },
    )
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
      fc.record({
        kind: fc.constant('compared' as const),
        measure,
        relation: fc.constantFrom('atLeast', 'above', 'atMost', 'below', 'equal'),
        group: fc.constantFrom('mean', 'max', 'min'),
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
  changeTiers,
  stepsRule,
  countDeductionRule,
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
  judgedLevels,
)
