import type { Exact } from '../../kernel/exact.ts'
import { type GradeArithmetic, gradeNames } from '../../plan/year-arithmetic.ts'
import type { StandingGates } from '../gates.ts'
import { lineReached } from './lines.ts'
import type { GradeProposal, GradeStop, Grades } from './model.ts'
import { type Allotted, allot } from './quotas.ts'

/** The units of one group that have a total, in the order of their ranks, those whom a gate keeps out of the ranks last. */
export interface Grading {
  readonly size: number
  /** Of the first so many units; the others have none. */
  readonly rank: ArrayLike<number>
  /** Whether a unit's score comes up to a line, rounded or not as the plan's thresholds read it. */
  readonly reaches: (at: number, line: Exact) => boolean
  /** Undefined where none stand. */
  readonly gates: (at: number) => StandingGates | undefined
}

/** Grades by the units' places in the grading; `place` in the plan's grades. */
export interface Graded {
  readonly units: readonly Allotted[]
  readonly stops: readonly GradedStop[]
}

type GradedStop =
  | (Omit<Extract<GradeStop, { readonly reason: 'tieAtCut' }>, 'groupKey' | 'unitIds'> & {
      readonly at: readonly number[]
    })
  | Omit<Extract<GradeStop, { readonly reason: 'unusedUnsaid' | 'barredUnsaid' }>, 'groupKey'>

/** One group's grades. Gates have the last word, and never raise a unit. */
export function gradeUnits({ size, rank, reaches, gates }: Grading, grades: GradeArithmetic): Graded {
  const names = gradeNames(grades)
  const place = (grade: string): number => {
    const at = names.indexOf(grade)
    if (at < 0) throw new RangeError(`no such grade: ${grade}`)
    return at
  }
  const best = (at: number): number => {
    const own = gates(at)
    return own ? Math.max(0, ...[...own.gradeAtMost, ...own.gradeIs].map(place)) : 0
  }
  const gated = (given: Allotted, at: number): Allotted => {
    const limit = best(at)
    const own = given.place ?? -1
    const set = (gates(at)?.gradeIs.length ?? 0) > 0
    return own >= limit || !(set || own >= 0) ? given : { place: limit, by: 'gate' }
  }
  if (grades.by === 'lines') {
    const units = Array.from({ length: size }, (_, at): Allotted => {
      const reached = lineReached(grades, (line) => reaches(at, line))
      return gated(reached < 0 ? { by: 'line' } : { place: reached, by: 'line' }, at)
    })
    return { units, stops: [] }
  }
  const { given, stops, unsaid } = allot({ size: rank.length, rank, reaches, best }, grades)
  const missing: Allotted = { by: unsaid ? 'stop' : 'unranked' }
  return {
    units: Array.from({ length: size }, (_, at) => gated(given[at] ?? missing, at)),
    stops: [
      ...stops.map((stop) => ({ reason: 'tieAtCut' as const, ...stop })),
      ...(unsaid ? [{ reason: unsaid }] : []),
    ],
  }
}

/** The same by the names of units and grades. */
export function gradeGroup(
  groupKey: string,
  unitIds: readonly string[],
  grading: Grading,
  grades: GradeArithmetic,
): Grades {
  return named(groupKey, unitIds, gradeUnits(grading, grades), grades)
}

export function named(
  groupKey: string,
  unitIds: readonly string[],
  { units, stops }: Graded,
  grades: GradeArithmetic,
): Grades {
  const names = gradeNames(grades)
  return {
    proposals: units.map(({ place, by }, at): GradeProposal => {
      const grade = place === undefined ? undefined : names[place]
      return { groupKey, unitId: unitIds[at] ?? '', ...(grade !== undefined && { grade }), by }
    }),
    stops: stops.map((stop): GradeStop => {
      if (!('at' in stop)) return { groupKey, ...stop }
      const { at, places } = stop
      return { groupKey, reason: 'tieAtCut', unitIds: at.map((own) => unitIds[own] ?? ''), places }
    }),
  }
}
