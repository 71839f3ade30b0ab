import { linesLedBy } from '../plan/begin.ts'
import { itemKeys } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { leaves, lineage } from '../plan/tree.ts'
import type { ExpectedScore } from './completeness.ts'

/** Items of a year plan that a lead unit's report covers; one that it carries itself too, which its substitute scored (回避). */
export const expectedScores = (year: PlanContent, leadUnitId: string): readonly ExpectedScore[] => {
  const marks = new Map(linesLedBy(year, leadUnitId).map((line) => [line.key, line.fullMark]))
  return itemKeys(year).flatMap(({ leafKey, unitId }) => {
    const fullMark = marks.get(leafKey)
    return fullMark === undefined ? [] : [{ leafKey, unitId, fullMark }]
  })
}

/** 牵头单位: units that score a line of the year plan, once each, in the order of their first line. */
export const leadUnits = (year: PlanContent): readonly string[] => [
  ...new Set(
    leaves(year).flatMap((leaf) => {
      const lead = lineage(year, leaf.key).find((node) => node.leadUnitId !== undefined && node.leadUnitId !== '')
      return lead?.leadUnitId === undefined ? [] : [lead.leadUnitId]
    }),
  ),
]

/** Day by which reports are due: the year plan's step 报送, else 汇总, else its last step. */
export const reportsDue = ({ steps }: PlanContent): string => {
  const dueOf = (kind: 'submission' | 'aggregation') => steps.find((step) => step.kind === kind)?.due
  return (
    dueOf('submission') ??
    dueOf('aggregation') ??
    steps
      .map(({ due }) => due)
      .toSorted()
      .at(-1) ??
    ''
  )
}
