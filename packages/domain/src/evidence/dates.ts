import { elementsOf } from '../plan/collection.ts'
import type { PlanContent } from '../plan/model.ts'
import { planIndex } from '../plan/plan-index.ts'
import type { FiledEvidence } from './filed.ts'

/** What the two clocks of evidence are held against; undefined where the indicator asks for no figure. */
export interface EvidenceLimits {
  /** 数据截止日: what took effect later says nothing of the year. */
  readonly cutoff?: string
  /** 报送期限: what came later came late. */
  readonly due?: string
}

/** Of an indicator with several figures the latest days: evidence may speak for each of them. */
export const evidenceLimits = (content: PlanContent, leafKey: string): EvidenceLimits => {
  const { elements } = planIndex(content)
  const asked = elementsOf(content, leafKey).flatMap((key) => elements.get(key) ?? [])
  const cutoff = asked
    .map((element) => element.cutoff)
    .toSorted()
    .at(-1)
  const due = asked
    .map((element) => element.due)
    .toSorted()
    .at(-1)
  return { ...(cutoff !== undefined && { cutoff }), ...(due !== undefined && { due }) }
}

export interface EvidenceDates {
  readonly effective: 'unstated' | 'within' | 'after'
  readonly received: 'within' | 'after'
}

/** Both clocks against their days, for a person to weigh; nothing is refused for it. */
export const evidenceDates = (
  { effectiveOn, receivedOn }: Pick<FiledEvidence, 'effectiveOn' | 'receivedOn'>,
  { cutoff, due }: EvidenceLimits,
): EvidenceDates => ({
  effective: effectiveOn === undefined ? 'unstated' : cutoff !== undefined && effectiveOn > cutoff ? 'after' : 'within',
  received: due !== undefined && receivedOn > due ? 'after' : 'within',
})
