import fc from 'fast-check'
import { groupRule } from './grouped-rules.fixture.ts'
import { basicRule, countDeductionRule, stepsRule } from './measured-rules.fixture.ts'
import type { Rule } from './model.ts'
import { otherRule } from './other-rules.fixture.ts'
import { award, base, ceiling, decimal, points } from './rule-parts.fixture.ts'

/** Arbitrary rules that hold others. */

export const simpleRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 3, arbitrary: basicRule },
  { weight: 2, arbitrary: groupRule },
  { weight: 4, arbitrary: otherRule },
)

/** Amounts that are percents of full marks; one that says points outright is another rule. */
const inPercentRule: fc.Arbitrary<Rule> = fc
  .oneof(stepsRule, countDeductionRule)
  .filter((rule) => rule.kind !== 'steps' || (rule.base?.kind !== 'points' && rule.ceiling?.kind !== 'points'))
  .map((rule) => ({ kind: 'inPercent', rule }) as Rule)

export const composedRule: fc.Arbitrary<Rule> = fc.oneof(
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
