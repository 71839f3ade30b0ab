import { compare, type Exact, zero } from '../kernel/exact.ts'
import { round } from '../kernel/rounding.ts'
import type { StandingGates } from './gates.ts'
import { type Grading, gradeGroup } from './grades/grade-group.ts'
import type { Grades } from './grades/model.ts'
import type { Rank, ScoringInput, ScoringSettings } from './model.ts'
import { byId, contender, rankUnits } from './rank.ts'
import type { UnitYear } from './score-unit.ts'

/** What the members of a group are to each other. */
export interface GroupYear {
  readonly ranks: readonly Rank[]
  readonly grades?: Grades
}

export function groupYear(
  { key, unitIds }: ScoringInput['groups'][number],
  units: ReadonlyMap<string, UnitYear>,
  settings: ScoringSettings,
): GroupYear {
  const members = [...new Set(unitIds)].flatMap((unitId) => units.get(unitId) ?? [])
  const contenders = members.flatMap((unit) => contender(unit, settings) ?? [])
  const ranks = rankUnits(contenders, settings.ties.value).map((standing) => ({ groupKey: key, ...standing }))
  const grades = settings.grades?.value
  if (grades === undefined) return { ranks }
  const ordered = inOrder(members, ranks, settings)
  const grading: Grading = {
    size: ordered.length,
    rank: ranks.map(({ rank }) => rank),
    reaches: (at, line) => compare(ordered[at]?.figure ?? zero, line) >= 0,
    gates: (at) => ordered[at]?.gates,
  }
  return {
    ranks,
    grades: gradeGroup(
      key,
      ordered.map(({ unitId }) => unitId),
      grading,
      grades,
    ),
  }
}

interface Ordered {
  readonly unitId: string
  readonly figure: Exact
  readonly gates: StandingGates
}

/** Ranked units by rank, then those without a rank by their figures. */
function inOrder(
  members: readonly UnitYear[],
  ranks: readonly Rank[],
  { thresholdsOn, rounding }: ScoringSettings,
): readonly Ordered[] {
  const rankOf = new Map(ranks.map(({ unitId, rank }) => [unitId, rank]))
  return members
    .flatMap(({ score: { unitId }, unrounded, gates }) => {
      if (unrounded === undefined) return []
      const figure = thresholdsOn?.value === 'rounded' ? round(unrounded, rounding.value) : unrounded
      return [{ unitId, figure, gates, rank: rankOf.get(unitId) }]
    })
    .sort(
      (a, b) =>
        (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
        (a.rank === undefined ? compare(b.figure, a.figure) : 0) ||
        byId(a.unitId, b.unitId),
    )
}
