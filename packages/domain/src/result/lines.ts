import type { PlanContent } from '../plan/model.ts'
import { lineage } from '../plan/tree.ts'
import type { ReportedScore } from '../report/model.ts'
import type { LeafOutcome } from '../scoring/model.ts'
import { scorePlan } from '../scoring/score-plan.ts'
import type { RunLeaf, RunLine } from './run-content.ts'

/** Points of the year plan's lines that an indicator plan quotes: each the sum of its parts, by the plan's own rounding. */
export const linesOf = (content: PlanContent, outcomes: readonly LeafOutcome[]): readonly RunLine[] => {
  const quoting = content.indicators.filter((node) => node.line !== undefined)
  if (quoting.length === 0) return []
  const { units } = scorePlan({
    indicators: content.indicators,
    groups: content.unitGroups,
    settings: content.settings,
    outcomes,
  })
  return quoting.map((node) => {
    const carried = units.flatMap(({ unitId, nodes }) => {
      const score = nodes.find(({ nodeKey }) => nodeKey === node.key)
      return score && isCarried(content, node.key, unitId, outcomes) ? [{ unitId, score }] : []
    })
    const scored = carried.filter(({ score }) => score.status !== 'missing')
    return {
      key: node.line?.key ?? node.key,
      unitIds: scored.map(({ unitId }) => unitId),
      points: scored.map(({ score }) => (score.status === 'scored' ? score.points : '0')),
      fullMarks: scored.map(({ score }) => (score.status === 'scored' ? score.fullMark : '0')),
    }
  })
}

/** The points of record of a leaf; why they are what they are stands in the run. */
export const outcomesOf = (leaf: RunLeaf): readonly LeafOutcome[] =>
  leaf.unitIds.map((unitId, row) => {
    const points = leaf.points[row] ?? ''
    const fullMark = leaf.fullMarks[row] ?? ''
    return { leafKey: leaf.key, unitId, outcome: { status: 'scored', points, fullMark } }
  })

/** A unit without a single item below the line has no score on it, not 0. */
const isCarried = (content: PlanContent, key: string, unitId: string, outcomes: readonly LeafOutcome[]): boolean =>
  outcomes.some(
    (outcome) => outcome.unitId === unitId && lineage(content, outcome.leafKey).some((node) => node.key === key),
  )

/** The lines as the office's register takes them; what they are out of is said only where it is less than the whole line. */
export const reportedLines = (
  lines: readonly RunLine[],
  wholeOf: (lineKey: string) => string | undefined,
): readonly ReportedScore[] =>
  lines.flatMap(({ key, unitIds, points, fullMarks }) =>
    unitIds.map((unitId, row) => {
      const fullMark = fullMarks[row] ?? ''
      const score = { leafKey: key, unitId, points: points[row] ?? '' }
      return fullMark === wholeOf(key) ? score : { ...score, fullMark }
    }),
  )
