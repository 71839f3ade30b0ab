import { digestOf, type Hash, utf8 } from '../kernel/digest.ts'

/**
 * `quanheng-draw/1`, a draw that anyone can repeat with a calculator for SHA-256. For each stratum with N units sorted
 * by code, ticket i (i = 1, 2, 3 …) is the big-endian number SHA-256(seed "," stratum "," i). The k-th pick (k = 0, 1 …)
 * takes the next ticket below the largest multiple of N−k, modulo N−k, as an index into the units not yet picked
 * (Fisher–Yates, swapping place k with place k+index). Picks for n units begin the picks for n+1.
 */
export const drawAlgorithm = 'quanheng-draw/1'

/** `quanheng-draw/2`: as above, but by the risk of each unit (risk-draw.ts). */
export const riskDrawAlgorithm = 'quanheng-draw/2'

export type DrawAlgorithm = typeof drawAlgorithm | typeof riskDrawAlgorithm

/** A list to draw from. With one stratum its key is empty. */
export interface Stratum {
  readonly key: string
  readonly units: readonly PopulationUnit[]
}

export interface PopulationUnit {
  /** 单位代码: unique, printed on the record, gives the order. */
  readonly code: string
  readonly unitId: string
  /** 风险权数 of a draw by risk, a whole number from 1. */
  readonly risk?: number
  /** 入样概率 that the risk gives it, `3/7`, fixed with the list. */
  readonly chance?: string
}

export interface Picked extends Pick<PopulationUnit, 'code' | 'unitId'> {
  readonly stratum: string
}

/** Units in the order in which every draw reads them, whatever order they were listed in. */
export const orderedPopulation = (strata: readonly Stratum[]): readonly Stratum[] =>
  strata
    .map(({ key, units }) => ({ key, units: units.toSorted((a, b) => (a.code < b.code ? -1 : 1)) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))

/** Committed before the seed is known; a draw from another list is refused. */
export const populationDigest = (strata: readonly Stratum[], hash: Hash): string =>
  digestOf(hash, orderedPopulation(strata))

/** The first `size` picks of one stratum, in the order drawn. @throws RangeError when there are fewer units than that */
export const drawFrom = (stratum: Stratum, size: number, seed: string, hash: Hash): readonly Picked[] => {
  if (size < 0 || size > stratum.units.length) throw new RangeError(`cannot draw ${size} of ${stratum.units.length}`)
  const [ordered] = orderedPopulation([stratum])
  const pool = [...(ordered?.units ?? [])]
  const next = ticketsFor(stratum.key, seed, hash)
  for (let k = 0; k < size; k++) {
    const at = k + next(pool.length - k)
    const [here, there] = [pool[k], pool[at]]
    if (here && there) [pool[k], pool[at]] = [there, here]
  }
  return pool.slice(0, size).map(({ code, unitId }) => ({ code, unitId, stratum: stratum.key }))
}

/** Unbiased indices below a bound: tickets at or above the largest multiple of it are passed over. */
export const ticketsFor = (stratum: string, seed: string, hash: Hash) => {
  let i = 0
  return (bound: number): number => {
    for (;;) {
      i += 1
      const bytes = hash(utf8(`${seed},${stratum},${i}`))
      const range = 1n << BigInt(8 * bytes.length)
      const ticket = bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
      if (ticket < range - (range % BigInt(bound))) return Number(ticket % BigInt(bound))
    }
  }
}
