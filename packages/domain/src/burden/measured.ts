/** What an appraisal has really asked of one body so far. */
export interface MeasuredBurden {
  readonly unitId: string
  /** Figures handed in, each counted once. */
  readonly figures: number
  /** Times that a figure was handed in again. */
  readonly repeats: number
  /** Files sent; what was taken over from another item is not among them. */
  readonly files: number
  /** 沿用: evidence that stood already and was cited again instead of asked again. */
  readonly reused: number
  /** Days on which somebody came to look. */
  readonly visits: number
  /** Minutes at the work, estimated from the acts (`minutesAtWork`). */
  readonly minutes: number
}

/** A longer pause is another piece of work. */
const pauseMinutes = 10

/**
 * Minutes that one person was at work, estimated from the instants of the acts, in their order: a pause of up to `pauseMinutes` belongs to the
 * work, an act after a longer one counts one minute. Nothing but the acts is watched; reading and preparing on paper are not seen.
 */
export const minutesAtWork = (instants: readonly Date[]): number => {
  let milliseconds = 0
  for (const [at, instant] of instants.entries()) {
    const before = instants[at - 1]
    const pause = before === undefined ? Number.POSITIVE_INFINITY : instant.getTime() - before.getTime()
    milliseconds += pause <= pauseMinutes * 60_000 ? pause : 60_000
  }
  return Math.round(milliseconds / 60_000)
}

export const noBurden = (unitId: string): MeasuredBurden => ({
  unitId,
  figures: 0,
  repeats: 0,
  files: 0,
  reused: 0,
  visits: 0,
  minutes: 0,
})
