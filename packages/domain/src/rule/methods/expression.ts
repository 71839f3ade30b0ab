import { sign, sub } from '../../kernel/exact.ts'
import type { RuleInput } from '../facts.ts'
import { compute, figuresIn, sayFormula, usesGroup, writeFormula } from '../formula.ts'
import { held } from '../limits.ts'
import type { Method } from '../method.ts'
import type { Formula } from '../model.ts'
import { groupInput, joined, sayCeiling } from '../phrases.ts'
import type { Placed } from '../reading/scan.ts'
import { scored, show } from '../trace.ts'

const isTarget = /目标|计划|任务|满分$/u

/** 采用功效系数法计分，得分＝…; 按省级考核得分折算，折算公式为…: words that the formula spells out. */
const toFormula = ([first, second]: readonly Placed[]): number =>
  second?.clause.kind === 'formula' &&
  ((first?.clause.kind === 'efficacy' && !first.clause.exponential) || first?.clause.kind === 'quoted')
    ? 1
    : 0

/** 最低为0分. */
const notBelowZero = (left: Formula): Formula => ({ op: 'max', left, right: { op: 'number', value: '0' } })

/** 算式: exact arithmetic over declared figures; a division by zero is an error of the item, never a number. */
export const expressionMethod: Method<'expression'> = {
  kind: 'expression',
  inputs: ({ formula }) => {
    const names = figuresIn(formula)
    return [
      ...names.map((name): RuleInput => ({ name, kind: 'quantity', role: isTarget.test(name) ? 'target' : 'actual' })),
      ...(usesGroup(formula) ? [groupInput(names[0] ?? '')] : []),
    ]
  },
  open: ({ ceiling }) => (ceiling ? [] : ['ceiling']),

  *compute(rule, given) {
    const value = compute(rule.formula, given)
    if (value === undefined) return { kind: 'error', code: 'rule.divisionByZero', at: 'formula' }
    const points = yield* held(value, rule.ceiling, given.fullMark)
    const clause = expressionMethod.say(rule)
    const worked = `${writeFormula(rule.formula, given)} = ${show(value)}`
    return scored(given, [{ code: 'loss.formula', clause, points: sub(given.fullMark, points) }], {
      code: 'expression',
      clause,
      inputs: figuresIn(rule.formula).map((name) => ({ name, value: show(given.number(name)) })),
      arithmetic: sign(sub(value, points)) === 0 ? worked : `${worked} → ${show(points)}`,
    })
  },

  say: ({ formula, ceiling }) => joined(`得分＝${sayFormula(formula)}`, ceiling && sayCeiling(ceiling)),

  begins: ['efficacy', 'formula', 'quoted'],
  read(clauses) {
    const said = toFormula(clauses)
    const [first, second] = clauses.slice(said)
    if (first?.clause.kind !== 'formula') return undefined
    const { formula } = first.clause
    const ceiling = second?.clause.kind === 'ceiling' ? second.clause.ceiling : undefined
    const used = said + (ceiling ? 2 : 1)
    const last = clauses[used]?.clause
    const floored = last?.kind === 'deductionLimit' && last.limit.kind === 'untilZero'
    const rule = { kind: 'expression' as const, formula: floored ? notBelowZero(formula) : formula }
    return { rule: { ...rule, ...(ceiling && { ceiling }) }, used: used + (floored ? 1 : 0) }
  },

  lint: () => [],
}
