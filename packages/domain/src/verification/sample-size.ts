/** 把握, in percent: how rarely a statement about a list may be wrong. */
export const confidences = [90, 95, 99] as const
export type Confidence = (typeof confidences)[number]

/** Shares and margins in whole percent; sizes in units of the list. */

/** How many of `population` are bad when at least `percent` of them are, rounded up: the least that the question means. */
const fewestBad = (population: number, percent: number): number => Math.ceil((population * percent) / 100)

/**
 * Whether a draw of `size` without replacement misses all of `bad` with a chance of at most 100 % − confidence (hypergeometric, in whole
 * numbers: C(N−bad, n) / C(N, n) = Π (N−n−i)/(N−i)).
 */
const rarelyMisses = (population: number, bad: number, size: number, confidence: Confidence): boolean => {
  let miss = 100n
  let all = BigInt(100 - confidence)
  for (let i = 0; i < bad; i++) {
    miss *= BigInt(Math.max(0, population - size - i))
    all *= BigInt(population - i)
  }
  return miss <= all
}

/**
 * The fewest units to draw so that, if at least `percent` of the list are bad, one of them is among those drawn with that confidence.
 * Source: the table of reference/standards §6. @throws RangeError for an empty list or a share outside 1 to 100
 */
export const sizeToFind = (population: number, percent: number, confidence: Confidence = 95): number => {
  if (population < 1 || percent < 1 || percent > 100) throw new RangeError(`no share of ${percent} % in ${population}`)
  const bad = fewestBad(population, percent)
  let [low, high] = [1, population]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rarelyMisses(population, bad, middle, confidence)) high = middle
    else low = middle + 1
  }
  return low
}

/** The smallest share, in whole percent, of which a draw of this size finds one with that confidence; undefined where none does. */
export const shareFound = (population: number, size: number, confidence: Confidence = 95): number | undefined => {
  for (let percent = 1; percent <= 100; percent++) {
    if (sizeToFind(population, percent, confidence) <= size) return percent
  }
  return undefined
}
