import fc from 'fast-check'
import type { Award, ChecklistRule, CountDeductionRule, MetCountRule } from './model.ts'

/** Arbitrary rules about how many requirements are met, and counts whose first ones have prices of their own. */

const points = fc.integer({ min: 1, max: 40 }).map((n) => String(n / 4))
const award: fc.Arbitrary<Award> = fc.oneof(
  fc.constantFrom<Award>({ kind: 'full' }, { kind: 'none' }, { kind: 'share', percent: '60' }),
  points.map((own): Award => ({ kind: 'points', points: own })),
  points.map((own): Award => ({ kind: 'deduct', points: own })),
)
const requirement = fc.constantFrom(
  '办理时限压缩70%以上',
  '即办件占比达到40%',
  'PM2.5浓度不高于34微克/立方米',
  '无重污染天气',
)

const metCount: fc.Arbitrary<MetCountRule> = fc
  .record({
    entries: fc.uniqueArray(requirement, { minLength: 2, maxLength: 4 }),
    awards: fc.array(award, { minLength: 5, maxLength: 5 }),
    otherwise: fc.option(award, { nil: undefined }),
    from: fc.nat({ max: 1 }),
  })
  .map(({ entries, awards, otherwise, from }) => ({
    kind: 'metCount',
    entries,
    bands: Array.from({ length: entries.length + 1 - from }, (_, i) => ({
      met: String(entries.length - i),
      award: awards[i] as Award,
    })),
    ...(otherwise && { otherwise }),
  }))

const rising: fc.Arbitrary<CountDeductionRule> = fc
  .record({
    name: fc.constantFrom('工作落实不到位', '迟报信息'),
    unit: fc.constantFrom('次', '起', '件'),
    first: fc.array(points, { minLength: 1, maxLength: 3 }),
    own: points,
    limit: fc.constantFrom<CountDeductionRule['limit']>(
      undefined,
      { kind: 'untilZero' },
      { kind: 'points', points: '5' },
    ),
  })
  .map(({ name, unit, first, own, limit }) => ({
    kind: 'countDeduction',
    counted: { verb: '', per: '1', unit, name },
    points: own,
    first,
    ...(limit && { limit }),
  }))

const lacking: fc.Arbitrary<ChecklistRule> = fc.tuple(points, points).map(([a, b]) => ({
  kind: 'checklist',
  entries: [
    { name: '召开专题会议', points: a },
    { name: '印发《实施方案》', points: b },
  ],
  lacking: 'unsaid',
}))

export const metRules = fc.oneof<fc.Arbitrary<MetCountRule | CountDeductionRule | ChecklistRule>[]>(
  metCount,
  rising,
  lacking,
)
