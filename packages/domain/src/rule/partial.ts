import { ceil, div, type Exact, floor, isWhole } from '../kernel/exact.ts'
import { ask, type Computation } from './method.ts'
import type { Partial } from './model.ts'

/** How many steps of `size` make `amount`; what a started step counts is asked only where there is one. */
export function* stepsIn(amount: Exact, size: Exact, said: Partial | undefined): Computation<Exact> {
  const steps = div(amount, size)
  if (isWhole(steps)) return steps
  const partial = said ?? (yield* ask('partial'))
  return partial === 'proRata' ? steps : partial === 'whole' ? ceil(steps) : floor(steps)
}
