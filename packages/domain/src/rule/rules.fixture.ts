import fc from 'fast-check'
import { gapRules } from './gap-rules.fixture.ts'
import { metRules } from './met-rules.fixture.ts'
import type {
  Amount,
  Answer,
  Award,
  Base,
  Ceiling,
  Edge,
  Formula,
  Measure,
  Partial,
  Pole,
  Rule,
  Step,
  Tier,
  TiersRule,
} from './model.ts'
import { placeRules } from './place-rules.fixture.ts'
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
/** What a band of a figure may earn beside that: 按与70%的比例×4分得分. */
const tierAward: fc.Arbitrary<Award> = fc.oneof(
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

const counted = fc.record(
  {
    verb: fc.constantFrom('', '发现', '完成', '召开'),
    per: fc.constantFrom('1', '2', '10'),
    unit: fc.constantFrom('个', '例', '人次'),
    name: fc.constantFrom('欠薪案件', '专题会议'),
  },
  { requiredKeys: ['verb', 'per', 'unit'] },
)

const noneBand = fc.tuple(decimal, fc.option(fc.boolean(), { nil: undefined })).map(([value, inclusive]) => ({
  to: { value, unit: '%', ...(inclusive !== undefined && { inclusive }) },
}))
const base: fc.Arbitrary<Base> = fc.oneof(
  fc.record(points),
  fc.record({ kind: fc.constant('share' as const), percent: decimal }),
)

const stepsRule = fc
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

const countDeductionRule = fc
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

const basicRule: fc.Arbitrary<Rule> = fc.oneof(
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
)

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

const place = fc.integer({ min: 1, max: 9 })
const change = (kind: 'add' | 'deduct') => fc.record({ kind: fc.constant(kind), points: decimal })
const pole: fc.Arbitrary<Pole> = fc.oneof(
  fc.constantFrom('max' as const, 'min' as const).map((group) => ({ group })),
  fc.record({ value: decimal, unit: fc.constant('%') }),
)
const level = fc.constantFrom('优秀', '良好', '合格', '不合格', 'A级')
const authority = fc.constantFrom('国家级', '省级', '市级')

const groupRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record(
    { kind: fc.constant('toBest' as const), name, best: fc.constantFrom('max', 'min'), of: decimal },
    { requiredKeys: ['kind', 'name', 'best'] },
  ),
  fc.record(
    {
      kind: fc.constant('toBest' as const),
      name,
      best: fc.constantFrom('max', 'min'),
      of: decimal,
      through: fc.constantFrom('2', '3'),
      otherwise: fc.constantFrom<Award>({ kind: 'none' }, { kind: 'points', points: '1' }),
    },
    { requiredKeys: ['kind', 'name', 'best', 'through'] },
  ),
  fc.record({ kind: fc.constant('share' as const), name }),
  fc.record({
    kind: fc.constant('efficacy' as const),
    name,
    high: pole,
    low: pole,
    base: decimal,
    curve: fc.oneof(
      fc.constant({ kind: 'linear' as const }),
      fc.integer({ min: 1, max: 8 }).map((places) => ({ kind: 'exponential' as const, places })),
    ),
  }),
  fc.record(
    {
      kind: fc.constant('rankSteps' as const),
      name: fc.constantFrom('名次', '工业增速排名'),
      first: fc.oneof(fc.constant({ kind: 'full' as const }), base),
      each: base,
      least: decimal,
    },
    { requiredKeys: ['kind', 'name', 'first', 'each'] },
  ),
  fc.record(
    {
      kind: fc.constant('rankBands' as const),
      name: fc.constantFrom('名次', '全市排名'),
      bands: fc.array(
        fc
          .tuple(
            fc.constantFrom('first' as const, 'last' as const),
            place,
            place,
            fc.oneof(award, change('add'), change('deduct')),
          )
          .map(([end, a, b, earned]) => ({
            end,
            from: String(Math.min(a, b)),
            to: String(Math.max(a, b)),
            award: earned,
          })),
        { minLength: 1, maxLength: 4 },
      ),
      otherwise: award,
    },
    { requiredKeys: ['kind', 'name', 'bands'] },
  ),
  fc
    .record(
      {
        kind: fc.constant('diminishing' as const),
        measure,
        reference: fc.oneof(
          fc.constant({ group: 'mean' as const }),
          fc.record({ value: decimal, unit: fc.constant('%') }),
        ),
        width: fc.record({ value: decimal, unit: fc.constant('个百分点') }),
        first: decimal,
        step: decimal,
        ceiling,
      },
      { requiredKeys: ['kind', 'measure', 'reference', 'width', 'first', 'step'] },
    )
    .filter((r) => r.measure.kind === 'input' || !('input' in r.reference)),
)

const slope = fc.record(
  {
    side: fc.constantFrom('below', 'above'),
    from: fc.integer({ min: 101, max: 300 }).map((n) => ({ value: String(n), unit: '%' })),
    by: fc.record({ value: decimal, unit: fc.constant('%') }),
    points: decimal,
    effect: fc.constantFrom('add', 'deduct'),
  },
  { requiredKeys: ['side', 'by', 'points', 'effect'] },
)

const otherRule: fc.Arbitrary<Rule> = fc.oneof(
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

const simpleRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 3, arbitrary: basicRule },
  { weight: 2, arbitrary: groupRule },
  { weight: 4, arbitrary: otherRule },
)

/** Amounts that are percents of full marks; one that says points outright is another rule. */
const inPercentRule: fc.Arbitrary<Rule> = fc
  .oneof(stepsRule, countDeductionRule)
  .filter((rule) => rule.kind !== 'steps' || (rule.base?.kind !== 'points' && rule.ceiling?.kind !== 'points'))
  .map((rule) => ({ kind: 'inPercent', rule }) as Rule)

const composedRule: fc.Arbitrary<Rule> = fc.oneof(
  inPercentRule,
  fc.record({
    kind: fc.constant('parts' as const),
    parts: fc.array(
      fc.record(
        { name: fc.constantFrom('招商引资', '安全生产', '增速'), marks: base, rule: simpleRule },
        { requiredKeys: ['marks', 'rule'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({ kind: fc.constant('coefficient' as const), name: fc.constant('难度系数'), rule: simpleRule }),
  fc.record({
    kind: fc.constant('gated' as const),
    rule: simpleRule,
    gates: fc.array(
      fc.record({
        when: fc.constantFrom('发生较大事故', '瞒报数据'),
        effect: fc.oneof(award, fc.constant({ kind: 'veto' as const, scope: '一票否决' })),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc
    .record({
      each: fc.integer({ min: 1, max: 9 }),
      more: fc.nat({ max: 9 }),
      way: fc.constantFrom('take', 'add', 'earn'),
      matter: fc.constantFrom<{ readonly perMatter?: true }>({}, { perMatter: true }),
    })
    .map(({ each, more, way, matter }): Rule => {
      const price = String(each)
      const most = { kind: 'points' as const, points: String(each + more) }
      const late = { counted: { verb: '发现', per: '1', unit: '例', name: '迟报' }, points: price }
      const awarded = { counted: { verb: '获得', per: '1', unit: '项', name: '表彰' }, points: '1' }
      const scope = 'unsaid' as const
      if (way === 'take')
        return {
          kind: 'sum',
          parts: [
            { kind: 'countDeduction', ...late },
            { kind: 'faults', entries: [{ name: '未报送总结', points: '1' }] },
          ],
          limit: most,
          scope,
          ...matter,
        }
      if (way === 'add')
        return {
          kind: 'sum',
          parts: [
            { kind: 'countBonus', ...awarded },
            { kind: 'extras', entries: [{ name: '新建项目', points: price }] },
          ],
          mostAdded: most.points,
          scope,
        }
      const planted = { counted: { verb: '完成', per: '1', unit: '个', name: '项目' }, points: price }
      const parts: readonly Rule[] = [
        { kind: 'countCredit', ...awarded },
        { kind: 'countCredit', ...planted },
      ]
      return { kind: 'sum', parts, ceiling: most, scope }
    }),
  fc.record(
    {
      kind: fc.constant('sum' as const),
      parts: fc.constant([
        { kind: 'countDeduction' as const, counted: { verb: '发现', per: '1', unit: '例', name: '虚报' }, points: '2' },
        { kind: 'countBonus' as const, counted: { verb: '获得', per: '1', unit: '项', name: '表彰' }, points: '1' },
        { kind: 'faults' as const, entries: [{ name: '未报送总结', points: '1' }] },
      ]),
      limit: fc.oneof(fc.constant({ kind: 'untilZero' as const }), fc.record(points)),
      ceiling,
      mostAdded: decimal,
    },
    { requiredKeys: ['kind', 'parts'] },
  ),
)

export const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 8, arbitrary: simpleRule },
  { weight: 2, arbitrary: composedRule },
  { weight: 1, arbitrary: placeRules },
  { weight: 1, arbitrary: gapRules },
  { weight: 1, arbitrary: metRules },
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
