import { factsByUnit, onLeaf } from './facts-by-unit.ts'
import { type GroupYear, groupYear } from './group-year.ts'
import type { Credit, LeafOutcome, PlanScore, ScoringInput, Veto } from './model.ts'
import { byId } from './rank.ts'
import { type Ground, groundOf, scoreUnit, type UnitFacts, type UnitYear } from './score-unit.ts'

/**
 * A plan's year: leaf outcomes rolled up over the tree, credits and gates, totals, ranks and grade proposals inside each group. Pure; the
 * same for every order of outcomes, units and groups' members. Only leaves' marks are summed: that branches agree is the plan check's
 * business. A leaf outcome that is not a score makes every total above it missing, by name, never zero.
 * Throws on what an issued plan cannot hold: an outcome for no leaf, two for one item, a broken tree, an unknown class or gate.
 */
export const scorePlan = (input: ScoringInput): PlanScore => scoreOf(planYear(input))

/** A computed year with all that it was computed from, so that a correction recomputes only what it touches. */
export interface PlanYear {
  readonly ground: Ground
  readonly groups: ScoringInput['groups']
  readonly facts: ReadonlyMap<string, UnitFacts>
  readonly units: ReadonlyMap<string, UnitYear>
  /** By group key. */
  readonly standings: ReadonlyMap<string, GroupYear>
}

/** What became known or was corrected. Outcomes are put in place of those of their items; credits and gates replace all of their unit's. */
export interface Correction {
  readonly outcomes?: readonly LeafOutcome[]
  readonly credits?: ReadonlyMap<string, readonly Credit[]>
  readonly vetoes?: ReadonlyMap<string, readonly Veto[]>
}

export function planYear(input: ScoringInput): PlanYear {
  const { settings, groups } = input
  const ground = groundOf(input)
  const facts = factsByUnit(input, ground.tree)
  const units = new Map([...facts].map(([unitId, own]) => [unitId, scoreUnit(unitId, own, ground)]))
  const standings = new Map(groups.map((group) => [group.key, groupYear(group, units, settings)]))
  return { ground, groups, facts, units, standings }
}

/** Equal to computing the corrected year anew; only the units named and their groups are computed. */
export function correct(year: PlanYear, correction: Correction): PlanYear {
  const { ground, groups } = year
  const corrected = new Map<string, UnitFacts>()
  const edit = (unitId: string, change: (own: UnitFacts) => Partial<UnitFacts>): void => {
    const own = corrected.get(unitId) ?? year.facts.get(unitId) ?? { outcomes: new Map(), credits: [], vetoes: [] }
    corrected.set(unitId, { ...own, ...change(own) })
  }
  for (const item of correction.outcomes ?? [])
    edit(item.unitId, (own) => ({
      outcomes: new Map(own.outcomes).set(onLeaf(item, ground.tree.leafMarks), item.outcome),
    }))
  for (const [unitId, credits] of correction.credits ?? []) edit(unitId, () => ({ credits }))
  for (const [unitId, vetoes] of correction.vetoes ?? []) edit(unitId, () => ({ vetoes }))
  const units = new Map(year.units)
  for (const [unitId, own] of corrected) units.set(unitId, scoreUnit(unitId, own, ground))
  const standings = new Map(year.standings)
  for (const group of groups)
    if (group.unitIds.some((unitId) => corrected.has(unitId)))
      standings.set(group.key, groupYear(group, units, ground.settings))
  return { ground, groups, facts: new Map([...year.facts, ...corrected]), units, standings }
}

export function scoreOf({ ground, groups, units, standings }: PlanYear): PlanScore {
  const inOrder = groups.flatMap(({ key }) => standings.get(key) ?? [])
  const grades = inOrder.flatMap((group) => group.grades ?? [])
  return {
    units: [...units.values()].map(({ score }) => score).sort((a, b) => byId(a.unitId, b.unitId)),
    ranks: inOrder.flatMap(({ ranks }) => ranks),
    ...(ground.settings.grades && {
      grades: {
        proposals: grades.flatMap(({ proposals }) => proposals),
        stops: grades.flatMap(({ stops }) => stops),
      },
    }),
  }
}
