import { authorOf } from '../kernel/command-context.ts'
import { digestOf, type Hash } from '../kernel/digest.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { VerificationCommand, VerificationContext } from './commands.ts'
import { agreedParts, missingParties } from './commitment.ts'
import { populationDigest } from './draw.ts'
import type { VerificationError } from './errors.ts'
import {
  type Attestation,
  type Draw,
  isCommitted,
  type RandomScope,
  type SeedPart,
  standingDraw,
  type Verification,
  type VerificationScope,
} from './model.ts'
import { algorithmFor, pick, seedOf } from './pick.ts'
import type { VerificationDecision } from './plan-verification.ts'
import { committedSeed } from './seed-agreement.ts'

type Outcome = Result<VerificationDecision, VerificationError>
type Of<K extends VerificationCommand['kind']> = Extract<VerificationCommand, { kind: K }>

/** Draws before a witness who is not the drawer, from the list that was fixed before anyone knew the seed. */
export const draw = (verification: Verification, command: Of<'draw'>, context: VerificationContext): Outcome => {
  const { scope } = verification
  if (scope.kind !== 'random') return refuse('verification.notRandom')
  const agreed = isCommitted(verification)
  const missing = missingParties(verification)
  if (missing.length > 0) return refuse('verification.revealMissing', { params: { names: missing.join('、') } })
  const stopped = stopDraw(scope, command, context) ?? (agreed ? stopAgreed(scope, command, context) : undefined)
  if (stopped) return stopped
  const seedParts = agreed ? agreedParts(verification, scope, command.seedParts[0]?.value ?? '') : command.seedParts
  const seed = agreed ? committedSeed(seedParts, context.hash) : seedOf(seedParts)
  const made: Draw = {
    id: context.newId(),
    algorithm: algorithmFor(scope.strata),
    populationDigest: scope.populationDigest ?? '',
    size: scope.size,
    seedParts,
    seed,
    picked: pick(scope, seed, context.hash),
    drawnBy: authorOf(context.actor),
    witness: command.witness,
    at: context.now,
  }
  return ok({
    next: { ...verification, state: 'visiting', draws: [...verification.draws, made] },
    events: [{ type: 'verificationDrawn', verificationId: verification.id, draw: made }],
  })
}

const isWhole = ({ value }: SeedPart): boolean => value !== '' && !value.includes('|')

const stopDraw = (scope: RandomScope, { seedParts, witness }: Of<'draw'>, context: VerificationContext) => {
  if (seedParts.length === 0 || !seedParts.every(isWhole))
    return refuse('verification.seedMissing', { at: 'seedParts' })
  if (witness.post !== 'observer' || witness.personId === context.actor.personId) {
    return refuse('verification.noWitness', { at: 'witness' })
  }
  const listed = scope.strata.flatMap(({ units }) => units.map(({ unitId }) => unitId))
  const gone = listed.find((unitId) => !context.sheetUnitIds.includes(unitId))
  return gone === undefined ? undefined : refuse('verification.populationChanged', { at: gone })
}

/** With an agreement only the public number is typed, and not before its day. */
const stopAgreed = ({ agreement }: RandomScope, { seedParts }: Of<'draw'>, { today }: VerificationContext) => {
  if (seedParts.length !== 1) return refuse('verification.seedMissing', { at: 'seedParts' })
  const day = agreement?.publishedOn ?? ''
  return today < day ? refuse('verification.publicNotYet', { params: { day } }) : undefined
}

/** A draw is made void only before anyone was visited, and stays on the record with its reason. The next seed is made on the spot. */
export const cancelDraw = (
  verification: Verification,
  { reason }: Of<'cancelDraw'>,
  { actor, now }: VerificationContext,
): Outcome => {
  const standing = standingDraw(verification)
  if (!standing) return refuse('verification.notRandom')
  if (verification.visits.length > 0) return refuse('verification.visitsBegun')
  if (!reason) return refuse('verification.reasonMissing', { at: 'reason' })
  const cancelled: Draw = { ...standing, cancellation: { by: authorOf(actor), at: now, reason } }
  const draws = verification.draws.map((made) => (made.id === standing.id ? cancelled : made))
  return ok({
    next: { ...verification, state: 'toDraw', draws },
    events: [{ type: 'verificationDrawCancelled', verificationId: verification.id, drawId: standing.id, reason }],
  })
}

/** What a witness signs: the draw without what became of it. */
export const drawDigest = ({ cancellation: _, attestation: __, ...made }: Draw, hash: Hash): string =>
  digestOf(hash, { v: 1, noun: 'draw', ...made })

/** 见证签字: the observer named in the draw stands behind its record, on screen, under their own account. */
export const witness = (
  verification: Verification,
  { digest }: Of<'witness'>,
  context: VerificationContext,
): Outcome => {
  const standing = standingDraw(verification)
  if (!standing) return refuse('verification.notRandom')
  if (standing.witness.personId !== context.actor.personId) return refuse('verification.notWitness')
  if (standing.attestation) return refuse('verification.alreadyWitnessed')
  if (digest !== drawDigest(standing, context.hash)) return refuse('verification.drawChanged')
  const { proof } = context.actor
  const attestation: Attestation = { by: authorOf(context.actor), at: context.now, digest, ...(proof && { proof }) }
  const draws = verification.draws.map((made) => (made.id === standing.id ? { ...made, attestation } : made))
  return ok({
    next: { ...verification, draws },
    events: [{ type: 'verificationWitnessed', verificationId: verification.id, drawId: standing.id, attestation }],
  })
}

/** Whether a record's picks are what its list and seed give: what a witness or an outsider checks. */
export const isDrawTrue = (scope: VerificationScope, made: Draw, hash: Hash): boolean =>
  scope.kind === 'random' &&
  made.populationDigest === populationDigest(scope.strata, hash) &&
  made.size === scope.size &&
  [seedOf(made.seedParts), committedSeed(made.seedParts, hash)].includes(made.seed) &&
  JSON.stringify(made.picked.map(({ unitId }) => unitId)) ===
    JSON.stringify(pick(scope, made.seed, hash).map(({ unitId }) => unitId))
