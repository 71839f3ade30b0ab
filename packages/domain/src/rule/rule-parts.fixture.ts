import fc from 'fast-check'
import type { Amount, Award, Base, Ceiling, Measure, Partial, Pole } from './model.ts'

/** What arbitrary rules are made of: names, awards, edges, limits, what is counted. */

export const decimal = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 2 }))
  .map(([n, places]) => String(n / 10 ** places))

export const name = fc.constantFrom(
  '污水处理率',
  '工业投资增速',
  '群众满意度',
  '𠮷县GDP',
  '“一网通办”办件率',
  '空气优良天数',
)

export const fact = fc.constantFrom(
  '完成年度任务',
  '印发《实施方案》',
  '按期报送总结',
  '召开专题会议',
  '建成𠮷水项目库',
)

export const unit = fc.constantFrom('%', '个百分点', '个', '家', '万元')

export const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.constant<Measure>({ kind: 'rate', actual: '完成值', target: '目标值' }),
  fc.constant<Measure>({ kind: 'rate', actual: '实际投资', target: '计划投资' }),
  name.map((n): Measure => ({ kind: 'input', name: n })),
)

export const points = { kind: fc.constant('points' as const), points: decimal }

export const award: fc.Arbitrary<Award> = fc.oneof(
  fc.constant<Award>({ kind: 'full' }),
  fc.constant<Award>({ kind: 'none' }),
  fc.record(points),
  fc.record({ kind: fc.constant('share' as const), percent: decimal }),
)

/** What a band of a figure may earn beside that: 按与70%的比例×4分得分. */
export const tierAward: fc.Arbitrary<Award> = fc.oneof(
  { arbitrary: award, weight: 4 },
  {
    arbitrary: fc.record(
      {
        kind: fc.constant('rate' as const),
        of: fc.integer({ min: 1, max: 200 }).map((n): Amount => ({ value: String(n), unit: '%' })),
        worth: fc.oneof(fc.record(points), fc.constant({ kind: 'share' as const, percent: '80' })),
      },
      { requiredKeys: ['kind', 'of'] },
    ),
    weight: 1,
  },
)

export const ceiling: fc.Arbitrary<Ceiling> = fc.oneof(
  fc.constant<Ceiling>({ kind: 'fullMark' }),
  fc.constant<Ceiling>({ kind: 'unlimited' }),
  fc.record(points),
  fc.record({ kind: fc.constant('share' as const), percent: decimal }),
)

export const deductionLimit = fc.oneof(
  fc.constant({ kind: 'untilZero' as const }),
  fc.constant({ kind: 'unlimited' as const }),
  fc.record(points),
)

export const additionLimit = fc.oneof(
  fc.constant({ kind: 'fullMark' as const }),
  fc.constant({ kind: 'unlimited' as const }),
  fc.record(points),
)

export const partial = fc.constantFrom<Partial>('dropped', 'proRata', 'whole')

export const counted = fc.record(
  {
    verb: fc.constantFrom('', '发现', '完成', '召开'),
    per: fc.constantFrom('1', '2', '10'),
    unit: fc.constantFrom('个', '例', '人次'),
    name: fc.constantFrom('欠薪案件', '专题会议'),
  },
  { requiredKeys: ['verb', 'per', 'unit'] },
)

export const noneBand = fc.tuple(decimal, fc.option(fc.boolean(), { nil: undefined })).map(([value, inclusive]) => ({
  to: { value, unit: '%', ...(inclusive !== undefined && { inclusive }) },
}))

export const base: fc.Arbitrary<Base> = fc.oneof(
  fc.record(points),
  fc.record({ kind: fc.constant('share' as const), percent: decimal }),
)

export const place = fc.integer({ min: 1, max: 9 })

export const change = (kind: 'add' | 'deduct') => fc.record({ kind: fc.constant(kind), points: decimal })

export const pole: fc.Arbitrary<Pole> = fc.oneof(
  fc.constantFrom('max' as const, 'min' as const).map((group) => ({ group })),
  fc.record({ value: decimal, unit: fc.constant('%') }),
)

export const level = fc.constantFrom('优秀', '良好', '合格', '不合格', 'A级')

export const authority = fc.constantFrom('国家级', '省级', '市级')

export const slope = fc.record(
  {
    side: fc.constantFrom('below', 'above'),
    from: fc.integer({ min: 101, max: 300 }).map((n) => ({ value: String(n), unit: '%' })),
    by: fc.record({ value: decimal, unit: fc.constant('%') }),
    points: decimal,
    effect: fc.constantFrom('add', 'deduct'),
  },
  { requiredKeys: ['side', 'by', 'points', 'effect'] },
)
