import type { CommandContext } from '../kernel/command-context.ts'
import type { Hash } from '../kernel/digest.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Sheet } from '../sheet/model.ts'
import type { VerificationEvent } from './commands.ts'
import type { VerificationError } from './errors.ts'
import { freezePopulation, type Population } from './freeze-population.ts'
import type { KeyPick, RandomScope, Verification, VerificationScope } from './model.ts'
import { isAgreeable } from './seed-agreement.ts'
import { isWeighable, type RiskFactor } from './weighing.ts'

export type ScopeRequest =
  | { readonly kind: 'full' }
  | { readonly kind: 'key'; readonly picks: readonly KeyPick[] }
  | RandomRequest

type RandomRequest = Pick<RandomScope, 'kind' | 'size' | 'picks' | 'confidence' | 'agreement'> & {
  readonly factors?: readonly RiskFactor[]
}

export interface PlanVerification {
  readonly scope: ScopeRequest
  readonly standard: string
  /** The units of the sheet with their codes, and by which strata a random draw takes them (one with an empty key if by none). */
  readonly population: Population
}

export interface VerificationDecision {
  readonly next: Verification
  readonly events: readonly VerificationEvent[]
}

type Planning = CommandContext & { readonly hash: Hash }

/**
 * Arranges the verification of a signed sheet. For a random one the list is fixed here, before anyone knows the seed; where the
 * seed is agreed on beforehand, the rule is fixed here and the list when every party has filed its commitment.
 */
export const planVerification = (
  sheet: Sheet,
  request: PlanVerification,
  context: Planning,
): Result<VerificationDecision, VerificationError> => {
  if (sheet.state !== 'signed') return refuse('verification.notNow', { params: { state: sheet.state } })
  if (!request.standard) return refuse('verification.standardMissing', { at: 'standard' })
  const scope = scopeOf(sheet, request, context)
  if (!scope.ok) return scope
  const next: Verification = {
    id: context.newId(),
    planId: sheet.planId,
    sheetId: sheet.id,
    leafKey: sheet.leafKey,
    scope: scope.value,
    standard: request.standard,
    state: stateAfter(scope.value),
    draws: [],
    visits: [],
    opinions: [],
  }
  return ok({ next, events: [{ type: 'verificationPlanned', verification: next }] })
}

const stateAfter = (scope: VerificationScope): Verification['state'] => {
  if (scope.kind !== 'random') return 'visiting'
  return scope.agreement ? 'committing' : 'toDraw'
}

const scopeOf = (
  sheet: Sheet,
  { scope, population }: PlanVerification,
  context: Planning,
): Result<VerificationScope, VerificationError> => {
  if (scope.kind === 'full') return ok({ kind: 'full', unitIds: sheet.unitIds })
  const stopped = stopPicks(sheet, scope.picks)
  if (stopped) return stopped
  if (scope.kind === 'key') {
    return scope.picks.length > 0 ? ok(scope) : refuse('verification.nothingToVerify', { at: 'scope.picks' })
  }
  const { factors, ...rest } = scope
  if (factors && !isWeighable(factors)) return refuse('verification.factorsWrong', { at: 'scope.factors' })
  const open: RandomScope = { ...rest, strata: [], ...(factors && { weighing: { factors, held: [] } }) }
  const onSheet = population.strata.map(({ key, units }) => ({
    key,
    units: units.filter(({ unitId }) => sheet.unitIds.includes(unitId)),
  }))
  const frozen = freezePopulation(open, { ...population, strata: onSheet }, context.hash)
  const { agreement } = scope
  if (!frozen.ok || !agreement) return frozen
  if (!isAgreeable(agreement)) return refuse('verification.partiesWrong', { at: 'scope.agreement' })
  if (agreement.publishedOn <= context.today) {
    return refuse('verification.publicDayCome', { at: 'scope.agreement', params: { day: agreement.publishedOn } })
  }
  return ok(open)
}

const stopPicks = (sheet: Sheet, picks: readonly KeyPick[]) => {
  const stranger = picks.find(({ unitId }) => !sheet.unitIds.includes(unitId))
  if (stranger) return refuse('verification.notOnSheet', { at: stranger.unitId })
  const unreasoned = picks.find(({ reason }) => !reason)
  if (unreasoned) return refuse('verification.reasonMissing', { at: unreasoned.unitId })
  const twice = picks.find(({ unitId }, at) => picks.findIndex((pick) => pick.unitId === unitId) !== at)
  return twice ? refuse('verification.pickedTwice', { at: twice.unitId }) : undefined
}
