import type { StepsRule, StoredRule, Tier } from '../../rule/model.ts'
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
      return rule.of === undefined && !rule.none ? ratioShape(rule, ground) : undefined
    case 'steps':
      return isPlain(rule) ? stepsShape(rule, ground) : undefined
    case 'tiers':
      return rule.bands.every(isLevel) ? tiersShape(rule, ground) : undefined
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

/** Full marks at the reference and limits of each step alone. */
const isPlain = ({ base, ceiling, none, steps }: StepsRule): boolean =>
  !base && !ceiling && !none && steps.every(({ limit }) => limit?.kind !== 'byBaseline')

const isLevel = ({ award }: Tier): boolean => award.kind !== 'rate'
