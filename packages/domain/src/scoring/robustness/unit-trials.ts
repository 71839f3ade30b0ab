import { compare, type Exact, equal, printExact } from '../../kernel/exact.ts'
import { groupYear } from '../group-year.ts'
import type { LeafScore } from '../model.ts'
import type { PlanYear } from '../score-plan.ts'
import { scoreUnit, type UnitYear } from '../score-unit.ts'

/** The grade of one unit in one group, were one of its items other than it is; everybody else stands as they do. */
export type UnitTrials = (leafKey: string, points: Exact) => string | undefined

interface Tried {
  readonly figure: Exact
  readonly grade: string | undefined
}

/**
 * A higher figure never gives a worse grade. So a figure that lies between the present one and one that was tried and kept the grade
 * keeps it too: only beyond is the whole group ranked again. Where ties are broken by more than the figure, so is an equal figure.
 */
export function unitTrials(year: PlanYear, groupKey: string, unitId: string): UnitTrials {
  const { ground, groups, facts, units } = year
  const own = facts.get(unitId)
  const group = groups.find(({ key }) => key === groupKey)
  const unitWith = (leafKey: string, points: Exact): UnitYear | undefined => {
    const outcome = own?.outcomes.get(leafKey)
    if (!own || outcome?.status !== 'scored') return undefined
    const other: LeafScore = { ...outcome, points: printExact(points) }
    return scoreUnit(unitId, { ...own, outcomes: new Map(own.outcomes).set(leafKey, other) }, ground)
  }
  const ranked = (unit: UnitYear | undefined): string | undefined => {
    if (!unit || !group) return undefined
    const { grades } = groupYear(group, new Map(units).set(unitId, unit), ground.settings)
    return grades?.proposals.find((one) => one.unitId === unitId)?.grade
  }
  const present = units.get(unitId)
  const tried: Tried[] = present?.unrounded ? [{ figure: present.unrounded, grade: ranked(present) }] : []
  const byFigureAlone = (ground.settings.tieBreakers?.value ?? []).length === 0
  return (leafKey, points) => {
    const unit = unitWith(leafKey, points)
    const figure = unit?.unrounded
    if (!figure) return ranked(unit)
    const above = tried.findIndex((one) => compare(one.figure, figure) >= 0)
    const next = tried[above]
    const before = above < 0 ? tried.at(-1) : tried[above - 1]
    if (byFigureAlone && next && equal(next.figure, figure)) return next.grade
    if (next && before && next.grade === before.grade && !equal(next.figure, figure)) return next.grade
    const grade = ranked(unit)
    tried.splice(above < 0 ? tried.length : above, 0, { figure, grade })
    return grade
  }
}
