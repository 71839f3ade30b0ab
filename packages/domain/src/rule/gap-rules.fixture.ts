import fc from 'fast-check'
import type { Award, Edge, Tier, TiersRule } from './model.ts'

/** Arbitrary rules whose bands are of the distance between two figures, and rules that run straight between their edges. */

const award: fc.Arbitrary<Award> = fc.oneof(
  fc.constantFrom<Award>({ kind: 'full' }, { kind: 'none' }, { kind: 'share', percent: '80' }),
  fc.integer({ min: 1, max: 40 }).map((n): Award => ({ kind: 'points', points: String(n / 4) })),
  fc.integer({ min: 1, max: 8 }).map((n): Award => ({ kind: 'deduct', points: String(n / 2) })),
)
const reference = fc.constantFrom<NonNullable<TiersRule['reference']>>(
  { input: '全省平均水平' },
  { input: '上年' },
  { input: '目标值' },
  { group: 'mean' },
)
const name = fc.constantFrom('工业投资增速', '污水处理率', '群众满意度')
const sized = fc.integer({ min: 1, max: 60 }).map((n) => String(n / 4))
const inclusive = fc.option(fc.boolean(), { nil: undefined })
const unit = '个百分点'

const edge = (value: string, closed: boolean | undefined): Edge => ({
  value,
  unit,
  ...(closed !== undefined && { inclusive: closed }),
})
const zero = (closed: boolean): Edge => edge('0', closed)

/** Above by so much, above at all, on it, below at all, below by so much. */
const gapBands: fc.Arbitrary<readonly Tier[]> = fc
  .record({
    above: fc.option(fc.tuple(sized, inclusive, award), { nil: undefined }),
    middle: fc.constantFrom<readonly Omit<Tier, 'award'>[]>(
      [{ from: zero(true) }, { to: zero(false) }],
      [{ from: zero(false) }, { from: zero(true), to: zero(true) }, { to: zero(false) }],
      [{ from: zero(false) }, { to: zero(true) }],
    ),
    awards: fc.tuple(award, award, fc.oneof(award, fc.constant<Award>({ kind: 'rate' }))),
    below: fc.option(fc.tuple(sized, inclusive, award), { nil: undefined }),
  })
  .map(({ above, middle, awards, below }) => [
    ...(above ? [{ from: edge(above[0], above[1]), award: above[2] }] : []),
    ...middle.map((band, i) => ({ ...band, award: awards[i] as Award })),
    ...(below ? [{ to: edge(`-${below[0]}`, below[1]), award: below[2] }] : []),
  ])

/** Below by no more than so much, and by more. */
const nearBands = fc.tuple(sized, fc.boolean(), award, award, award).map(([by, closed, a, b, c]): readonly Tier[] => [
  { from: zero(true), award: a },
  { from: edge(`-${by}`, closed), to: zero(false), award: b },
  { to: edge(`-${by}`, !closed), award: c },
])

const apart = fc.tuple(sized, award, award).map(([by, a, b]): readonly Tier[] => [
  { from: edge(`-${by}`, true), to: edge(by, true), award: a },
  { to: edge(`-${by}`, false), award: b },
])

const allOrNothing = ({ bands }: TiersRule): boolean =>
  bands.length === 2 && bands[0]?.award.kind === 'full' && bands[1]?.award.kind === 'none'

const gapTiers: fc.Arbitrary<TiersRule> = fc
  .record({ name, reference, bands: fc.oneof(gapBands, nearBands, apart) })
  .map(({ name: of, reference: held, bands }): TiersRule => {
    const large = bands.some(({ from, to }) => [from, to].some((one) => one && one.value !== '0'))
    const plain = (one: Edge): Edge => (large ? one : { value: one.value, inclusive: one.inclusive ?? false })
    return {
      kind: 'tiers',
      measure: { kind: 'input', name: of },
      reference: held,
      bands: bands.map(({ from, to, award: earned }) => ({
        ...(from && { from: plain(from) }),
        ...(to && { to: plain(to) }),
        award: earned,
      })),
    }
  })
  .filter((rule) => !allOrNothing(rule))

const fixed: fc.Arbitrary<Award> = fc.oneof(
  fc.constantFrom<Award>({ kind: 'full' }, { kind: 'none' }),
  fc.integer({ min: 1, max: 40 }).map((n): Award => ({ kind: 'points', points: String(n / 4) })),
)

const lineTiers: fc.Arbitrary<TiersRule> = fc
  .record({
    name,
    edges: fc.uniqueArray(fc.integer({ min: 1, max: 150 }), { minLength: 2, maxLength: 4 }),
    awards: fc.array(fixed, { minLength: 4, maxLength: 4 }),
    falls: fc.boolean(),
    otherwise: fc.option(fixed, { nil: undefined }),
  })
  .map(({ name: of, edges, awards, falls, otherwise }): TiersRule => {
    const places = edges.toSorted((a, b) => b - a)
    const bands = places.map((at, i): Tier => {
      const last = falls && i === places.length - 1
      const own: Edge = { value: String(at), unit: '%', inclusive: !last }
      return { ...(last ? { to: own } : { from: own }), award: awards[i] as Award }
    })
    return {
      kind: 'tiers',
      measure: { kind: 'input', name: of },
      between: 'linear',
      bands,
      ...(otherwise && { otherwise }),
    }
  })

export const gapRules = fc.oneof(gapTiers, lineTiers)
