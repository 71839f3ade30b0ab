import { type Exact, exact } from '../kernel/exact.ts'
import { round } from '../kernel/rounding.ts'
import type { Outcome } from '../rule/outcome.ts'
import type { PlanScore, Rank, ScoringInput } from './model.ts'
import { byId, rankUnits } from './rank.ts'
import { scoreUnit } from './score-unit.ts'
import { leavesByNode } from './tree.ts'

/**
 * A plan's year: leaf outcomes rolled up over the tree, totals, and ranks inside each group. Pure; the same for every order of
 * outcomes, units and groups' members. Only leaves' marks are summed: that branches agree is the plan check's business.
 * A leaf outcome that is not a score makes every total above it missing, by name, never zero.
 * Throws on what an issued plan cannot hold: an outcome for no leaf, two for one item, a broken tree.
 */
export function scorePlan(input: ScoringInput): PlanScore {
  const leaves = leavesByNode(input.indicators)
  const leafMarks = new Map(
    input.indicators
      .filter(({ key }) => leaves.get(key)?.includes(key))
      .map(({ key, fullMark }) => [key, exact(fullMark)]),
  )
  const byUnit = outcomesByUnit(input, leafMarks)
  const scored = [...byUnit.keys()]
    .sort(byId)
    .map((unitId) => scoreUnit(unitId, byUnit.get(unitId) ?? new Map(), { input, leaves, leafMarks }))
  const figures = new Map<string, Exact>()
  const { rankOn, rounding } = input.settings
  for (const { score, unrounded } of scored)
    if (unrounded) figures.set(score.unitId, rankOn.value === 'rounded' ? round(unrounded, rounding.value) : unrounded)
  return { units: scored.map(({ score }) => score), ranks: ranksOf(input, figures) }
}

function outcomesByUnit(
  { groups, outcomes }: ScoringInput,
  leafMarks: ReadonlyMap<string, Exact>,
): ReadonlyMap<string, ReadonlyMap<string, Outcome>> {
  const byUnit = new Map<string, Map<string, Outcome>>()
  const ofUnit = (unitId: string) => {
    const found = byUnit.get(unitId) ?? new Map<string, Outcome>()
    byUnit.set(unitId, found)
    return found
  }
  for (const { unitIds } of groups) unitIds.forEach(ofUnit)
  for (const { leafKey, unitId, outcome } of outcomes) {
    const unit = ofUnit(unitId)
    if (!leafMarks.has(leafKey) || unit.has(leafKey))
      throw new RangeError(`not one outcome for one leaf: ${leafKey} of ${unitId}`)
    unit.set(leafKey, outcome)
  }
  return byUnit
}

const ranksOf = ({ groups, settings }: ScoringInput, figures: ReadonlyMap<string, Exact>): readonly Rank[] =>
  groups.flatMap(({ key, unitIds }) => {
    const ranked = [...new Set(unitIds)].flatMap((unitId) => {
      const figure = figures.get(unitId)
      return figure ? [{ unitId, figure }] : []
    })
    return rankUnits(ranked, settings.ties.value).map((standing) => ({ groupKey: key, ...standing }))
  })
