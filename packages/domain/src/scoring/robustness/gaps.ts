import { compare, type Exact, exact, printExact, sub } from '../../kernel/exact.ts'
import { round } from '../../kernel/rounding.ts'
import { type GradeArithmetic, type GradeLines, gradeNames } from '../../plan/year-arithmetic.ts'
import type { GradeProposal } from '../grades/model.ts'
import type { ScoringSettings } from '../model.ts'
import type { PlanYear } from '../score-plan.ts'
import type { Gap } from './model.ts'

export interface Gaps {
  readonly up?: Gap
  readonly down?: Gap
}

interface Placed {
  readonly figure: Exact
  readonly place: number
}

/** The figure that the plan's thresholds read. */
const figureIn = (
  { units }: PlanYear,
  { thresholdsOn, rounding }: ScoringSettings,
  unitId: string,
): Exact | undefined => {
  const unrounded = units.get(unitId)?.unrounded
  return unrounded && thresholdsOn?.value === 'rounded' ? round(unrounded, rounding.value) : unrounded
}

const gap = (grade: string | undefined, from: Exact, to: Exact): Gap | undefined =>
  grade === undefined ? undefined : { grade, points: printExact(sub(from, to)) }

const both = (up: Gap | undefined, down: Gap | undefined): Gaps => ({ ...(up && { up }), ...(down && { down }) })

/** To the line above, and over the own one; below the lowest line there is nothing further to fall to. */
const byLines = ({ lines }: GradeLines, { figure, place }: Placed): Gaps => {
  const reached = place < 0 ? lines.length : place
  const [above, own, below] = [lines[reached - 1], lines[reached], lines[reached + 1]]
  return both(above && gap(above.name, exact(above.from), figure), own && gap(below?.name, figure, exact(own.from)))
}

/** To the lowest of the better units and over the highest of the worse ones: who stands on the other side of the cut. */
const byPlaces = (names: readonly string[], { figure, place }: Placed, others: readonly Placed[]): Gaps => {
  const byFigure = others.toSorted((a, b) => compare(a.figure, b.figure))
  const better = byFigure.find((one) => one.place >= 0 && one.place < place)
  const worse = byFigure.findLast((one) => one.place > place)
  return both(
    better && gap(names[better.place], better.figure, figure),
    worse && gap(names[worse.place], figure, worse.figure),
  )
}

/** How far the units of one group stand from the grades beside their own; nothing for whom a gate or a stop decides. */
export function gapsIn(
  year: PlanYear,
  grades: GradeArithmetic,
  proposals: readonly GradeProposal[],
): (unitId: string) => Gaps {
  const names = gradeNames(grades)
  const { settings } = year.ground
  const placed = new Map(
    proposals.flatMap(({ unitId, grade, by }): [string, Placed][] => {
      const figure = figureIn(year, settings, unitId)
      const decides = by === 'line' || by === 'quota' || by === 'rest' || by === 'failing'
      return figure && decides ? [[unitId, { figure, place: grade === undefined ? -1 : names.indexOf(grade) }]] : []
    }),
  )
  return (unitId) => {
    const own = placed.get(unitId)
    if (!own) return {}
    return grades.by === 'lines' ? byLines(grades, own) : byPlaces(names, own, [...placed.values()])
  }
}
