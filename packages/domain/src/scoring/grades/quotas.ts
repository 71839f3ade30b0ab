import { ceil, div, type Exact, exact, floor, hundred, mul, whole } from '../../kernel/exact.ts'
import { round } from '../../kernel/rounding.ts'
import type { GradeQuotas } from '../../plan/year-arithmetic.ts'
import type { GradeProposal } from './model.ts'

/** One ranked unit; candidates come in the order of their ranks. */
export interface Candidate {
  readonly unitId: string
  readonly rank: number
  /** Whether its score comes up to a line. */
  readonly reaches: (line: Exact) => boolean
  /** Best place in `grades` that its gates leave it, 0 being the top. */
  readonly best: number
}

export interface Allotment {
  readonly given: ReadonlyMap<string, Pick<GradeProposal, 'grade' | 'by'>>
  readonly stops: readonly { readonly unitIds: readonly string[]; readonly places: readonly Places[] }[]
  readonly unsaid?: 'barredUnsaid' | 'unusedUnsaid'
}

interface Places {
  readonly grade: string
  readonly count: number
}

const nobody: Omit<Allotment, 'unsaid'> = { given: new Map(), stops: [] }

/**
 * 等次名额: grade by grade from the top, each takes whole ranks in order while they fit its places. A rank that fits only in part is taken
 * (its overshoot is the next grade's loss), left to the next grade, or stops for people, as declared.
 */
export function allot(candidates: readonly Candidate[], grades: GradeQuotas): Allotment {
  const { quotas, barred, failing, unused } = grades
  if (barred === undefined && candidates.some(({ best }) => best > 0)) return { ...nobody, unsaid: 'barredUnsaid' }
  const given = new Map<string, Pick<GradeProposal, 'grade' | 'by'>>()
  const stops: { unitIds: readonly string[]; places: readonly Places[] }[] = []
  const base = barred?.base === 'notCounted' ? candidates.filter(({ best }) => best === 0).length : candidates.length
  const counts = quotas.map(({ percent }) => placesOf(percent, base, grades))
  const below = failing && { grade: failing.name, line: exact(failing.below) }
  for (const { unitId, reaches } of candidates)
    if (below && !reaches(below.line)) given.set(unitId, { grade: below.grade, by: 'failing' })
  let carried = 0
  for (const [at, { name, from }] of quotas.entries()) {
    let left = (counts[at] ?? 0) + carried
    const line = from === undefined ? undefined : exact(from)
    const waiting = candidates.filter(({ unitId }) => !given.has(unitId))
    const eligible = waiting.filter(
      ({ reaches, best }) => (barred?.place !== 'freed' || best <= at) && (line === undefined || reaches(line)),
    )
    for (let next = 0; left > 0 && next < eligible.length; ) {
      const tied = sameRank(eligible, next)
      next += tied.length
      const fits = tied.length <= left
      if (!fits && grades.tieAtCut === 'excludeAll') break
      const stopped = !fits && grades.tieAtCut !== 'includeAll'
      for (const { unitId } of tied) given.set(unitId, stopped ? { by: 'stop' } : { grade: name, by: 'quota' })
      if (stopped)
        stops.push({ unitIds: tied.map(({ unitId }) => unitId), places: spread(tied.length, at, left, counts, grades) })
      left -= tied.length
    }
    const stay = waiting.some(({ unitId }) => !given.has(unitId))
    if (left > 0 && stay && unused === undefined) return { ...nobody, unsaid: 'unusedUnsaid' }
    carried = left > 0 && unused === 'lapse' ? 0 : left
  }
  for (const { unitId } of candidates) if (!given.has(unitId)) given.set(unitId, { grade: grades.rest, by: 'rest' })
  return { given, stops }
}

/** The candidates from here on that share one rank. */
function sameRank(candidates: readonly Candidate[], from: number): readonly Candidate[] {
  let end = from + 1
  while (candidates[end]?.rank === candidates[from]?.rank) end += 1
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
