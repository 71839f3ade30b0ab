import { authorOf } from '../kernel/command-context.ts'
import { compare, equal, exact, parseExact, printExact, sign } from '../kernel/exact.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { DecisionGiven, ObjectionCommand, ObjectionContext, ObjectionError } from './commands.ts'
import type { Objection, ObjectionDecision, ScoreFound } from './model.ts'

export type Move = Result<Partial<Objection>, ObjectionError>
type Of<K extends ObjectionCommand['kind']> = Extract<ObjectionCommand, { kind: K }>

/** Other points than those published, within the item's full marks, in their exact form. */
const readFound = (found: ScoreFound, { score }: Objection): Result<ScoreFound, ObjectionError> => {
  if (found.outcome === 'kept') return ok(found)
  const to = parseExact(found.to)
  if (!to.ok || sign(to.value) < 0 || compare(to.value, exact(score.fullMark)) > 0) {
    return refuse('objection.outOfRange', { at: 'found.points', params: { fullMark: score.fullMark } })
  }
  if (equal(to.value, exact(score.points))) return refuse('objection.unchanged', { at: 'found.points' })
  return ok({ outcome: 'corrected', to: printExact(to.value) })
}

/** 回避: nobody judges a score of a unit of their own. */
const standsAside = ({ score }: Objection, { ownUnitIds }: ObjectionContext): boolean =>
  ownUnitIds.includes(score.unitId)

/** 答复: what the scoring side finds, and what it proposes. */
export const answer = (objection: Objection, command: Of<'answer'>, context: ObjectionContext): Move => {
  if (standsAside(objection, context)) return refuse('objection.ownUnit')
  const { facts, reason, files } = command
  if (!facts) return refuse('objection.factsMissing', { at: 'facts' })
  if (!reason) return refuse('objection.reasonMissing', { at: 'reason' })
  const found = readFound(command.found, objection)
  if (!found.ok) return found
  const given = { facts, found: found.value, reason, files, by: authorOf(context.actor), on: context.today }
  return ok({ state: 'rescoring', standing: { ...objection.standing, answer: given } })
}

/** 复核: by somebody who neither signed the row nor answered, under whatever account. */
export const rescore = (objection: Objection, command: Of<'rescore'>, context: ObjectionContext): Move => {
  const { personId } = context.actor
  if (standsAside(objection, context)) return refuse('objection.ownUnit')
  if (context.signers.includes(personId)) return refuse('objection.signedIt')
  if (context.answeredBy.includes(personId)) return refuse('objection.answeredIt')
  if (!command.reason) return refuse('objection.reasonMissing', { at: 'reason' })
  const found = readFound(command.found, objection)
  if (!found.ok) return found
  const given = { found: found.value, reason: command.reason, by: authorOf(context.actor), on: context.today }
  return ok({ state: 'toDecide', standing: { ...objection.standing, rescoring: given } })
}

/** What was decided, as it may be kept. A correction changes a published figure: only over the 影响范围 that was seen, and with the signed original. */
export const decided = (
  objection: Objection,
  { seen, ...given }: DecisionGiven,
  context: ObjectionContext,
): Result<Omit<ObjectionDecision, 'recordedBy'>, ObjectionError> => {
  const stopped = decidedBy(objection, given.by, context) ?? wordsFault(given, context)
  if (stopped) return stopped
  const found = readFound(given.found, objection)
  if (!found.ok) return found
  const { by, body, decidedOn, words, number, scanDigest, impact } = given
  const said = {
    by,
    body,
    decidedOn,
    words,
    found: found.value,
    ...(number !== undefined && { number }),
    ...(scanDigest !== undefined && { scanDigest }),
  }
  if (found.value.outcome === 'kept') return ok(said)
  return seen && impact ? ok({ ...said, impact }) : refuse('objection.impactMoved')
}

/** The group always may; its delegate where the plan says so, in person, and never on a unit of the own. */
const decidedBy = (objection: Objection, by: DecisionGiven['by'], context: ObjectionContext) => {
  if (by === 'group') return undefined
  if (context.decider !== 'delegate') return refuse('objection.groupDecides')
  if (context.actor.post !== 'officeDirector') return refuse('objection.directorDecides')
  return standsAside(objection, context) ? refuse('objection.ownUnit') : undefined
}

const wordsFault = (
  { by, body, words, decidedOn, found, scanDigest }: Omit<DecisionGiven, 'seen'>,
  { today }: ObjectionContext,
) => {
  if (!body) return refuse('objection.bodyMissing', { at: 'body' })
  if (!words) return refuse('objection.wordsMissing', { at: 'words' })
  if (decidedOn > today) return refuse('objection.inFuture', { at: 'decidedOn' })
  const onScreen = by === 'delegate' && found.outcome === 'kept'
  return scanDigest === undefined && !onScreen ? refuse('objection.scanMissing', { at: 'scanDigest' }) : undefined
}

/** A second person of the office found the same in the original; from here it holds. */
export const confirm = ({ standing }: Objection, { actor }: ObjectionContext): Move => {
  const { decision } = standing
  if (!decision) return refuse('objection.notNow')
  if (decision.recordedBy.personId === actor.personId) return refuse('objection.samePerson')
  return ok({
    state: decision.found.outcome,
    standing: { ...standing, decision: { ...decision, confirmedBy: authorOf(actor) } },
  })
}
