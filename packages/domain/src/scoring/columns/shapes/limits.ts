import { add, exact, sub, zero } from '../../../kernel/exact.ts'
import type { AdditionLimit, DeductionLimit } from '../../../rule/model.ts'
import type { Clamp } from '../shape.ts'
import type { ShapeGround } from './ground.ts'

/** What points may not fall below after a deduction; `silent` where it would have to be asked. */
export const afterDeduction = (
  limit: DeductionLimit | undefined,
  { fullMark, answer }: ShapeGround,
): Clamp | 'silent' => {
  const kind = limit?.kind ?? answer('deductionLimit')
  if (kind === undefined) return 'silent'
  if (limit?.kind === 'points') return { atLeast: sub(fullMark, exact(limit.points)) }
  return kind === 'untilZero' ? { atLeast: zero } : {}
}

/** What points may not rise above after a bonus on full marks. */
export const afterAddition = (
  limit: AdditionLimit | undefined,
  { fullMark, answer }: ShapeGround,
): Clamp | 'silent' => {
  const kind = limit?.kind ?? answer('additionLimit')
  if (kind === undefined) return 'silent'
  if (limit?.kind === 'points') return { atMost: add(fullMark, exact(limit.points)) }
  return kind === 'fullMark' ? { atMost: fullMark } : {}
}
