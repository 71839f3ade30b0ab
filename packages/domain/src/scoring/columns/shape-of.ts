import type { StoredRule } from '../../rule/model.ts'
import type { Shape } from './shape.ts'
import { allOrNothingShape, tiersShape } from './shapes/bands.ts'
import { countCreditShape, countDeductionShape } from './shapes/counts.ts'
import { groundOf } from './shapes/ground.ts'
import { ratioShape } from './shapes/ratio.ts'
import { stepsShape } from './shapes/steps.ts'

/** The rule as a shape; undefined where it is no function of one number, and its items are left to the method. */
export function shapeOf(stored: Pick<StoredRule, 'rule' | 'answers'>, fullMark: string): Shape | undefined {
  const ground = groundOf(stored, fullMark)
  const { rule } = stored
  switch (rule.kind) {
    case 'ratio':
      return ratioShape(rule, ground)
    case 'steps':
      return stepsShape(rule, ground)
    case 'tiers':
      return tiersShape(rule, ground)
    case 'allOrNothing':
      return allOrNothingShape(rule, ground)
    case 'countDeduction':
      return countDeductionShape(rule, ground)
    case 'countCredit':
      return countCreditShape(rule, ground)
    default:
      return undefined
  }
}
