import type { Hash } from '../kernel/digest.ts'
import { ratio } from '../kernel/exact.ts'
import { allocate } from './allocation.ts'
import { orderedPopulation, type Picked, type PopulationUnit, type Stratum, ticketsFor } from './draw.ts'

/**
 * `quanheng-draw/2`, ordered pivotal sampling in whole numbers. A stratum of share n takes unit i with the chance
 * n·risk_i / Σ risk exactly; who would reach 1 is taken for certain, and the rest is shared among the others. In order of codes the
 * unit at hand (chance a/W) meets the next one (b/W): below W together, a ticket below a of a+b lets the first live on with both
 * chances, else the second; from W on, a ticket below W−b of 2W−a−b draws the first, else the second, and the other lives on
 * with a+b−W. Tickets are those of `quanheng-draw/1`. Fixed size, exact chances, negatively associated (docs/adr/0097).
 */
export const mostRisk = 1000

interface Chances {
  /** Taken whatever the seed. */
  readonly certain: readonly PopulationUnit[]
  /** The rest in order of codes, with numerators over `whole`. */
  readonly open: readonly { readonly unit: PopulationUnit; readonly part: number }[]
  readonly whole: number
}

const riskOf = ({ risk }: PopulationUnit): number => risk ?? 1

const chancesIn = (stratum: Stratum, share: number): Chances => {
  const [ordered] = orderedPopulation([stratum])
  let open = [...(ordered?.units ?? [])]
  const certain = new Set<PopulationUnit>()
  for (;;) {
    const left = share - certain.size
    const whole = open.reduce((sum, unit) => sum + riskOf(unit), 0)
    const sure = left > 0 ? open.filter((unit) => left * riskOf(unit) >= whole) : []
    if (sure.length === 0) {
      const parts = left > 0 ? open.map((unit) => ({ unit, part: left * riskOf(unit) })) : []
      return {
        certain: (ordered?.units ?? []).filter((unit) => certain.has(unit)),
        open: parts,
        whole: Math.max(1, whole),
      }
    }
    for (const unit of sure) certain.add(unit)
    open = open.filter((unit) => !certain.has(unit))
  }
}

/** The shares of the strata: as in any draw, but before there is a seed, so that chances can be fixed with the list. */
export const riskShares = (strata: readonly Stratum[], size: number, hash: Hash): ReadonlyMap<string, number> =>
  allocate(strata, size, '', hash)

/** The strata with every unit's 入样概率 for a draw of `size` units in all, in lowest terms (`1/1`, `3/7`, `0/1`). */
export const withChances = (strata: readonly Stratum[], size: number, hash: Hash): readonly Stratum[] => {
  const shares = riskShares(strata, size, hash)
  return strata.map((stratum) => {
    const { certain, open, whole } = chancesIn(stratum, shares.get(stratum.key) ?? 0)
    const parts = new Map(open.map(({ unit, part }) => [unit.code, part]))
    const sure = new Set(certain.map(({ code }) => code))
    const chanceOf = ({ code }: PopulationUnit): string => {
      const { n, d } = ratio(BigInt(sure.has(code) ? whole : (parts.get(code) ?? 0)), BigInt(whole))
      return `${n}/${d}`
    }
    return { key: stratum.key, units: stratum.units.map((unit) => ({ ...unit, chance: chanceOf(unit) })) }
  })
}

/** One stratum's picks: the certain ones by code, then in the order in which the tickets drew them. */
export const drawByRisk = (stratum: Stratum, share: number, seed: string, hash: Hash): readonly Picked[] => {
  const { certain, open, whole } = chancesIn(stratum, share)
  const drawn = meetings(open, whole, ticketsFor(stratum.key, seed, hash))
  return [...certain, ...drawn].map(({ code, unitId }) => ({ code, unitId, stratum: stratum.key }))
}

/** The meetings of ordered pivotal sampling; `next(bound)` is a whole number below its bound, each as likely. */
export const meetings = (
  open: Chances['open'],
  whole: number,
  next: (bound: number) => number,
): readonly PopulationUnit[] => {
  const [first, ...others] = open
  if (!first) return []
  const drawn: PopulationUnit[] = []
  let [atHand, a] = [first.unit, first.part]
  for (const { unit, part: b } of others) {
    if (a + b < whole) {
      if (next(a + b) >= a) atHand = unit
      a += b
    } else {
      const firstWins = next(2 * whole - a - b) < whole - b
      drawn.push(firstWins ? atHand : unit)
      if (firstWins) atHand = unit
      a += b - whole
    }
  }
  return drawn
}
