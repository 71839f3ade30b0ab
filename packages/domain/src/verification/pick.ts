import type { Hash } from '../kernel/digest.ts'
import { allocate } from './allocation.ts'
import { drawFrom, orderedPopulation, type Picked, type Stratum } from './draw.ts'

/** The parts' values joined by `|`, which none of them holds. */
export const seedOf = (parts: readonly { readonly value: string }[]): string =>
  parts.map(({ value }) => value).join('|')

/** What a list and a seed give: strata in order, each with its share. */
export const pick = (
  { strata, size }: { readonly strata: readonly Stratum[]; readonly size: number },
  seed: string,
  hash: Hash,
): readonly Picked[] => {
  const shares = allocate(strata, size, seed, hash)
  return orderedPopulation(strata).flatMap((stratum) => drawFrom(stratum, shares.get(stratum.key) ?? 0, seed, hash))
}
