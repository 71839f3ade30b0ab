import { abs, add, compare, div, type Exact, exact, min, mul, neg, sign, sub, whole, zero } from '../../kernel/exact.ts'
import { mustResolve } from '../findings.ts'
import { deducted, held } from '../limits.ts'
import { measured, measureInputs, measureQuestions } from '../measured.ts'
import type { Method } from '../method.ts'
import type { DiminishingRule } from '../model.ts'
import { joined, sayAmount, sayCeiling, sayMeasure, sayReference } from '../phrases.ts'
import { referenceOf } from '../reading/step-start.ts'
import { referenceInputs, referenceValue } from '../reference.ts'
import { node, scored, show } from '../trace.ts'

/** M08: every band of the distance pays less than the one before it. */
export const diminishingMethod: Method<'diminishing'> = {
  kind: 'diminishing',
  inputs: ({ measure, reference, width }) => [
    ...measureInputs(measure, width.unit),
    ...referenceInputs(reference, measure),
  ],
  open: ({ measure, ceiling }) => [
    ...(ceiling ? [] : (['ceiling'] as const)),
    'deductionLimit',
    ...measureQuestions(measure),
  ],

  *compute(rule, given) {
    if (lintWidth(rule).length > 0) return { kind: 'error', code: 'rule.stepSize', at: 'width' }
    const measure = yield* measured(rule.measure, given)
    if (measure.kind === 'settled') return measure.computed
    const gap = sub(measure.value, referenceValue(rule.reference, rule.measure, given))
    if (compare(abs(gap), mul(whole(mostBands), exact(rule.width.value))) > 0)
      return { kind: 'error', code: 'rule.factValue', at: sayMeasure(rule.measure) }
    const { total, terms } = series(abs(gap), rule, given.fullMark)
    const lost = sign(gap) < 0 ? yield* deducted(total, undefined, given.fullMark) : neg(total)
    const points = yield* held(sub(given.fullMark, lost), rule.ceiling, given.fullMark)
    const clause = diminishingMethod.say(rule)
    const code = sign(gap) < 0 ? 'loss.below' : 'loss.above'
    return scored(given, [{ code, clause, points: sub(given.fullMark, points) }], {
      code: 'diminishing',
      clause,
      children: [
        measure.node,
        node({ code: 'diminishingSeries', clause, arithmetic: terms.join(' + '), value: total }),
      ],
    })
  },

  say: ({ measure, reference, width, first, step, ceiling }) =>
    joined(
      `${sayMeasure(measure)}等于${sayReference(reference)}得满分`,
      `每高（低）${sayAmount(width)}为一段，第一段每1${width.unit ?? ''}加（扣）满分的1/${first}，以后每段分母加${step}`,
      ceiling && sayCeiling(ceiling),
    ),

  begins: ['award'],
  read(clauses) {
    // 高于或低于平均值的 says again what the series is counted from.
    const [start, ...rest] = clauses
    const again = rest[0]?.clause.kind === 'bothSides' ? 1 : 0
    const [series, last] = rest.slice(again)
    if (start?.clause.kind !== 'award' || series?.clause.kind !== 'diminishing') return undefined
    const base = start.clause.award.kind === 'full' ? referenceOf(start.clause.when) : undefined
    if (base === undefined) return undefined
    const { width, first, step } = series.clause
    const { measure, reference } = base
    const rule: DiminishingRule = { kind: 'diminishing', measure, reference, width, first, step }
    return last?.clause.kind === 'ceiling'
      ? { rule: { ...rule, ceiling: last.clause.ceiling }, used: again + 3 }
      : { rule, used: again + 2 }
  },

  lint: (rule) => lintWidth(rule),
}

const lintWidth = ({ width, first }: DiminishingRule) =>
  sign(exact(width.value)) > 0 && sign(exact(first)) > 0 ? [] : [mustResolve('rule.stepSize', 'width')]

/** The sum over the bands, and its terms as a person would write them. */
function series(distance: Exact, { width, first, step }: DiminishingRule, fullMark: Exact) {
  const terms: string[] = []
  let [total, left, divisor] = [zero, distance, exact(first)]
  while (sign(left) > 0) {
    const inside = min(left, exact(width.value))
    total = add(total, div(mul(inside, fullMark), divisor))
    terms.push(`${show(inside)} × ${show(fullMark)}/${show(divisor)}`)
    left = sub(left, inside)
    divisor = add(divisor, exact(step))
  }
  return { total, terms }
}

/** A figure further off its reference is a slip of the keyboard, not a year. */
const mostBands = 40
