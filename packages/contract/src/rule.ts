import type { Basis } from '@quanheng/domain/kernel/basis'
import type { Formula, Rule, StoredRule } from '@quanheng/domain/rule/model'
import { z } from 'zod'
import { day, words } from './shapes.ts'

/** Shapes of a stored scoring rule (rule/model.ts). They check form only: whether it says what its sentence says is for `lint`. */

export const basis: z.ZodType<Basis> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('clause'),
    document: words.exactOptional(),
    article: words,
    text: words.exactOptional(),
  }),
  z.object({ kind: z.literal('interpretation'), by: words, on: day, reason: words }),
  z.object({ kind: z.literal('default') }),
])

const exact = z.string().max(60)
const measure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rate'), actual: words, target: words }),
  z.object({ kind: z.literal('input'), name: words }),
])
const amount = { value: exact, unit: words.exactOptional() }
const edge = z.object({ ...amount, inclusive: z.boolean().exactOptional() })
const band = { from: edge.exactOptional(), to: edge.exactOptional() }
const points = z.object({ kind: z.literal('points'), points: exact })
const share = z.object({ kind: z.literal('share'), percent: exact })
const unlimited = z.object({ kind: z.literal('unlimited') })
const fullMark = z.object({ kind: z.literal('fullMark') })

const full = z.object({ kind: z.literal('full') })
const none = z.object({ kind: z.literal('none') })
const base = z.discriminatedUnion('kind', [points, share])
const award = z.discriminatedUnion('kind', [
  full,
  none,
  points,
  share,
  z.object({ kind: z.literal('rate'), of: z.object(amount).exactOptional(), worth: base.exactOptional() }),
  z.object({ kind: z.literal('deduct'), points: exact }),
  z.object({ kind: z.literal('add'), points: exact }),
])
const ceiling = z.discriminatedUnion('kind', [fullMark, points, share, unlimited]).exactOptional()
const deductionLimit = z
  .discriminatedUnion('kind', [z.object({ kind: z.literal('untilZero') }), points, unlimited])
  .exactOptional()
const byBaseline = z.object({
  kind: z.literal('byBaseline'),
  points: exact,
  below: z.array(z.object({ upTo: exact.exactOptional(), points: exact })).max(20),
})
const additionLimit = z.discriminatedUnion('kind', [fullMark, points, unlimited, byBaseline]).exactOptional()
const partial = z.enum(['dropped', 'proRata', 'whole']).exactOptional()
const counted = z.object({
  verb: words,
  per: exact,
  unit: words,
  name: words.exactOptional(),
  case: words.exactOptional(),
})
const noneBand = z.object(band).exactOptional()
const groupFigure = z.object({ group: z.enum(['mean', 'max', 'min']) })
const reference = z.union([z.object(amount), z.object({ input: words }), groupFigure])
const pole = z.union([z.object(amount), z.object({ group: z.enum(['max', 'min']) })])
const entries = z.array(z.object({ name: words, points: exact })).max(100)
const shares = z.array(z.object({ name: words, percent: exact })).max(50)
const levels = z.array(z.object({ name: words, award })).max(50)
const counting = z.enum(['each', 'once', 'highest', 'perMatter']).exactOptional()
const side = { side: z.enum(['below', 'above']), by: z.object(amount), points: exact }

const relation = z.enum(['atLeast', 'above', 'atMost', 'below', 'equal'])
const condition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), name: words }),
  z.object({ kind: z.literal('band'), measure, ...band }),
  z.object({ kind: z.literal('meets'), actual: words, relation, target: words }),
  z.object({ kind: z.literal('compared'), measure, relation, group: z.enum(['mean', 'max', 'min']) }),
])

const formula: z.ZodType<Formula> = z.lazy(() =>
  z.union([
    z.object({ op: z.literal('number'), value: exact, unit: z.literal('%').exactOptional() }),
    z.object({ op: z.literal('input'), name: words }),
    z.object({ op: z.literal('fullMark') }),
    z.object({ op: z.literal('group'), figure: z.enum(['mean', 'max', 'min']) }),
    z.object({ op: z.enum(['add', 'sub', 'mul', 'div', 'max', 'min']), left: formula, right: formula }),
  ]),
)

const measuredRules = [
  z.object({ kind: z.literal('ratio'), measure, of: exact.exactOptional(), ceiling, none: noneBand }),
  z.object({ kind: z.literal('control'), measure, ceiling }),
  z.object({ kind: z.literal('allOrNothing'), when: condition }),
  z.object({
    kind: z.literal('tiers'),
    measure,
    reference: z.union([z.object({ input: words }), groupFigure]).exactOptional(),
    between: z.literal('linear').exactOptional(),
    bands: z.array(z.object({ ...band, award })).max(100),
    otherwise: award.exactOptional(),
  }),
  z.object({
    kind: z.literal('steps'),
    measure,
    reference,
    base: base.exactOptional(),
    steps: z
      .array(
        z.discriminatedUnion('effect', [
          z.object({ ...side, effect: z.literal('deduct'), limit: deductionLimit }),
          z.object({ ...side, effect: z.literal('add'), limit: additionLimit }),
        ]),
      )
      .max(2),
    partial,
    ceiling,
    none: noneBand,
  }),
  z.object({
    kind: z.literal('slopes'),
    measure,
    reference: z.object(amount),
    base: base.exactOptional(),
    slopes: z
      .array(z.object({ ...side, from: z.object(amount).exactOptional(), effect: z.enum(['add', 'deduct']) }))
      .max(20),
    partial,
    most: exact.exactOptional(),
    limit: deductionLimit,
  }),
  z.object({
    kind: z.literal('diminishing'),
    measure,
    reference,
    width: z.object(amount),
    first: exact,
    step: exact,
    ceiling,
  }),
] as const

const groupRules = [
  z.object({
    kind: z.literal('toBest'),
    name: words,
    best: z.enum(['max', 'min']),
    of: exact.exactOptional(),
    through: exact.exactOptional(),
    otherwise: award.exactOptional(),
  }),
  z.object({ kind: z.literal('share'), name: words }),
  z.object({
    kind: z.literal('efficacy'),
    name: words,
    high: pole,
    low: pole,
    base: exact,
    curve: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('linear') }),
      z.object({ kind: z.literal('exponential'), places: z.number().int().min(0).max(12) }),
    ]),
  }),
  z.object({
    kind: z.literal('rankSteps'),
    name: words,
    first: z.discriminatedUnion('kind', [full, points, share]),
    each: z.union([
      base,
      z.object({ kind: z.literal('even'), last: z.discriminatedUnion('kind', [none, points, share]) }),
    ]),
    least: exact.exactOptional(),
  }),
  z.object({
    kind: z.literal('rankBands'),
    name: words,
    bands: z
      .array(
        z.object({
          end: z.enum(['first', 'last']),
          by: z.literal('share').exactOptional(),
          from: exact,
          to: exact,
          award,
        }),
      )
      .max(100),
    otherwise: award.exactOptional(),
  }),
] as const

const countedRules = [
  z.object({
    kind: z.literal('countDeduction'),
    counted,
    points: exact,
    first: z.array(exact).max(10).exactOptional(),
    limit: deductionLimit,
    partial,
    none: noneBand,
  }),
  z.object({ kind: z.literal('countCredit'), counted, points: exact, ceiling, partial }),
  z.object({ kind: z.literal('countBonus'), counted, points: exact, limit: additionLimit, partial }),
  z.object({ kind: z.literal('checklist'), entries, lacking: z.literal('unsaid').exactOptional() }),
  z.object({
    kind: z.literal('metCount'),
    entries: z.array(words).max(20),
    bands: z.array(z.object({ met: exact, award })).max(21),
    otherwise: award.exactOptional(),
  }),
  z.object({ kind: z.literal('faults'), entries, limit: deductionLimit }),
  z.object({ kind: z.literal('extras'), entries, limit: additionLimit }),
  z.object({
    kind: z.literal('matrix'),
    rows: z.array(z.object({ when: z.array(z.object({ name: words, met: z.boolean() })).max(10), award })).max(50),
    otherwise: award.exactOptional(),
  }),
] as const

const recognised = { kind: z.literal('credits'), subject: words.exactOptional(), levels: entries, counting }

const judgedRules = [
  z.object({ kind: z.literal('levels'), levels, otherwise: award.exactOptional() }),
  z.discriminatedUnion('effect', [
    z.object({ ...recognised, effect: z.literal('add'), limit: additionLimit }),
    z.object({ ...recognised, effect: z.literal('deduct'), limit: deductionLimit }),
  ]),
  z.object({ kind: z.literal('votes'), levels: shares, excluded: z.array(words).max(20).exactOptional() }),
  z.object({ kind: z.literal('mean'), name: words, trim: exact }),
  z.object({ kind: z.literal('quoted'), name: words, of: exact.exactOptional() }),
  z.object({ kind: z.literal('weightedMean'), scores: shares }),
  z.object({ kind: z.literal('expression'), formula, ceiling }),
  z.object({
    kind: z.literal('judged'),
    from: exact,
    to: exact,
    levels: z
      .array(z.object({ name: words, from: exact, to: exact }))
      .max(50)
      .exactOptional(),
  }),
] as const

const gateEffect = z.union([award, z.object({ kind: z.literal('veto'), scope: words })])

/** Composed rules hold rules. */
const rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    ...measuredRules,
    ...groupRules,
    ...countedRules,
    ...judgedRules,
    z.object({
      kind: z.literal('sum'),
      parts: z.array(rule).max(50),
      limit: deductionLimit,
      ceiling,
      mostAdded: exact.exactOptional(),
      scope: z.literal('unsaid').exactOptional(),
      perMatter: z.literal(true).exactOptional(),
    }),
    z.object({
      kind: z.literal('parts'),
      parts: z.array(z.object({ name: words.exactOptional(), marks: base, rule })).max(50),
    }),
    z.object({ kind: z.literal('inPercent'), rule: z.union([measuredRules[4], countedRules[0]]) }),
    z.object({ kind: z.literal('coefficient'), name: words, rule }),
    z.object({
      kind: z.literal('gated'),
      rule,
      gates: z.array(z.object({ when: words, effect: gateEffect })).max(20),
    }),
  ]),
)

export const storedRule: z.ZodType<StoredRule> = z.object({
  v: z.literal(1),
  text: words,
  rule,
  answers: z.array(z.object({ question: words, choice: words, basis })).max(50),
})
