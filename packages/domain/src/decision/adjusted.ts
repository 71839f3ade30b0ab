import type { ExactText } from '../kernel/exact.ts'
import { type Adjustment, type Decision, isBinding } from './model.ts'

/** Both scores of an item, so that every total can say which it uses. */
export interface AdjustedPoints {
  readonly computed: ExactText
  readonly adjusted?: ExactText
  readonly decisionId?: string
  readonly adjustment?: Adjustment
}

/** The latest binding decision on an item holds, unless a later one replaced it or the computed points moved since. */
export const adjustedPoints = (itemId: string, computed: ExactText, decisions: readonly Decision[]): AdjustedPoints => {
  const binding = decisions.filter(isBinding)
  const replaced = new Set(binding.map((decision) => decision.replaces))
  const found = binding
    .filter((decision) => !replaced.has(decision.id))
    .flatMap((decision) => decision.adjustments.map((adjustment) => ({ decisionId: decision.id, adjustment })))
    .findLast(({ adjustment }) => adjustment.itemId === itemId && adjustment.from === computed)
  return found ? { computed, adjusted: found.adjustment.to, ...found } : { computed }
}
