import type { Datum } from '../datum/model.ts'
import { div, exact, sign } from '../kernel/exact.ts'
import type { PlanContent } from '../plan/model.ts'
import { scorerFor } from '../plan/responsibility.ts'
import { outcomesOf } from '../result/lines.ts'
import type { RunContent, RunLeaf } from '../result/run-content.ts'
import { spreadOf } from '../simulation/spread.ts'
import { hurryFigures } from './hurry.ts'
import type { LeafFigures, ScoringAnalysis } from './model.ts'
import { sharedReasons } from './reasons.ts'
import { reportingFigures } from './reporting.ts'
import { type ScoredRow, scorerFigures } from './scorers.ts'

export interface AnalysisInput {
  readonly run: Pick<RunContent, 'leaves'>
  /** The plan version that the run is of. */
  readonly content: PlanContent
  /** What was reported under the plan; empty in a run for totals. */
  readonly data: readonly Datum[]
}

const leafFigures = (leaf: RunLeaf): LeafFigures => ({
  leafKey: leaf.key,
  name: leaf.name,
  fullMark: leaf.fullMark,
  ...spreadOf(outcomesOf(leaf)),
})

const scoredRows = (content: PlanContent, { key, unitIds, points, fullMarks }: RunLeaf): readonly ScoredRow[] =>
  unitIds.flatMap((unitId, row) => {
    const scorer = scorerFor(content, key, unitId)
    const fullMark = exact(fullMarks[row] ?? '0')
    if (!scorer.ok || sign(fullMark) === 0) return []
    const { unitId: by, sectionId } = scorer.value
    const share = div(exact(points[row] ?? '0'), fullMark)
    return [{ unitId: by, ...(sectionId !== undefined && { sectionId }), share }]
  })

/** 打分分析 of a locked version, from the points of record. */
export const analyse = ({ run: { leaves }, content, data }: AnalysisInput): ScoringAnalysis => ({
  leaves: leaves.map(leafFigures),
  scorers: scorerFigures(leaves.flatMap((leaf) => scoredRows(content, leaf))),
  reasons: sharedReasons(leaves),
  reporting: reportingFigures(content, data),
  hurries: hurryFigures(content, data),
})
