import type { PlanContent } from '../plan/model.ts'
import { awaitedAnnex } from '../plan/scoring-blocks.ts'
import { nodeByKey } from '../plan/tree.ts'
import { evaluate } from '../rule/evaluate.ts'
import type { Facts } from '../rule/facts.ts'
import { roundScored } from '../rule/lost-points.ts'
import type { Outcome } from '../rule/outcome.ts'
import type { CitedDatum, CitedEvidence, Item, ItemRow } from './model.ts'

/** What collection knows of one item. */
export interface ItemFacts {
  readonly facts: Facts
  readonly data: readonly CitedDatum[]
  readonly evidence: readonly CitedEvidence[]
}

/** The item with its points: the rule's of the plan version on which the item stands, rounded where the plan rounds items. */
export const itemRow = (content: PlanContent, item: Item, { facts, data, evidence }: ItemFacts): ItemRow => ({
  item,
  outcome: itemOutcome(content, item.leafKey, facts),
  data,
  evidence,
})

/** What the engine makes of one item's facts under this plan; missing too while the leaf has no rule or awaits its annex. */
export const itemOutcome = (content: PlanContent, leafKey: string, facts: Facts): Outcome => {
  const leaf = nodeByKey(content, leafKey)
  const rule = leaf?.scoring?.rule
  const annex = leaf && awaitedAnnex(content, leaf)
  if (!leaf || !rule || annex) return { status: 'missing', needs: [annex?.title ?? leaf?.name ?? leafKey] }
  const outcome = evaluate(rule, facts)
  const { stage, ...rounding } = content.settings.rounding.value
  return outcome.status === 'scored' && stage === 'item' ? roundScored(outcome, rounding) : outcome
}
