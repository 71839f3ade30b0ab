import fc from 'fast-check'
import type { Award, Base, RankBandsRule, RankStepsRule } from './model.ts'

/** Arbitrary rules about places as shares of all units, and about points that fall evenly from the first place to the last. */

const points = fc.integer({ min: 1, max: 40 }).map((n): Base => ({ kind: 'points', points: String(n / 4) }))
const share = fc.integer({ min: 1, max: 100 }).map((n): Base => ({ kind: 'share', percent: String(n) }))
const award: fc.Arbitrary<Award> = fc.oneof(points, share, fc.constant<Award>({ kind: 'none' }))

/** Rising, of all places: 前20%, 前1/3. */
const edges = fc
  .uniqueArray(fc.constantFrom('0.05', '0.125', '1/6', '0.2', '0.3', '1/3', '0.5', '2/3', '0.75'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.toSorted((a, b) => size(a) - size(b)))

const size = (part: string): number =>
  part
    .split('/')
    .map(Number)
    .reduce((a, b) => a / b)

const shareBands: fc.Arbitrary<RankBandsRule> = fc
  .record({
    edges,
    awards: fc.array(award, { minLength: 4, maxLength: 4 }),
    last: fc.option(fc.record({ to: fc.constantFrom('0.1', '1/3', '0.5'), award }), { nil: undefined }),
    otherwise: fc.option(award, { nil: undefined }),
  })
  .map(({ edges: parts, awards, last, otherwise }) => ({
    kind: 'rankBands',
    name: '名次',
    bands: [
      ...parts.map((to, i) => ({
        end: 'first' as const,
        by: 'share' as const,
        from: parts[i - 1] ?? '0',
        to,
        award: awards[i] as Award,
      })),
      ...(last ? [{ end: 'last' as const, by: 'share' as const, from: '0', ...last }] : []),
    ],
    ...(otherwise && { otherwise }),
  }))

const evenSteps: fc.Arbitrary<RankStepsRule> = fc.record({
  kind: fc.constant('rankSteps' as const),
  name: fc.constantFrom('名次', '工业增速排名'),
  first: fc.oneof(points, share, fc.constant({ kind: 'full' as const })),
  each: fc.record({
    kind: fc.constant('even' as const),
    last: fc.oneof(points, share, fc.constant({ kind: 'none' as const })),
  }),
})

export const placeRules = fc.oneof<fc.Arbitrary<RankBandsRule | RankStepsRule>[]>(shareBands, evenSteps)
