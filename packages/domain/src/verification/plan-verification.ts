import type { CommandContext } from '../kernel/command-context.ts'
import type { Hash } from '../kernel/digest.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Sheet } from '../sheet/model.ts'
import type { VerificationEvent } from './commands.ts'
import { orderedPopulation, type PopulationUnit, populationDigest, type Stratum } from './draw.ts'
import type { VerificationError } from './errors.ts'
import type { KeyPick, Verification, VerificationScope } from './model.ts'

export type ScopeRequest =
  | { readonly kind: 'full' }
  | { readonly kind: 'key'; readonly picks: readonly KeyPick[] }
  | { readonly kind: 'random'; readonly size: number; readonly picks: readonly KeyPick[] }

export interface PlanVerification {
  readonly scope: ScopeRequest
  readonly standard: string
  /** The units of the sheet with their codes, and by which strata a random draw takes them (one with an empty key if by none). */
  readonly population: readonly Stratum[]
}

export interface VerificationDecision {
  readonly next: Verification
  readonly events: readonly VerificationEvent[]
}

/** Arranges the verification of a signed sheet. For a random one the list is fixed here, before anyone knows the seed. */
export const planVerification = (
  sheet: Sheet,
  request: PlanVerification,
  context: CommandContext & { readonly hash: Hash },
): Result<VerificationDecision, VerificationError> => {
  if (sheet.state !== 'signed') return refuse('verification.notNow', { params: { state: sheet.state } })
  if (!request.standard) return refuse('verification.standardMissing', { at: 'standard' })
  const scope = scopeOf(sheet, request, context.hash)
  if (!scope.ok) return scope
  const next: Verification = {
    id: context.newId(),
    planId: sheet.planId,
    sheetId: sheet.id,
    leafKey: sheet.leafKey,
    scope: scope.value,
    standard: request.standard,
    state: scope.value.kind === 'random' ? 'toDraw' : 'visiting',
    draws: [],
    visits: [],
    opinions: [],
  }
  return ok({ next, events: [{ type: 'verificationPlanned', verification: next }] })
}

const scopeOf = (
  sheet: Sheet,
  { scope, population }: PlanVerification,
  hash: Hash,
): Result<VerificationScope, VerificationError> => {
  if (scope.kind === 'full') return ok({ kind: 'full', unitIds: sheet.unitIds })
  const stopped = stopPicks(sheet, scope.picks)
  if (stopped) return stopped
  if (scope.kind === 'key') {
    return scope.picks.length > 0 ? ok(scope) : refuse('verification.nothingToVerify', { at: 'scope.picks' })
  }
  const isDrawable = ({ unitId }: PopulationUnit) =>
    sheet.unitIds.includes(unitId) && !scope.picks.some((pick) => pick.unitId === unitId)
  const strata = orderedPopulation(population.map(({ key, units }) => ({ key, units: units.filter(isDrawable) })))
  const total = strata.reduce((sum, { units }) => sum + units.length, 0)
  if (scope.size < 1 || scope.size > total) {
    return refuse('verification.sizeOutOfRange', { at: 'scope.size', params: { most: String(total) } })
  }
  return ok({ ...scope, strata, populationDigest: populationDigest(strata, hash) })
}

const stopPicks = (sheet: Sheet, picks: readonly KeyPick[]) => {
  const stranger = picks.find(({ unitId }) => !sheet.unitIds.includes(unitId))
  if (stranger) return refuse('verification.notOnSheet', { at: stranger.unitId })
  const unreasoned = picks.find(({ reason }) => !reason)
  if (unreasoned) return refuse('verification.reasonMissing', { at: unreasoned.unitId })
  const twice = picks.find(({ unitId }, at) => picks.findIndex((pick) => pick.unitId === unitId) !== at)
  return twice ? refuse('verification.pickedTwice', { at: twice.unitId }) : undefined
}
