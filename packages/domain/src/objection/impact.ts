import type { PlanContent } from '../plan/model.ts'
import { linesOf, outcomesOf } from '../result/lines.ts'
import { type RunContent, rowOf } from '../result/run-content.ts'
import type { LeafOutcome } from '../scoring/model.ts'
import { type SimulatedUnit, simulate } from '../simulation/simulate.ts'
import type { ObjectedScore, ObjectionImpact } from './model.ts'

/** A locked version with the plan version that it was computed under. */
export interface Published {
  readonly content: PlanContent
  readonly run: RunContent
}

const withPoints = (
  outcomes: readonly LeafOutcome[],
  { leafKey, unitId, points }: { readonly leafKey: string; readonly unitId: string; readonly points: string },
): readonly LeafOutcome[] =>
  outcomes.map((one) =>
    one.leafKey === leafKey && one.unitId === unitId && one.outcome.status === 'scored'
      ? { ...one, outcome: { ...one.outcome, points } }
      : one,
  )

const lineWith = (lead: Published, { leafKey, unitId }: ObjectedScore, points: string) => {
  const outcomes = withPoints(lead.run.leaves.flatMap(outcomesOf), { leafKey, unitId, points })
  const own = lead.run.leaves.find(({ key }) => key === leafKey)?.lineKey
  const line = linesOf(lead.content, outcomes).find(({ key }) => key === own)
  const at = line ? rowOf(line as never, unitId) : -1
  return line && at >= 0 ? { key: line.key, points: line.points[at] ?? '' } : undefined
}

const isMoved = ({ total, rank, grade }: SimulatedUnit): boolean =>
  total.from !== total.to || rank.from !== rank.to || grade.from !== grade.to

/**
 * 影响范围 of other points on one item, against the result as published: the line of the year plan, and every unit whose
 * total, rank or grade moves. Other corrections that were granted and not yet issued are not in it.
 */
export const impactOf = (
  score: ObjectedScore,
  to: string,
  lead: Published,
  year: Published | undefined,
): ObjectionImpact => {
  const points = { from: score.points, to }
  const [before, after] = [lineWith(lead, score, score.points), lineWith(lead, score, to)]
  if (!year || !before || !after) return { points, units: [], ranked: false }
  const line = { key: before.key, from: before.points, to: after.points }
  const outcomes = year.run.leaves.flatMap(outcomesOf)
  const moved = withPoints(outcomes, { leafKey: after.key, unitId: score.unitId, points: after.points })
  const given = { content: year.content, counted: year.run.credits ?? [] }
  const compared = simulate({ ...given, outcomes }, { ...given, outcomes: moved })
  if (!compared.ok) return { points, line, units: [], ranked: false }
  const units = compared.value.units
    .filter(isMoved)
    .map(({ unitId, total, rank, grade }) => ({ unitId, total, rank, grade }))
    .toSorted((a, b) => Number(b.unitId === score.unitId) - Number(a.unitId === score.unitId))
  return { points, line, units, ranked: true }
}
