import type { Hash } from '../kernel/digest.ts'
import { allocate } from './allocation.ts'
import {
  type DrawAlgorithm,
  drawAlgorithm,
  drawFrom,
  orderedPopulation,
  type Picked,
  riskDrawAlgorithm,
  type Stratum,
} from './draw.ts'
import { drawByRisk, riskShares } from './risk-draw.ts'

/** The parts' values joined by `|`, which none of them holds. */
export const seedOf = (parts: readonly { readonly value: string }[]): string =>
  parts.map(({ value }) => value).join('|')

/** By risk where the units of the list carry one. */
export const algorithmFor = (strata: readonly Stratum[]): DrawAlgorithm =>
  strata.some(({ units }) => units.some(({ risk }) => risk !== undefined)) ? riskDrawAlgorithm : drawAlgorithm

/** What a list and a seed give: strata in order, each with its share. */
export const pick = (
  { strata, size }: { readonly strata: readonly Stratum[]; readonly size: number },
  seed: string,
  hash: Hash,
): readonly Picked[] => {
  const byRisk = algorithmFor(strata) === riskDrawAlgorithm
  const shares = byRisk ? riskShares(strata, size, hash) : allocate(strata, size, seed, hash)
  const from = byRisk ? drawByRisk : drawFrom
  return orderedPopulation(strata).flatMap((stratum) => from(stratum, shares.get(stratum.key) ?? 0, seed, hash))
}
