import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { VerificationCommand, VerificationContext, VerificationEvent } from './commands.ts'
import type { VerificationError } from './errors.ts'
import {
  type Answer,
  type Opinion,
  opinionOn,
  standingDraw,
  unitsToVisit,
  type Verification,
  type Visit,
} from './model.ts'
import type { VerificationDecision } from './plan-verification.ts'

type Outcome = Result<VerificationDecision, VerificationError>
type Of<K extends VerificationCommand['kind']> = Extract<VerificationCommand, { kind: K }>

/** 双人核验: nobody inspects alone, and nobody a unit in which they hold a post. */
const fewestMembers = 2

const done = (next: Verification, event: VerificationEvent): Outcome => ok({ next, events: [event] })

const isPicked = (verification: Verification, unitId: string): boolean =>
  unitsToVisit(verification).some((unit) => unit.unitId === unitId)

/** A draw from an agreed seed is signed by its witness before anyone is visited. */
const isUnattested = (verification: Verification): boolean =>
  verification.commitments !== undefined && standingDraw(verification)?.attestation === undefined

export const recordVisit = (
  verification: Verification,
  { visit: given }: Of<'recordVisit'>,
  context: VerificationContext,
): Outcome => {
  const { unitId, memberIds, visitedOn } = given
  if (isUnattested(verification)) return refuse('verification.notWitnessed')
  if (!isPicked(verification, unitId)) return refuse('verification.notPicked', { at: 'unitId' })
  if (new Set(memberIds).size < fewestMembers) return refuse('verification.tooFewMembers', { at: 'memberIds' })
  const interested = memberIds.find((personId) => context.unitsOf(personId).includes(unitId))
  if (interested !== undefined) return refuse('verification.interested', { at: interested })
  if (visitedOn > context.today) return refuse('verification.inFuture', { at: 'visitedOn' })
  if (given.unitSide.kind === 'declined' && !given.unitSide.reason) {
    return refuse('verification.reasonMissing', { at: 'unitSide.reason' })
  }
  const visit: Visit = { ...given, id: context.newId(), recordedBy: authorOf(context.actor), at: context.now }
  return done(
    { ...verification, visits: [...verification.visits, visit] },
    { type: 'verificationVisited', verificationId: verification.id, visit },
  )
}

/** An opinion rests on a visit, and may be given again until it is answered. */
export const giveOpinion = (
  verification: Verification,
  { unitId, finding }: Of<'giveOpinion'>,
  context: VerificationContext,
): Outcome => {
  if (!isPicked(verification, unitId)) return refuse('verification.notPicked', { at: 'unitId' })
  if (!verification.visits.some((visit) => visit.unitId === unitId)) {
    return refuse('verification.notVisited', { at: 'unitId' })
  }
  if (context.actor.ownUnitIds.includes(unitId))
    return refuse('verification.interested', { at: context.actor.personId })
  if (opinionOn(verification, unitId)?.answer) return refuse('verification.alreadyAnswered', { at: 'unitId' })
  if (finding.kind === 'toChange' && finding.changes.some(({ reason }) => !reason)) {
    return refuse('verification.reasonMissing', { at: 'finding.changes' })
  }
  const opinion: Opinion = { id: context.newId(), unitId, finding, by: authorOf(context.actor), at: context.now }
  const opined = { ...verification, opinions: [...verification.opinions, opinion] }
  const complete = unitsToVisit(opined).every((unit) => opinionOn(opined, unit.unitId))
  return done(
    { ...opined, state: complete ? 'answering' : 'visiting' },
    { type: 'verificationOpinionGiven', verificationId: verification.id, opinion },
  )
}

/** 采纳 or 不采纳 with the reason, by the scoring side and never by whoever gave the opinion. */
export const answer = (
  verification: Verification,
  command: Of<'answer'>,
  { actor, now }: VerificationContext,
): Outcome => {
  const opinion = opinionOn(verification, command.unitId)
  if (!opinion) return refuse('verification.noOpinion', { at: 'unitId' })
  if (opinion.answer) return refuse('verification.alreadyAnswered', { at: 'unitId' })
  if (opinion.by.personId === actor.personId) return refuse('verification.samePerson')
  if (actor.ownUnitIds.includes(command.unitId)) return refuse('verification.ownUnit')
  if (!command.adopt && !command.reason) return refuse('verification.reasonMissing', { at: 'reason' })
  const given = { by: authorOf(actor), at: now }
  const made: Answer = command.adopt
    ? { ...given, kind: 'adopted' }
    : { ...given, kind: 'declined', reason: command.reason }
  const answered: Opinion = { ...opinion, answer: made }
  const opinions = verification.opinions.map((other) => (other.id === opinion.id ? answered : other))
  return done(
    { ...verification, opinions },
    { type: 'verificationOpinionAnswered', verificationId: verification.id, opinion: answered },
  )
}

/** Opinions that propose a change wait for an answer; a confirmed item needs none. */
export const unanswered = (verification: Verification): readonly string[] =>
  unitsToVisit(verification)
    .map(({ unitId }) => unitId)
    .filter((unitId) => {
      const opinion = opinionOn(verification, unitId)
      return !opinion || (opinion.finding.kind === 'toChange' && !opinion.answer)
    })

/** 核验办结: every proposed change answered, every row that fell signed again. */
export const close = (verification: Verification, { unsignedUnitIds }: VerificationContext): Outcome => {
  const [waiting] = unanswered(verification)
  if (waiting !== undefined) return refuse('verification.unanswered', { at: waiting })
  const [unsigned] = unsignedUnitIds
  if (unsigned !== undefined) return refuse('verification.unsigned', { at: unsigned })
  return done({ ...verification, state: 'closed' }, { type: 'verificationClosed', verificationId: verification.id })
}
