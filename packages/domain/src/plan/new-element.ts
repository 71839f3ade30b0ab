import type { ReportedInput } from '../rule/inputs.ts'
import type { DataElement, IndicatorNode, PlanContent } from './model.ts'
import { responsibilityFor } from './responsibility.ts'

/** Days of the plan's own collection step, where it states them. */
const collectionDays = ({ steps }: PlanContent) => {
  const step = steps.find((row) => row.kind === 'dataCollection')
  return { cutoff: step?.cutoff ?? '', due: step?.due ?? '' }
}

/** A data element for an input of a rule: what it is, asked of the section that scores until the drafter says otherwise. */
export const newElement = (
  key: string,
  node: IndicatorNode,
  input: ReportedInput,
  content: PlanContent,
): DataElement => {
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

const isBlank = (row: DataElement): boolean =>
  row.due === '' || row.cutoff === '' || (row.source.kind === 'section' && row.source.sectionId === '')

/** The leaf whose rule reads an element, the first where several do. */
const readerOf = (content: PlanContent, elementKey: string): IndicatorNode | undefined =>
  content.indicators.find((node) =>
    node.scoring?.bindings.some((binding) => binding.from === 'element' && binding.elementKey === elementKey),
  )

const filled = (row: DataElement, content: PlanContent): DataElement => {
  const reader = readerOf(content, row.key)
  const owner = reader && responsibilityFor(content, reader.key)
  const days = collectionDays(content)
  const source =
    row.source.kind === 'section' && row.source.sectionId === '' && owner?.ok && owner.value.sectionId
      ? { kind: 'section' as const, unitId: owner.value.leadUnitId, sectionId: owner.value.sectionId }
      : row.source
  return { ...row, source, cutoff: row.cutoff || days.cutoff, due: row.due || days.due }
}

/** What is still blank, from 责任分工 and the collection step of 进度安排; what is filled in stays. */
export const fillBlanks = (content: PlanContent): readonly DataElement[] =>
  content.dataElements.map((row) => (isBlank(row) ? filled(row, content) : row))

export const hasBlanks = (content: PlanContent): boolean => content.dataElements.some(isBlank)
