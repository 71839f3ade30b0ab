import { authorOf } from '../kernel/command-context.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { CreditContext } from './commands.ts'
import { openObjections } from './hearing.ts'
import type { CreditDecision, CreditEntry, CreditState, DecisionEffect, PendingDecision } from './model.ts'
import type { Move, Of } from './review.ts'

/** What the deciding body said, registered from its minutes: after publicity where the plan wants one, with every objection answered. */
export const registerDecision = (entry: CreditEntry, command: Of<'registerDecision'>, context: CreditContext): Move => {
  const { shown } = entry.standing
  if (context.publicNotice && shown === undefined) return refuse('credit.notShown')
  if (shown !== undefined && shown.until >= context.today) {
    return refuse('credit.stillShown', { params: { until: shown.until } })
  }
  if (openObjections(entry).length > 0) return refuse('credit.objectionOpen')
  return pend(entry, command.agreed ? 'recognise' : 'refuse', command.decision, context)
}

/** 解除, only by a decision: of a veto that was served, or of an entry that was decided in error. What was computed was never erased. */
export const lift = (entry: CreditEntry, { decision }: Of<'lift'>, context: CreditContext): Move =>
  pend(entry, 'lift', decision, context)

const pend = (entry: CreditEntry, effect: DecisionEffect, decision: CreditDecision, context: CreditContext): Move => {
  if (context.actor.unitId !== context.officeUnitId) return refuse('credit.otherUnit')
  if (!decision.body || !decision.text || !decision.scanDigest) {
    return refuse('credit.decisionMissing', { at: 'decision' })
  }
  if (decision.on > context.today) return refuse('credit.decisionInFuture', { at: 'decision.on' })
  const pending: PendingDecision = { ...decision, effect, from: entry.state, by: authorOf(context.actor) }
  return ok({ state: 'toConfirm', standing: { ...entry.standing, pending } })
}

const after: Readonly<Record<DecisionEffect, CreditState>> = {
  recognise: 'decided',
  refuse: 'refused',
  lift: 'lifted',
}

/** 复核: a second person has found the same in the minutes. From here on it counts. */
export const confirmDecision = (entry: CreditEntry, context: CreditContext): Move => {
  const stopped = stopSecond(entry, context)
  const { pending, ...kept } = entry.standing
  if (stopped || !pending) return stopped ?? refuse('credit.notNow')
  const { effect, from: _, by: __, ...decision } = pending
  return ok({
    state: after[effect],
    standing: effect === 'lift' ? { ...kept, lifting: decision } : { ...kept, decision },
  })
}

/** The second person does not find it in the minutes: the entry stands where it stood. */
export const declineDecision = (
  entry: CreditEntry,
  { reason }: Of<'declineDecision'>,
  context: CreditContext,
): Move => {
  const stopped = stopSecond(entry, context)
  const { pending, ...kept } = entry.standing
  if (stopped || !pending) return stopped ?? refuse('credit.notNow')
  return reason ? ok({ state: pending.from, standing: kept }) : refuse('credit.reasonMissing', { at: 'reason' })
}

const stopSecond = ({ standing }: CreditEntry, { actor, officeUnitId }: CreditContext) => {
  if (actor.unitId !== officeUnitId) return refuse('credit.otherUnit')
  return standing.pending?.by.personId === actor.personId ? refuse('credit.samePerson') : undefined
}
