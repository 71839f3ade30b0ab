import type { Rounding } from '../../kernel/rounding.ts'
import type { StoredRule } from '../../rule/model.ts'
import type { Shape } from './shape.ts'
import { allOrNothingShape, tiersShape } from './shapes/bands.ts'
import { countBonusShape, countCreditShape, countDeductionShape } from './shapes/counts.ts'
import { groundOf } from './shapes/ground.ts'
import { efficacyShape, shareShape, toBestShape } from './shapes/group.ts'
import { rankBandsShape, rankStepsShape } from './shapes/ranks.ts'
import { controlShape, ratioShape } from './shapes/ratio.ts'
import { judgedShape, quotedShape, weightedMeanShape } from './shapes/scores.ts'
import { diminishingShape, slopesShape } from './shapes/slopes.ts'
import { stepsShape } from './shapes/steps.ts'
import { ticksShape } from './shapes/ticks.ts'

type Stored = Pick<StoredRule, 'rule' | 'answers'>

/** A stored rule never changes, and drawing it asks its method at every edge: it is drawn once for each full marks and thresholds. */
const drawn = new WeakMap<Stored, Map<string, Shape | undefined>>()

/** The rule as a shape; undefined where it is no function of one number, and its items are left to the method. */
export function shapeOf(stored: Stored, fullMark: string, thresholds?: Rounding): Shape | undefined {
  const own = drawn.get(stored) ?? new Map<string, Shape | undefined>()
  drawn.set(stored, own)
  const key = thresholds ? `${fullMark} ${thresholds.mode} ${thresholds.places}` : fullMark
  if (!own.has(key)) own.set(key, draw(stored, fullMark, thresholds))
  return own.get(key)
}

function draw(stored: Stored, fullMark: string, thresholds: Rounding | undefined): Shape | undefined {
  const ground = groundOf(stored, fullMark, thresholds)
  const { rule } = stored
  switch (rule.kind) {
    case 'ratio':
      return ratioShape(rule, ground)
    case 'control':
      return controlShape(rule, ground)
    case 'steps':
      return stepsShape(rule, ground)
    case 'slopes':
      return slopesShape(rule, ground)
    case 'diminishing':
      return diminishingShape(rule, ground)
    case 'tiers':
      return tiersShape(rule, ground)
    case 'allOrNothing':
      return allOrNothingShape(rule, ground)
    case 'countDeduction':
      return countDeductionShape(rule, ground)
    case 'countCredit':
      return countCreditShape(rule, ground)
    case 'countBonus':
      return countBonusShape(rule, ground)
    case 'toBest':
      return toBestShape(rule, ground)
    case 'share':
      return shareShape(rule, ground)
    case 'efficacy':
      return efficacyShape(rule, ground)
    case 'rankSteps':
      return rankStepsShape(rule, ground)
    case 'rankBands':
      return rankBandsShape(rule, ground)
    case 'levels':
    case 'checklist':
    case 'faults':
    case 'extras':
      return ticksShape(rule, ground)
    case 'judged':
      return judgedShape(rule, ground)
    case 'quoted':
      return quotedShape(rule, ground)
    case 'weightedMean':
      return weightedMeanShape(rule)
    default:
      return undefined
  }
}
