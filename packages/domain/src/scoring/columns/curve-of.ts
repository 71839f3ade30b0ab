import type { StoredRule } from '../../rule/model.ts'
import { allOrNothingCurve, tiersCurve } from './curves/bands.ts'
import { countCreditCurve, countDeductionCurve } from './curves/counts.ts'
import { groundOf } from './curves/ground.ts'
import { ratioCurve } from './curves/ratio.ts'
import { stepsCurve } from './curves/steps.ts'
import type { Curve } from './shape.ts'

/** The rule as a curve; undefined where it is no function of one number, and its items are left to the method. */
export function curveOf(stored: Pick<StoredRule, 'rule' | 'answers'>, fullMark: string): Curve | undefined {
  const ground = groundOf(stored, fullMark)
  const { rule } = stored
  switch (rule.kind) {
    case 'ratio':
      return ratioCurve(rule, ground)
    case 'steps':
      return stepsCurve(rule, ground)
    case 'tiers':
      return tiersCurve(rule, ground)
    case 'allOrNothing':
      return allOrNothingCurve(rule, ground)
    case 'countDeduction':
      return countDeductionCurve(rule, ground)
    case 'countCredit':
      return countCreditCurve(rule, ground)
    default:
      return undefined
  }
}
