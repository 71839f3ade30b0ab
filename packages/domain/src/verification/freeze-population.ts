import type { Hash } from '../kernel/digest.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { orderedPopulation, populationDigest, type Stratum } from './draw.ts'
import type { VerificationError } from './errors.ts'
import type { RandomScope } from './model.ts'
import { withChances } from './risk-draw.ts'
import { type UnitRisk, weigh, withRisks } from './weighing.ts'

/** The units that stand on the sheet, in the strata asked for, and what is known about their risks. */
export interface Population {
  readonly strata: readonly Stratum[]
  readonly known: readonly UnitRisk[]
}

/** 名单确定: units, risks and chances, digested; key picks stay out of it. */
export const freezePopulation = (
  scope: RandomScope,
  { strata, known }: Population,
  hash: Hash,
): Result<RandomScope, VerificationError> => {
  const isDrawable = ({ unitId }: { readonly unitId: string }) => !scope.picks.some((pick) => pick.unitId === unitId)
  const listed = orderedPopulation(strata.map(({ key, units }) => ({ key, units: units.filter(isDrawable) })))
  const unitIds = listed.flatMap(({ units }) => units.map(({ unitId }) => unitId))
  if (scope.size < 1 || scope.size > unitIds.length) {
    return refuse('verification.sizeOutOfRange', { at: 'scope.size', params: { most: String(unitIds.length) } })
  }
  if (!scope.weighing) return ok({ ...scope, strata: listed, populationDigest: populationDigest(listed, hash) })
  const weighing = weigh(scope.weighing.factors, known, unitIds)
  const weighed = withChances(withRisks(listed, weighing), scope.size, hash)
  return ok({ ...scope, weighing, strata: weighed, populationDigest: populationDigest(weighed, hash) })
}
