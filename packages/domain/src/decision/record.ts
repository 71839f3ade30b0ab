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
  | 'decision.gradeUnknown'
  | 'decision.gradesMissing'
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

export interface OpenGrades {
  readonly units: readonly { readonly unitId: string; readonly name: string }[]
  readonly grades: readonly string[]
  /** With this decision the totals are 审定: nothing may stay open. */
  readonly last: boolean
}

export interface DecisionContext extends CommandContext {
  /** Computed points of the items in the run that lay before the body, by item id. */
  readonly computed: ReadonlyMap<string, { readonly points: ExactText; readonly fullMark: ExactText }>
  /** Of locked totals: units whose grade is still open, and the grades that the plan knows. */
  readonly openGrades?: OpenGrades
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
  const grade = gradeFault(entry, context.openGrades)
  if (grade) return grade
  for (const [at, adjustment] of entry.adjustments.entries()) {
    const twice = entry.adjustments.findIndex(({ itemId }) => itemId === adjustment.itemId) !== at
    const code = twice ? 'decision.adjustedTwice' : adjustmentFault(adjustment, context)
    if (code) return refuse(code, { at: `adjustments[${at}]` })
  }
  return undefined
}

/** Only open grades are decided, each once, and with the last meeting all of them. */
const gradeFault = (
  { outcome, grades = [] }: DecisionEntry,
  { units, grades: known, last }: OpenGrades = { units: [], grades: [], last: false },
) => {
  if (outcome === 'returned') return grades.length > 0 ? refuse('decision.notApproved') : undefined
  for (const [at, { unitId, grade }] of grades.entries()) {
    const isOpen = units.some((unit) => unit.unitId === unitId)
    const twice = grades.findIndex((one) => one.unitId === unitId) !== at
    if (!isOpen || twice || !known.includes(grade)) return refuse('decision.gradeUnknown', { at: `grades[${at}]` })
  }
  const left = units.filter(({ unitId }) => !grades.some((one) => one.unitId === unitId))
  if (!last || left.length === 0) return undefined
  const names = left.slice(0, 5).map(({ name }) => name)
  const params = { units: `${names.join('、')}${left.length > 5 ? '等' : ''}`, count: String(left.length) }
  return refuse('decision.gradesMissing', { at: 'grades', params })
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
