import fc from 'fast-check'
import type { Award, Formula, Rule } from './model.ts'
import {
  additionLimit,
  authority,
  award,
  base,
  ceiling,
  change,
  counted,
  decimal,
  deductionLimit,
  fact,
  level,
  measure,
  partial,
  slope,
} from './rule-parts.fixture.ts'

/** Arbitrary rules of lists, scores, formulas and what others judged. */

const formula: fc.Arbitrary<Formula> = fc
  .letrec<{ term: Formula; tree: Formula }>((tie) => ({
    term: fc.oneof(
      { depthSize: 'small' },
      decimal.map((value): Formula => ({ op: 'number', value })),
      decimal.map((value): Formula => ({ op: 'number', value, unit: '%' })),
      fc.constantFrom('实际值', '底线值', '工业增加值').map((n): Formula => ({ op: 'input', name: n })),
      fc.constant<Formula>({ op: 'fullMark' }),
      fc
        .constantFrom('max' as const, 'min' as const, 'mean' as const)
        .map((figure): Formula => ({ op: 'group', figure })),
      tie('tree'),
    ),
    tree: fc.record({
      op: fc.constantFrom('add', 'sub', 'mul', 'div', 'max', 'min'),
      left: tie('term'),
      right: tie('term'),
    }),
  }))
  .tree.filter((f) => !(isBare(f) || isRatio(f)))

/** A product of full marks and one rate is 按…得分. */
const isBare = (f: Formula): boolean => !('left' in f)

const isRatio = (f: Formula): boolean =>
  'left' in f && f.op === 'mul' && (f.left.op === 'fullMark' || f.right.op === 'fullMark' || 'value' in f.right)

/** What a state of one deed earns. */
const earned: fc.Arbitrary<Award> = fc.oneof(
  fc.constant<Award>({ kind: 'full' }),
  fc.constant<Award>({ kind: 'none' }),
  decimal.map((points): Award => ({ kind: 'points', points })),
)

export const otherRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ kind: fc.constant('control' as const), measure, ceiling }, { requiredKeys: ['kind', 'measure'] }),
  fc
    .record(
      {
        kind: fc.constant('slopes' as const),
        measure,
        reference: fc.constantFrom(
          { value: '100', unit: '%' },
          { value: '90', unit: '%' },
          { value: '40', unit: '个' },
        ),
        slopes: fc.array(slope, { minLength: 1, maxLength: 4 }),
        base,
        partial,
        most: decimal,
        limit: deductionLimit,
      },
      { requiredKeys: ['kind', 'measure', 'reference', 'slopes'] },
    )
    // 扣完为止 speaks of what takes; 加减分最多10分 says it already.
    .filter(
      (r) => r.limit === undefined || (r.most === undefined && r.slopes.some(({ effect }) => effect === 'deduct')),
    ),
  fc.record(
    { kind: fc.constant('countBonus' as const), counted, points: decimal, limit: additionLimit, partial },
    { requiredKeys: ['kind', 'counted', 'points'] },
  ),
  fc.record(
    {
      kind: fc.constant('faults' as const),
      entries: fc.array(fc.record({ name: fact.map((n) => `未${n}`), points: decimal }), {
        minLength: 1,
        maxLength: 4,
      }),
      limit: deductionLimit,
    },
    { requiredKeys: ['kind', 'entries'] },
  ),
  fc.record(
    {
      kind: fc.constant('extras' as const),
      entries: fc.array(fc.record({ name: fact, points: decimal }), { minLength: 1, maxLength: 4 }),
      limit: additionLimit,
    },
    { requiredKeys: ['kind', 'entries'] },
  ),
  fc.record(
    {
      kind: fc.constant('matrix' as const),
      rows: fc.array(
        fc.record({
          when: fc.tuple(fc.boolean(), fc.boolean()).map(([a, b]) => [
            { name: '完成年度目标', met: a },
            { name: '完成进度目标', met: b },
          ]),
          award,
        }),
        { minLength: 1, maxLength: 4 },
      ),
      otherwise: award,
    },
    { requiredKeys: ['kind', 'rows'] },
  ),
  fc.record({
    kind: fc.constant('levels' as const),
    levels: fc
      .constantFrom(
        ['按时报送', '迟报', '未报'],
        ['完成', '基本完成', '未完成'],
        ['6月底前完成', '9月底前完成', '年底前完成'],
        ['有制度并严格执行', '有制度但执行不严格', '没有制度'],
      )
      .chain((names) => fc.tuple(...names.map((name) => fc.record({ name: fc.constant(name), award: earned })))),
  }),
  fc.record(
    {
      kind: fc.constant('levels' as const),
      levels: fc.uniqueArray(fc.record({ name: level, award: fc.oneof(award, change('deduct')) }), {
        selector: ({ name: own }) => own,
        minLength: 1,
        maxLength: 5,
      }),
      otherwise: award,
    },
    { requiredKeys: ['kind', 'levels'] },
  ),
  fc.oneof(
    fc.record(
      {
        kind: fc.constant('credits' as const),
        subject: fc.constantFrom('表彰', '荣誉称号'),
        levels: fc.array(fc.record({ name: authority, points: decimal }), { minLength: 1, maxLength: 3 }),
        counting: fc.constantFrom('each', 'once', 'highest', 'perMatter'),
        effect: fc.constant('add' as const),
        limit: additionLimit,
      },
      { requiredKeys: ['kind', 'levels', 'effect'] },
    ),
    fc.record(
      {
        kind: fc.constant('credits' as const),
        subject: fc.constant('通报批评'),
        levels: fc.array(fc.record({ name: authority, points: decimal }), { minLength: 1, maxLength: 3 }),
        counting: fc.constantFrom('each', 'once', 'highest', 'perMatter'),
        effect: fc.constant('deduct' as const),
        limit: deductionLimit,
      },
      { requiredKeys: ['kind', 'levels', 'effect'] },
    ),
  ),
  fc.record(
    {
      kind: fc.constant('votes' as const),
      levels: fc.array(fc.record({ name: fc.constantFrom('满意', '基本满意', '不满意'), percent: decimal }), {
        minLength: 2,
        maxLength: 4,
      }),
      excluded: fc.constantFrom(['不了解'], ['不了解', '弃权']),
    },
    { requiredKeys: ['kind', 'levels'] },
  ),
  fc.record({
    kind: fc.constant('mean' as const),
    name: fc.constant('各领导评分'),
    trim: fc.constantFrom('0', '1', '2'),
  }),
  fc.record(
    { kind: fc.constant('quoted' as const), name: fc.constantFrom('省级考核得分', '市级评价得分'), of: decimal },
    { requiredKeys: ['kind', 'name'] },
  ),
  fc.record({
    kind: fc.constant('weightedMean' as const),
    scores: fc.array(fc.record({ name: fc.constantFrom('一季度', '上半年', '电话调查'), percent: decimal }), {
      minLength: 2,
      maxLength: 4,
    }),
  }),
  fc.record({ kind: fc.constant('expression' as const), formula, ceiling }, { requiredKeys: ['kind', 'formula'] }),
)
