import { authorOf } from '../kernel/command-context.ts'
import type { Hash } from '../kernel/digest.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { VerificationCommand, VerificationContext } from './commands.ts'
import { drawAlgorithm, populationDigest } from './draw.ts'
import type { VerificationError } from './errors.ts'
import { type Draw, standingDraw, type Verification, type VerificationScope } from './model.ts'
import { pick, seedOf } from './pick.ts'
import type { VerificationDecision } from './plan-verification.ts'

type Outcome = Result<VerificationDecision, VerificationError>
type Of<K extends VerificationCommand['kind']> = Extract<VerificationCommand, { kind: K }>
type RandomScope = Extract<VerificationScope, { kind: 'random' }>

/** Draws before a witness who is not the drawer, from the list that was fixed when the verification was arranged. */
export const draw = (verification: Verification, command: Of<'draw'>, context: VerificationContext): Outcome => {
  const { scope } = verification
  if (scope.kind !== 'random') return refuse('verification.notRandom')
  const stopped = stopDraw(scope, command, context)
  if (stopped) return stopped
  const seed = seedOf(command.seedParts)
  const made: Draw = {
    id: context.newId(),
    algorithm: drawAlgorithm,
    populationDigest: scope.populationDigest,
    size: scope.size,
    seedParts: command.seedParts,
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

const stopDraw = (scope: RandomScope, { seedParts, witness }: Of<'draw'>, context: VerificationContext) => {
  const empty = seedParts.length === 0 || seedParts.some(({ value }) => value === '' || value.includes('|'))
  if (empty) return refuse('verification.seedMissing', { at: 'seedParts' })
  if (witness.post !== 'observer' || witness.personId === context.actor.personId) {
    return refuse('verification.noWitness', { at: 'witness' })
  }
  const listed = scope.strata.flatMap(({ units }) => units.map(({ unitId }) => unitId))
  const gone = listed.find((unitId) => !context.sheetUnitIds.includes(unitId))
  return gone === undefined ? undefined : refuse('verification.populationChanged', { at: gone })
}

/** A draw is made void only before anyone was visited, and stays on the record with its reason. */
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

/** Whether a record's picks are what its list and seed give: what a witness or an outsider checks. */
export const isDrawTrue = (scope: VerificationScope, made: Draw, hash: Hash): boolean =>
  scope.kind === 'random' &&
  made.populationDigest === populationDigest(scope.strata, hash) &&
  made.size === scope.size &&
  made.seed === seedOf(made.seedParts) &&
  JSON.stringify(made.picked.map(({ unitId }) => unitId)) ===
    JSON.stringify(pick(scope, made.seed, hash).map(({ unitId }) => unitId))
