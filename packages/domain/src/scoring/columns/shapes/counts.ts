import { type Exact, exact, neg, one, sign, zero } from '../../../kernel/exact.ts'
import { ceilingPoints } from '../../../rule/amounts.ts'
import type { CountBonusRule, CountCreditRule, CountDeductionRule, Counted, Partial } from '../../../rule/model.ts'
import { countedName } from '../../../rule/phrases.ts'
import type { Clamp, Shape } from '../shape.ts'
import { constant, linear, type ShapeGround, unsettled } from './ground.ts'
import { afterAddition, afterDeduction } from './limits.ts'
import { stairs } from './stairs.ts'

export const countDeductionShape = (rule: CountDeductionRule, ground: ShapeGround): Shape | undefined =>
  rule.first || rule.none
    ? undefined
    : counting(rule.counted, rule.partial, ground, {
        base: ground.fullMark,
        points: neg(exact(rule.points)),
        clamp: afterDeduction(rule.limit, ground.fullMark, ground),
      })

export const countCreditShape = (rule: CountCreditRule, ground: ShapeGround): Shape | undefined =>
  counting(rule.counted, rule.partial, ground, { base: zero, points: exact(rule.points), clamp: earned(rule, ground) })

export const countBonusShape = (rule: CountBonusRule, ground: ShapeGround): Shape | undefined =>
  counting(rule.counted, rule.partial, ground, {
    base: ground.fullMark,
    points: exact(rule.points),
    clamp: afterAddition(rule.limit, ground.fullMark, ground),
  })

const earned = ({ ceiling }: CountCreditRule, { fullMark, answer }: ShapeGround): Clamp | 'silent' => {
  if (ceiling) {
    const most = ceilingPoints(ceiling, fullMark)
    return most ? { atMost: most } : {}
  }
  const choice = answer('ceiling')
  return choice === undefined ? 'silent' : choice === 'fullMark' ? { atMost: fullMark } : {}
}

/** Whole things from zero up; where limits or started steps would be asked for, the method is. */
function counting(
  counted: Counted,
  said: Partial | undefined,
  { answer }: ShapeGround,
  { clamp, ...line }: { readonly base: Exact; readonly points: Exact; readonly clamp: Clamp | 'silent' },
): Shape | undefined {
  const size = exact(counted.per)
  // One at a time leaves no started step.
  const partial = counted.per === '1' ? 'proRata' : (said ?? answer('partial'))
  if (sign(size) <= 0 || partial === undefined || clamp === 'silent') return undefined
  return {
    variable: { top: linear([one, countedName(counted)]), bottom: constant(one), whole: true },
    pieces: [
      { ...unsettled, to: { at: zero, included: false } },
      { ...stairs(line.base, { size, points: line.points }, 'above', partial), ...clamp },
    ],
  }
}
