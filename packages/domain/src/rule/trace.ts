import { type Exact, printExact, sign, sub, sum, zero } from '../kernel/exact.ts'
import type { Computed, ExactLoss } from './method.ts'
import type { LossCode, TraceInput, TraceNode } from './outcome.ts'

export const show = printExact

/** A negative number stands in brackets inside arithmetic: `5 - (-3)`. */
export const operand = (value: Exact): string => (sign(value) < 0 ? `(${show(value)})` : show(value))

/** All that closing a computation takes from what is given. */
interface Marked {
  readonly fullMark: Exact
}

interface NodeParts {
  readonly code: string
  readonly clause: string
  readonly arithmetic: string
  readonly value: Exact
  readonly inputs?: readonly TraceInput[]
  readonly children?: readonly TraceNode[]
}

export const node = ({ code, clause, arithmetic, value, inputs = [], children = [] }: NodeParts): TraceNode => ({
  code,
  clause,
  inputs,
  arithmetic,
  value: show(value),
  children,
})

/** Closes a computation: points are full marks minus losses, so that a trace cannot disagree with its score. */
export function scored(
  given: Marked,
  losses: readonly ExactLoss[],
  parts: Omit<NodeParts, 'value' | 'arithmetic'> & { readonly arithmetic?: string },
): Computed {
  const kept = losses.filter(({ points }) => sign(points) !== 0)
  const value = sub(given.fullMark, sum(kept.map(({ points }) => points)))
  const terms = kept.map(({ points }) => (sign(points) > 0 ? ` - ${show(points)}` : ` + ${show(sub(zero, points))}`))
  const arithmetic = parts.arithmetic ?? `${show(given.fullMark)}${terms.join('')} = ${show(value)}`
  return { kind: 'points', losses: kept, node: node({ ...parts, arithmetic, value }) }
}

/** A computation that an answer ends at once: 目标值为零的，得满分. */
export function settled(given: Marked, choice: 'full' | 'none' | 'excluded', clause: string, code: LossCode): Computed {
  if (choice === 'excluded')
    return { kind: 'excluded', node: node({ code: 'settled', clause, arithmetic: '0', value: zero }) }
  const points = choice === 'full' ? zero : given.fullMark
  return scored(given, [{ code, clause, points }], { code: 'settled', clause })
}
