import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { compare, type ExactText, equal, exact, parseExact, printExact, sign } from '../kernel/exact.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { type Adjustment, type Decision, isBinding } from './model.ts'

export type DecisionErrorCode =
  | 'decision.bodyMissing'
  | 'decision.textMissing'
  | 'decision.scanMissing'
  | 'decision.inFuture'
  | 'decision.reasonMissing'
  | 'decision.unknownItem'
  | 'decision.fromChanged'
  | 'decision.outOfRange'
  | 'decision.unchanged'
  | 'decision.adjustedTwice'
  | 'decision.notApproved'
  | 'decision.samePerson'
  | 'decision.confirmed'
type DecisionError = DomainError<DecisionErrorCode>

export type DecisionEvent =
  | { readonly type: 'decisionRecorded'; readonly decision: Decision }
  | { readonly type: 'decisionConfirmed'; readonly decisionId: string }

interface Decided {
  readonly next: Decision
  readonly events: readonly DecisionEvent[]
}

export interface DecisionContext extends CommandContext {
  /** Computed points of the items in the run that lay before the body, by item id. */
  readonly computed: ReadonlyMap<string, { readonly points: ExactText; readonly fullMark: ExactText }>
}

export type DecisionEntry = Omit<Decision, 'id' | 'recordedBy' | 'recordedAt' | 'confirmation'>

/** Registers what the minutes say. A body that returns the matter adjusts nothing. */
export const recordDecision = (entry: DecisionEntry, context: DecisionContext): Result<Decided, DecisionError> => {
  const stopped = stopEntry(entry, context)
  if (stopped) return stopped
  const recordedBy = authorOf(context.actor)
  const next: Decision = {
    ...entry,
    adjustments: entry.adjustments.map((made) => ({
      ...made,
      from: printExact(exact(made.from)),
      to: printExact(exact(made.to)),
    })),
    id: context.newId(),
    recordedBy,
    recordedAt: context.now,
  }
  return ok({ next, events: [{ type: 'decisionRecorded', decision: next }] })
}

const stopEntry = (entry: DecisionEntry, context: DecisionContext) => {
  if (!entry.body) return refuse('decision.bodyMissing', { at: 'body' })
  if (!entry.text) return refuse('decision.textMissing', { at: 'text' })
  if (!entry.scanDigest) return refuse('decision.scanMissing', { at: 'scanDigest' })
  if (entry.decidedOn > context.today) return refuse('decision.inFuture', { at: 'decidedOn' })
  if (entry.outcome === 'returned' && entry.adjustments.length > 0) return refuse('decision.notApproved')
  for (const [at, adjustment] of entry.adjustments.entries()) {
    const twice = entry.adjustments.findIndex(({ itemId }) => itemId === adjustment.itemId) !== at
    const code = twice ? 'decision.adjustedTwice' : adjustmentFault(adjustment, context)
    if (code) return refuse(code, { at: `adjustments[${at}]` })
  }
  return undefined
}

/** From what was computed, to points within the item's full marks, for a stated reason. */
const adjustmentFault = (
  { itemId, from, to, reason }: Adjustment,
  { computed }: DecisionContext,
): DecisionErrorCode | undefined => {
  const item = computed.get(itemId)
  const [before, after] = [parseExact(from), parseExact(to)]
  if (!item) return 'decision.unknownItem'
  if (!reason) return 'decision.reasonMissing'
  if (!before.ok || !equal(before.value, exact(item.points))) return 'decision.fromChanged'
  if (!after.ok || sign(after.value) < 0 || compare(after.value, exact(item.fullMark)) > 0) return 'decision.outOfRange'
  return equal(before.value, after.value) ? 'decision.unchanged' : undefined
}

/** A second person has compared the entry with the minutes. */
export const confirmDecision = (decision: Decision, context: CommandContext): Result<Decided, DecisionError> => {
  if (isBinding(decision)) return refuse('decision.confirmed')
  if (decision.recordedBy.personId === context.actor.personId) return refuse('decision.samePerson')
  const next: Decision = { ...decision, confirmation: { by: authorOf(context.actor), at: context.now } }
  return ok({ next, events: [{ type: 'decisionConfirmed', decisionId: decision.id }] })
}
