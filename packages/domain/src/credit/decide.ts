import { authorOf } from '../kernel/command-context.ts'
import { ok, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { readClaim } from './claim.ts'
import type { CreditCommand, CreditContext, CreditResult } from './commands.ts'
import { answerObjection, giveStatement, object, show } from './hearing.ts'
import type { CreditEntry } from './model.ts'
import { accept, firstReview, type Move, review } from './review.ts'
import { confirmDecision, declineDecision, lift, registerDecision } from './settle.ts'
import { type CreditCommandKind, creditWorkflow } from './transitions.ts'

/** The one way an entry changes once it is written (see claim). Nobody judges an entry of a unit in which they hold a post. */
export const decideCredit = (entry: CreditEntry, command: CreditCommand, context: CreditContext): CreditResult => {
  const row = permit(creditWorkflow, entry.state, command.kind, context.actor.post)
  if (!row.ok) return row
  if (judging.includes(command.kind) && context.actor.ownUnitIds.includes(entry.unitId)) {
    return refuse('credit.ownUnit')
  }
  if (command.kind === 'resubmit') return resubmit(entry, command.claim, context)
  const moved = move(entry, command, context)
  if (!moved.ok) return moved
  return ok(written({ ...entry, ...moved.value }, command, context))
}

const judging: readonly CreditCommandKind[] = [
  'firstReview',
  'accept',
  'review',
  'show',
  'answerObjection',
  'registerDecision',
  'confirmDecision',
  'declineDecision',
  'lift',
]

const resubmit = (entry: CreditEntry, given: CreditEntry['claim'], context: CreditContext): CreditResult => {
  if (context.actor.unitId !== entry.unitId) return refuse('credit.otherUnit')
  const claim = readClaim(entry.kind, given, context)
  if (!claim.ok) return claim
  return ok(
    written({ ...entry, claim: claim.value, state: 'claimed' }, { kind: 'resubmit', claim: claim.value }, context),
  )
}

const written = (entry: CreditEntry, command: CreditCommand, context: CreditContext) => {
  const [first, ...rest] = entry.steps
  const step = { command: command.kind, by: authorOf(context.actor), at: context.now, words: wordsOf(command) }
  const next: CreditEntry = { ...entry, steps: [first, ...rest, step] }
  return { next, events: [{ type: 'creditMoved' as const, entryId: entry.id, command }] }
}

const wordsOf = (command: CreditCommand): string => {
  if ('reason' in command) return command.reason
  if ('words' in command) return command.words
  return 'decision' in command ? command.decision.text : ''
}

const move = (
  entry: CreditEntry,
  command: Exclude<CreditCommand, { kind: 'resubmit' }>,
  context: CreditContext,
): Move => {
  switch (command.kind) {
    case 'withdraw':
      return withdraw(entry, command.reason, context)
    case 'firstReview':
      return firstReview(entry, command, context)
    case 'accept':
      return accept(entry, command, context)
    case 'giveStatement':
      return giveStatement(entry, command, context)
    case 'review':
      return review(entry, command, context)
    case 'show':
      return show(entry, command, context)
    case 'object':
      return object(entry, command, context)
    case 'answerObjection':
      return answerObjection(entry, command, context)
    case 'registerDecision':
      return registerDecision(entry, command, context)
    case 'lift':
      return lift(entry, command, context)
    case 'confirmDecision':
      return confirmDecision(entry, context)
    case 'declineDecision':
      return declineDecision(entry, command, context)
  }
}

/** By whoever brought it, before anybody has judged it. */
const withdraw = ({ steps, standing }: CreditEntry, reason: string, { actor }: CreditContext): Move => {
  if (actor.unitId !== steps[0].by.unitId) return refuse('credit.otherUnit')
  return reason ? ok({ state: 'withdrawn', standing }) : refuse('credit.reasonMissing', { at: 'reason' })
}
