import { compare, div, type Exact, hundred, mul, sign, zero } from '../kernel/exact.ts'
import { ask, type Computation } from './method.ts'
import type { ChoiceOf } from './questions.ts'

type Rate =
  /** `reached` where actual and target were only compared. */
  | { readonly kind: 'rate'; readonly value: Exact; readonly reached?: boolean }
  /** There is no rate: the answer settles the item. */
  | { readonly kind: 'settled'; readonly question: 'targetZero'; readonly choice: ChoiceOf<'targetZero'> }
  | { readonly kind: 'settled'; readonly question: 'targetNegative'; readonly choice: 'excluded' }

/** Actual against target in percent; of a target of zero or below, what the rule's answers make of it. */
export function* rateOf(actual: Exact, target: Exact): Computation<Rate> {
  if (sign(target) === 0) return { kind: 'settled', question: 'targetZero', choice: yield* ask('targetZero') }
  const choice = sign(target) > 0 ? 'arithmetic' : yield* ask('targetNegative')
  if (choice === 'excluded') return { kind: 'settled', question: 'targetNegative', choice }
  if (choice === 'arithmetic') return { kind: 'rate', value: mul(div(actual, target), hundred) }
  const reached = compare(actual, target) >= 0
  return { kind: 'rate', value: reached ? hundred : zero, reached }
}
