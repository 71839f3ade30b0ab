import { abs, compare, type Exact, exact, hundred, min, mul, sign, sub, zero } from '../kernel/exact.ts'
import { ceilingPoints, exceeds, under } from './amounts.ts'
import { ask, type Computation, type Given } from './method.ts'
import type { AdditionLimit, Ceiling, DeductionLimit } from './model.ts'
import { defaultBaseline, defaultTarget } from './phrases.ts'

/** Limits are asked for only where they would bite. */

/** What is taken off full marks of a deduction that has come to `raw`. */
export function* deducted(raw: Exact, limit: DeductionLimit | undefined, fullMark: Exact): Computation<Exact> {
  if (limit?.kind === 'points') return min(raw, exact(limit.points))
  if (!exceeds(raw, fullMark)) return raw
  return (limit?.kind ?? (yield* ask('deductionLimit'))) === 'untilZero' ? fullMark : raw
}

/** What is added of a bonus that has come to `raw`, where `room` is left up to full marks. */
export function* added(raw: Exact, limit: AdditionLimit | undefined, given: Given, room = zero): Computation<Exact> {
  if (limit?.kind === 'points') return min(raw, exact(limit.points))
  if (limit?.kind === 'byBaseline') return min(raw, baselineCap(limit, given))
  if (!exceeds(raw, room)) return raw
  return (limit?.kind ?? (yield* ask('additionLimit'))) === 'fullMark' ? room : raw
}

/** What is earned, counted from zero, of `raw`. */
export function* held(raw: Exact, ceiling: Ceiling | undefined, fullMark: Exact): Computation<Exact> {
  if (ceiling) return under(ceilingPoints(ceiling, fullMark), raw)
  if (!exceeds(raw, fullMark)) return raw
  return (yield* ask('ceiling')) === 'fullMark' ? fullMark : raw
}

/** M23: what may be added shrinks with how far the target was set below the baseline. */
function baselineCap({ points, below }: Extract<AdditionLimit, { kind: 'byBaseline' }>, given: Given): Exact {
  const [target, baseline] = [given.number(defaultTarget), given.number(defaultBaseline)]
  const short = sub(baseline, target)
  if (sign(short) <= 0) return exact(points)
  const row = below.find(
    ({ upTo }) => upTo === undefined || compare(mul(short, hundred), mul(exact(upTo), abs(baseline))) <= 0,
  )
  return exact(row?.points ?? points)
}
