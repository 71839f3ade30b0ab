import { add, compare, div, type Exact, one, ratio, sub, sum, zero } from '../kernel/exact.ts'
import type { Stratum } from './draw.ts'
import type { Confidence } from './sample-size.ts'

/** 抽样推断: what a draw says about the units that nobody visited, once every visited one has a finding. */
export interface ResidualError {
  readonly listed: number
  readonly drawn: number
  /** Units drawn whose figures should be others. */
  readonly bad: number
  /** Horvitz–Thompson: Σ 1/chance over the bad ones; how many of the list that stands for. */
  readonly estimated: Exact
  readonly confidence: Confidence
  /** No more of the list are bad than this, the ones found included, with that confidence. */
  readonly atMost: number
}

interface Unit {
  readonly unitId: string
  readonly chance: Exact
}

/** What was drawn from which list; chances are those of the list, else the stratum's share over its units. */
export const residualError = (
  strata: readonly Stratum[],
  drawnIds: ReadonlySet<string>,
  badIds: ReadonlySet<string>,
  confidence: Confidence,
): ResidualError => {
  const listed: readonly Unit[] = strata.flatMap(({ units }) => {
    const share = units.filter(({ unitId }) => drawnIds.has(unitId)).length
    return units.map(({ unitId, chance }) => ({
      unitId,
      chance: readChance(chance) ?? ratio(BigInt(share), BigInt(units.length)),
    }))
  })
  const bad = listed.filter(({ unitId }) => drawnIds.has(unitId) && badIds.has(unitId))
  const plain = strata.length === 1 && listed.every(({ chance }) => compare(chance, listed[0]?.chance ?? zero) === 0)
  return {
    listed: listed.length,
    drawn: drawnIds.size,
    bad: bad.length,
    estimated: sum(bad.map(({ chance }) => div(one, chance))),
    confidence,
    atMost: plain
      ? mostHypergeometric(listed.length, drawnIds.size, bad.length, confidence)
      : mostByChance(listed, drawnIds, bad, confidence),
  }
}

const readChance = (text: string | undefined): Exact | undefined => {
  const found = /^(\d+)\/(\d+)$/.exec(text ?? '')
  return found ? ratio(BigInt(found[1] ?? 0), BigInt(found[2] ?? 1)) : undefined
}

/** C(n, k), exact. */
const choose = (n: number, k: number): bigint => {
  let value = 1n
  for (let i = 0; i < k; i++) value = (value * BigInt(n - i)) / BigInt(i + 1)
  return k < 0 || k > n ? 0n : value
}

/** The greatest number of bad units among which a draw without replacement still finds so few with a chance above 100 % − confidence. */
const mostHypergeometric = (listed: number, drawn: number, bad: number, confidence: Confidence): number => {
  const all = choose(listed, drawn)
  const isLikely = (many: number): boolean => {
    let few = 0n
    for (let found = 0; found <= bad; found++) few += choose(many, found) * choose(listed - many, drawn - found)
    return 100n * few > BigInt(100 - confidence) * all
  }
  let [low, high] = [bad, listed - drawn + bad]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isLikely(middle)) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Least mean, in thousandths rounded up, at which a Poisson count stays at 0, 1, 2 … with a chance of at most 100 % − confidence:
 * the reliability factors of auditors. By Hoeffding (1956) they bound every sum of independent counts, and so the number of bad units
 * in a draw that is strongly Rayleigh, as both of ours are (Brändén and Jonasson 2012).
 */
const factors: Readonly<Record<Confidence, readonly number[]>> = {
  90: [2303, 3890, 5323, 6681, 7994, 9275, 10533, 11771, 12995, 14206, 15407, 16599, 17782, 18958, 20129, 21293, 22452],
  95: [
    2996, 4744, 6296, 7754, 9154, 10514, 11843, 13149, 14435, 15706, 16963, 18208, 19443, 20669, 21887, 23098, 24302,
  ],
  99: [
    4606, 6639, 8406, 10046, 11605, 13109, 14571, 16000, 17403, 18784, 20145, 21490, 22821, 24140, 25447, 26743, 28031,
  ],
}

/** The chances of all bad units together stay below the factor; of those not drawn, so many as fit by the smallest chances. */
const mostByChance = (
  listed: readonly Unit[],
  drawnIds: ReadonlySet<string>,
  bad: readonly Unit[],
  confidence: Confidence,
): number => {
  const open = bad.filter(({ chance }) => compare(chance, one) < 0)
  const hidden = listed
    .filter(({ unitId }) => !drawnIds.has(unitId))
    .map(({ chance }) => chance)
    .toSorted(compare)
  const factor = factors[confidence][open.length]
  if (factor === undefined) return bad.length + hidden.length
  const room = sub(ratio(BigInt(factor), 1000n), sum(open.map(({ chance }) => chance)))
  let [taken, count] = [zero, 0]
  for (const chance of hidden) {
    taken = add(taken, chance)
    if (compare(taken, room) > 0) break
    count += 1
  }
  return bad.length + count
}

/** Rounded half up to a whole unit, as a record says it. */
export const wholeUnits = ({ n, d }: Exact): number => Number((2n * n + d) / (2n * d))
