import type { Exact } from '../../kernel/exact.ts'
import { type GradeArithmetic, gradeNames } from '../../plan/year-arithmetic.ts'
import type { StandingGates } from '../gates.ts'
import { gradeByLine } from './lines.ts'
import type { GradeProposal, Grades } from './model.ts'
import { allot } from './quotas.ts'

/** A unit with a total; `rank` absent where a gate keeps it out of the ranks. */
export interface Graded {
  readonly unitId: string
  readonly rank?: number
  /** Whether its score comes up to a line, rounded or not as the plan's thresholds read it. */
  readonly reaches: (line: Exact) => boolean
  readonly gates: StandingGates
}

type Proposed = Pick<GradeProposal, 'grade' | 'by'>

/** One group's grades; units come in the order of their ranks. Gates have the last word, and never raise a unit. */
export function gradeGroup(groupKey: string, units: readonly Graded[], grades: GradeArithmetic): Grades {
  const names = gradeNames(grades)
  const place = (grade: string): number => {
    const at = names.indexOf(grade)
    if (at < 0) throw new RangeError(`no such grade: ${grade}`)
    return at
  }
  const best = ({ gates }: Graded): number => Math.max(0, ...[...gates.gradeAtMost, ...gates.gradeIs].map(place))
  const gated = (unit: Graded, proposal: Proposed): Proposed => {
    const limit = best(unit)
    const own = proposal.grade === undefined ? -1 : place(proposal.grade)
    const set = unit.gates.gradeIs.length > 0
    if (own >= limit || !(set || own >= 0)) return proposal
    return { grade: names[limit] ?? '', by: 'gate' }
  }
  const propose = (unit: Graded, proposal: Proposed): GradeProposal => ({
    groupKey,
    unitId: unit.unitId,
    ...gated(unit, proposal),
  })
  if (grades.by === 'lines') {
    const proposals = units.map((unit) => {
      const grade = gradeByLine(grades, unit.reaches)
      return propose(unit, grade === undefined ? { by: 'line' } : { grade, by: 'line' })
    })
    return { proposals, stops: [] }
  }
  const ranked = units.flatMap((unit) =>
    unit.rank === undefined ? [] : [{ ...unit, rank: unit.rank, best: best(unit) }],
  )
  const { given, stops, unsaid } = allot(ranked, grades)
  const missing = { by: unsaid ? ('stop' as const) : ('unranked' as const) }
  return {
    proposals: units.map((unit) => propose(unit, given.get(unit.unitId) ?? missing)),
    stops: [
      ...stops.map((stop) => ({ groupKey, reason: 'tieAtCut' as const, ...stop })),
      ...(unsaid ? [{ groupKey, reason: unsaid }] : []),
    ],
  }
}
