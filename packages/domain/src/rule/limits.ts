import { type Exact, exact, min, zero } from '../kernel/exact.ts'
import { ceilingPoints, exceeds, under } from './amounts.ts'
import { ask, type Computation } from './method.ts'
import type { AdditionLimit, Ceiling, DeductionLimit } from './model.ts'

/** Limits are asked for only where they would bite. */

/** What is taken off full marks of a deduction that has come to `raw`. */
export function* deducted(raw: Exact, limit: DeductionLimit | undefined, fullMark: Exact): Computation<Exact> {
  if (limit?.kind === 'points') return min(raw, exact(limit.points))
  if (!exceeds(raw, fullMark)) return raw
  return (limit?.kind ?? (yield* ask('deductionLimit'))) === 'untilZero' ? fullMark : raw
}

/** What is put on top of full marks of a bonus that has come to `raw`. */
export function* added(raw: Exact, limit: AdditionLimit | undefined): Computation<Exact> {
  if (limit?.kind === 'points') return min(raw, exact(limit.points))
  if (!exceeds(raw, zero)) return raw
  return (limit?.kind ?? (yield* ask('additionLimit'))) === 'fullMark' ? zero : raw
}

/** What is earned, counted from zero, of `raw`. */
export function* held(raw: Exact, ceiling: Ceiling | undefined, fullMark: Exact): Computation<Exact> {
  if (ceiling) return under(ceilingPoints(ceiling, fullMark), raw)
  if (!exceeds(raw, fullMark)) return raw
  return (yield* ask('ceiling')) === 'fullMark' ? fullMark : raw
}
