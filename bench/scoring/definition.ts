import { exact, mul, whole } from '@quanheng/domain/kernel/exact'
import { round } from '@quanheng/domain/kernel/rounding'
import type { PackedLeaf } from '@quanheng/domain/scoring/columns/packed-plan'
import type { LeafOutcome } from '@quanheng/domain/scoring/model'
import { scorePlan } from '@quanheng/domain/scoring/score-plan'
import { indicatorNodes, settings } from './ours.ts'
import { groups, type Indicator, places, size, unitIds, type YearResult } from './year.ts'

/** The exact rational definition: every item by its method, the year by `scorePlan`. */
export function definedYear(indicators: readonly Indicator[], leaves: readonly PackedLeaf[]): YearResult {
  const rounding = settings.rounding.value
  const scale = whole(10 ** places)
  const outcomes: LeafOutcome[] = []
  const points = leaves.map(({ key, outcomeAt }) =>
    Float64Array.from(unitIds, (unitId, row) => {
      const outcome = outcomeAt(row)
      if (outcome.status !== 'scored') throw new Error(`${key} of ${unitId}: ${outcome.status}`)
      const { status, points: own, fullMark } = outcome
      outcomes.push({ leafKey: key, unitId, outcome: { status, points: own, fullMark } })
      return Number(mul(round(exact(own), rounding), scale).n)
    }),
  )
  const score = scorePlan({
    indicators: indicatorNodes(indicators),
    groups: groups.map(({ key, from, to }) => ({ key, unitIds: unitIds.slice(from, to) })),
    settings,
    outcomes,
  })
  const rowOf = new Map(unitIds.map((unitId, row) => [unitId, row]))
  const byRow = <T extends { readonly unitId: string }>(list: readonly T[], of: (one: T) => number) => {
    const values = new Float64Array(size.units)
    for (const one of list) values[rowOf.get(one.unitId) ?? -1] = of(one)
    return values
  }
  const names = ['优秀', '良好', '一般', '较差']
  return {
    points,
    totals: byRow(score.units, ({ published = '' }) => Number(published.replace('.', ''))),
    ranks: byRow(score.ranks, ({ rank }) => rank),
    grades: byRow(score.grades?.proposals ?? [], ({ grade = '' }) => names.indexOf(grade)),
  }
}

/** How many figures of two results differ: items, totals, ranks and grades. */
export const differences = (a: YearResult, b: YearResult): number => {
  const count = (left: ArrayLike<number>, right: ArrayLike<number>): number =>
    Array.from(left).filter((own, at) => own !== right[at]).length + Math.abs(left.length - right.length)
  return (
    a.points.reduce((sum, column, at) => sum + count(column, b.points[at] ?? []), 0) +
    count(a.totals, b.totals) +
    count(a.ranks, b.ranks) +
    count(a.grades, b.grades)
  )
}
