import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { VerificationCommand, VerificationContext } from './commands.ts'
import type { VerificationError } from './errors.ts'
import { freezePopulation } from './freeze-population.ts'
import {
  isCommitted,
  type RandomScope,
  type SeedAgreement,
  type SeedCommitment,
  type SeedPart,
  type Verification,
} from './model.ts'
import type { VerificationDecision } from './plan-verification.ts'
import { boundTo, commitmentDigest } from './seed-agreement.ts'

type Outcome = Result<VerificationDecision, VerificationError>
type Of<K extends VerificationCommand['kind']> = Extract<VerificationCommand, { kind: K }>

const commitmentOf = (verification: Verification, personId: string): SeedCommitment | undefined =>
  verification.commitments?.find(({ by }) => by.personId === personId)

const waitedFor = (verification: Verification): SeedAgreement['parties'] => {
  const { scope } = verification
  if (!isCommitted(verification) || scope.kind !== 'random') return []
  const has = (personId: string) => {
    const commitment = commitmentOf(verification, personId)
    return verification.state === 'committing' ? commitment !== undefined : commitment?.reveal !== undefined
  }
  return (scope.agreement?.parties ?? []).filter(({ personId }) => !has(personId))
}

/** Parties that have not filed, or not revealed, by name. */
export const missingParties = (verification: Verification): readonly string[] =>
  waitedFor(verification).map(({ name }) => name)

export const missingPartyIds = (verification: Verification): readonly string[] =>
  waitedFor(verification).map(({ personId }) => personId)

/** 提交承诺. The last one fixes the list, which nobody may choose by a value that they know. */
export const commit = (verification: Verification, command: Of<'commit'>, context: VerificationContext): Outcome => {
  const { scope } = verification
  const { actor, today } = context
  if (scope.kind !== 'random' || !scope.agreement) return refuse('verification.notRandom')
  const { agreement } = scope
  if (!agreement.parties.some(({ personId }) => personId === actor.personId)) return refuse('verification.notParty')
  if (commitmentOf(verification, actor.personId)) return refuse('verification.alreadyCommitted')
  if (today >= agreement.publishedOn) {
    return refuse('verification.publicDayCome', { params: { day: agreement.publishedOn } })
  }
  const made: SeedCommitment = { by: authorOf(actor), digest: command.digest, at: context.now }
  const next = { ...verification, commitments: [...(verification.commitments ?? []), made] }
  const event = { type: 'verificationCommitted', verificationId: verification.id, commitment: made } as const
  if (next.commitments.length < agreement.parties.length) return ok({ next, events: [event] })
  const frozen = freezePopulation(scope, command.population, context.hash)
  return frozen.ok ? ok({ next: { ...next, scope: frozen.value, state: 'revealing' }, events: [event] }) : frozen
}

/** 揭示: the value that the digest was filed for; anything else is refused and changes nothing. */
export const reveal = (verification: Verification, { value }: Of<'reveal'>, context: VerificationContext): Outcome => {
  const { actor, hash, now } = context
  const commitment = commitmentOf(verification, actor.personId)
  if (!commitment) return refuse('verification.notParty')
  if (commitment.reveal) return refuse('verification.alreadyRevealed')
  if (value === '' || value.includes('|')) return refuse('verification.seedMissing', { at: 'value' })
  if (commitmentDigest(boundTo(verification.id, actor.personId), value, hash) !== commitment.digest) {
    return refuse('verification.revealMismatch', { at: 'value' })
  }
  const commitments = (verification.commitments ?? []).map((one) =>
    one.by.personId === actor.personId ? { ...one, reveal: { value, at: now } } : one,
  )
  const complete = commitments.every((one) => one.reveal !== undefined)
  return ok({
    next: { ...verification, commitments, state: complete ? 'toDraw' : 'revealing' },
    events: [{ type: 'verificationRevealed', verificationId: verification.id, personId: actor.personId, value }],
  })
}

/** 改用当场报数: an explicit decision with its reason; who was missing stays on the record by name. */
export const fallBack = (
  verification: Verification,
  command: Of<'fallBack'>,
  context: VerificationContext,
): Outcome => {
  const { scope } = verification
  if (scope.kind !== 'random' || !isCommitted(verification)) return refuse('verification.notRandom')
  if (!command.reason) return refuse('verification.reasonMissing', { at: 'reason' })
  const frozen = scope.populationDigest ? ok(scope) : freezePopulation(scope, command.population, context.hash)
  if (!frozen.ok) return frozen
  const fallback = {
    by: authorOf(context.actor),
    at: context.now,
    reason: command.reason,
    missing: missingParties(verification),
  }
  return ok({
    next: { ...verification, scope: frozen.value, fallback, state: 'toDraw' },
    events: [{ type: 'verificationFellBack', verificationId: verification.id, fallback }],
  })
}

/** The revealed values in the order of the parties, then the public number with its source. */
export const agreedParts = (
  verification: Verification,
  { agreement }: RandomScope,
  publicNumber: string,
): readonly SeedPart[] => [
  ...(agreement?.parties ?? []).map(({ personId, name }) => ({
    by: name,
    value: commitmentOf(verification, personId)?.reveal?.value ?? '',
  })),
  { by: `${agreement?.source ?? ''}（${agreement?.publishedOn ?? ''}）`, value: publicNumber },
]
