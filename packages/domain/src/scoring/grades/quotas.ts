import { ceil, div, type Exact, exact, floor, hundred, mul, whole } from '../../kernel/exact.ts'
import { round } from '../../kernel/rounding.ts'
import type { GradeQuotas } from '../../plan/year-arithmetic.ts'
import type { GradedBy } from './model.ts'

/** Ranked units in the order of their ranks, by their places in it. */
export interface Candidates {
  readonly size: number
  readonly rank: ArrayLike<number>
  /** Whether its score comes up to a line. */
  readonly reaches: (at: number, line: Exact) => boolean
  /** Best place in `grades` that its gates leave it, 0 being the top. */
  readonly best: (at: number) => number
}

export interface Allotment {
  /** What each candidate is given: a place in the grades' names, absent where it is open. */
  readonly given: readonly Allotted[]
  readonly stops: readonly { readonly at: readonly number[]; readonly places: readonly Places[] }[]
  readonly unsaid?: 'barredUnsaid' | 'unusedUnsaid'
}

export interface Allotted {
  readonly place?: number
  readonly by: GradedBy
}

interface Places {
  readonly grade: string
  readonly count: number
}

const nobody: Omit<Allotment, 'unsaid'> = { given: [], stops: [] }
const stopped: Allotted = { by: 'stop' }

/**
 * 等次名额: grade by grade from the top, each takes whole ranks in order while they fit its places. A rank that fits only in part is taken
 * (its overshoot is the next grade's loss), left to the next grade, or stops for people, as declared.
 */
export function allot(units: Candidates, grades: GradeQuotas): Allotment {
  const { quotas, barred, failing, unused } = grades
  const { size, rank, reaches, best } = units
  const all = Array.from({ length: size }, (_, at) => at)
  const kept = all.filter((at) => best(at) > 0).length
  if (barred === undefined && kept > 0) return { ...nobody, unsaid: 'barredUnsaid' }
  const given = new Array<Allotted | undefined>(size).fill(undefined)
  const stops: { at: readonly number[]; places: readonly Places[] }[] = []
  const counts = quotas.map(({ percent }) =>
    placesOf(percent, barred?.base === 'notCounted' ? size - kept : size, grades),
  )
  const below = failing && exact(failing.below)
  const failed: Allotted = { place: quotas.length + 1, by: 'failing' }
  if (below) for (const at of all) if (!reaches(at, below)) given[at] = failed
  let carried = 0
  for (const [place, { from }] of quotas.entries()) {
    let left = (counts[place] ?? 0) + carried
    const line = from === undefined ? undefined : exact(from)
    const waiting = all.filter((at) => given[at] === undefined)
    const freed = barred?.place === 'freed'
    const eligible =
      freed || line
        ? waiting.filter((at) => (!freed || best(at) <= place) && (line === undefined || reaches(at, line)))
        : waiting
    const won: Allotted = { place, by: 'quota' }
    let taken = 0
    for (let next = 0; left > 0 && next < eligible.length; ) {
      const tied = sameRank(eligible, next, rank)
      next += tied.length
      const fits = tied.length <= left
      if (!fits && grades.tieAtCut === 'excludeAll') break
      const held = !fits && grades.tieAtCut !== 'includeAll'
      for (const at of tied) given[at] = held ? stopped : won
      if (held) stops.push({ at: tied, places: spread(tied.length, place, left, counts, grades) })
      left -= tied.length
      taken += tied.length
    }
    if (left > 0 && taken < waiting.length && unused === undefined) return { ...nobody, unsaid: 'unusedUnsaid' }
    carried = left > 0 && unused === 'lapse' ? 0 : left
  }
  const rest: Allotted = { place: quotas.length, by: 'rest' }
  return { given: given.map((own) => own ?? rest), stops }
}

/** The candidates from here on that share one rank. */
function sameRank(candidates: readonly number[], from: number, rank: ArrayLike<number>): readonly number[] {
  const own = rank[candidates[from] as number]
  let end = from + 1
  while (end < candidates.length && rank[candidates[end] as number] === own) end += 1
  return candidates.slice(from, end)
}

function placesOf(percent: string, base: number, { places, atLeastOne }: GradeQuotas): number {
  const share = div(mul(exact(percent), whole(base)), hundred)
  const rounded =
    places === 'floor' ? floor(share) : places === 'ceil' ? ceil(share) : round(share, { mode: 'halfUp', places: 0 })
  return Math.max(Number(rounded.n), atLeastOne && base > 0 ? 1 : 0)
}

/** How many of the tied units find a place in this grade and in those below it. */
function spread(
  tied: number,
  at: number,
  left: number,
  counts: readonly number[],
  { quotas, rest }: GradeQuotas,
): readonly Places[] {
  const places = [{ grade: quotas[at]?.name ?? '', count: left }]
  let over = tied - left
  for (let below = at + 1; over > 0 && below < quotas.length; below += 1) {
    const count = Math.min(over, counts[below] ?? 0)
    if (count > 0) places.push({ grade: quotas[below]?.name ?? '', count })
    over -= count
  }
  return over > 0 ? [...places, { grade: rest, count: over }] : places
}
