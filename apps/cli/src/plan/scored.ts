import { type PlanOutcome, planOutcomes } from '@quanheng/domain/item/plan-outcomes'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { PlanScore } from '@quanheng/domain/scoring/model'
import { scorePlan } from '@quanheng/domain/scoring/score-plan'
import type { PlanFacts } from '@quanheng/papers/plan-file/facts-file'
import type { PlanFile } from '@quanheng/papers/plan-file/plan-file'

/** What a plan makes of a year's facts: every item, and the totals, ranks and grades above them. */
export interface ScoredPlan extends PlanScore {
  readonly items: readonly (PlanOutcome & { readonly name: string; readonly fullMark: string })[]
}

/** The engine that the server runs. */
export function scoreFile(
  { content, names }: PlanFile,
  { figureOf, reported, credits, vetoes }: PlanFacts,
): ScoredPlan {
  const outcomes = planOutcomes(content, figureOf, (unitId) => names[unitId] ?? unitId)
  const { indicators, unitGroups: groups, settings } = content
  const score = scorePlan({ indicators, groups, settings, outcomes: [...outcomes, ...reported], credits, vetoes })
  return {
    items: outcomes.map((item) => {
      const { name = '', fullMark = '' } = nodeByKey(content, item.leafKey) ?? {}
      return { ...item, name, fullMark }
    }),
    ...score,
  }
}
