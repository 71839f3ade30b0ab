import { itemKeys, taskFor } from './items.ts'
import type { IndicatorNode, PlanContent } from './model.ts'
import { scorerFor } from './responsibility.ts'
import { isScoredByLead, nodeByKey } from './tree.ts'

/** Why an item of an issued plan is not scored yet: legal states that have an owner and a reminder, never errors. */
export interface ScoringBlock {
  readonly leafKey: string
  readonly unitId: string
  readonly reason: 'annexMissing' | 'targetPending' | 'noScorer'
  /** Where in the plan to mend it. */
  readonly at: string
}

/** The missing annex that a leaf waits for. */
export const awaitedAnnex = (content: PlanContent, leaf: IndicatorNode) =>
  content.bases.find((basis) => basis.key === leaf.awaits && basis.file.kind === 'missing')

/**
 * Items that wait: for an annex, for a target of the superior (待上级下达), or for somebody who may score them. Who scores what a lead
 * unit carries itself is for that unit's own plan to say (see plan/own-items).
 */
export const scoringBlocks = (content: PlanContent): readonly ScoringBlock[] =>
  itemKeys(content).flatMap(({ leafKey, unitId }): ScoringBlock[] => {
    const leaf = nodeByKey(content, leafKey)
    const annex = leaf && awaitedAnnex(content, leaf)
    const blocks: ScoringBlock[] = []
    if (annex) blocks.push({ leafKey, unitId, reason: 'annexMissing', at: `bases[${annex.key}].file` })
    if (taskFor(content, leafKey, unitId)?.target?.kind === 'pending')
      blocks.push({ leafKey, unitId, reason: 'targetPending', at: `tasks[${leafKey},${unitId}].target` })
    if (!(leaf && isScoredByLead(content, leaf)) && !scorerFor(content, leafKey, unitId).ok)
      blocks.push({ leafKey, unitId, reason: 'noScorer', at: `tasks[${leafKey},${unitId}]` })
    return blocks
  })
