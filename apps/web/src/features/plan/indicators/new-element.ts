import type { DataElement, IndicatorNode, PlanContent } from '@quanheng/domain/plan/model'
import { responsibilityFor } from '@quanheng/domain/plan/responsibility'
import type { RuleInput } from '@quanheng/domain/rule/facts'

/** Days of the plan's own collection step, where it states them. */
const collectionDays = ({ steps }: PlanContent) => {
  const step = steps.find((row) => row.kind === 'dataCollection')
  return { cutoff: step?.cutoff ?? '', due: step?.due ?? '' }
}

/** A data element for an input of a rule: what it is, asked of the section that scores until the drafter says otherwise. */
export const newElement = (key: string, node: IndicatorNode, input: RuleInput, content: PlanContent): DataElement => {
  const owner = responsibilityFor(content, node.key)
  const card = node.scoring?.card
  return {
    key,
    name: `${node.name}${input.name}`,
    type: input.kind,
    unit: input.unit ?? card?.unit ?? '',
    period: card?.period ?? '',
    source: {
      kind: 'section',
      unitId: owner.ok ? owner.value.leadUnitId : content.ownerUnitId,
      sectionId: (owner.ok && owner.value.sectionId) || '',
    },
    ...collectionDays(content),
    ...(input.entries && { entries: input.entries }),
  }
}
