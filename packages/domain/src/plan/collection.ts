import { itemKeys } from './items.ts'
import type { DataElement, DatumSource, PlanContent } from './model.ts'
import { nodeByKey } from './tree.ts'

/** A datum to be collected: asked once, whoever uses it. */
export interface CollectionTask {
  readonly elementKey: string
  /** The appraised unit that the figure is about. */
  readonly unitId: string
  readonly asked: AskedBody
  readonly due: string
  readonly cutoff: string
  /** Leaves of this unit that use the figure. */
  readonly leafKeys: readonly string[]
}

/** Who is asked; `via` says why it is them. */
export interface AskedBody {
  readonly unitId: string
  readonly sectionId?: string
  readonly via: DatumSource['kind']
}

/** Which body a source asks for a figure about this unit. */
export const askedBody = (source: DatumSource, unitId: string): AskedBody => {
  if (source.kind === 'appraisedUnit') return { unitId, via: source.kind }
  const section = 'sectionId' in source && source.sectionId !== undefined ? { sectionId: source.sectionId } : {}
  return { unitId: source.unitId, ...section, via: source.kind }
}

/** Keys of the data elements that a leaf's rule reads. */
export const elementsOf = (content: PlanContent, leafKey: string): readonly string[] => [
  ...new Set(
    nodeByKey(content, leafKey)?.scoring?.bindings.flatMap((binding) =>
      binding.from === 'element' ? [binding.elementKey] : [],
    ),
  ),
]

/**
 * 数据采集任务: element × unit, each pair once however many leaves use it, in the order of the declared elements.
 * Elements that no leaf uses are not asked.
 */
export const collectionTasks = (content: PlanContent): readonly CollectionTask[] => {
  const used = new Map<string, Map<string, string[]>>()
  const elements = new Map(content.indicators.map((node) => [node.key, elementsOf(content, node.key)]))
  for (const { leafKey, unitId } of itemKeys(content)) {
    for (const elementKey of elements.get(leafKey) ?? []) {
      const units = used.get(elementKey) ?? new Map<string, string[]>()
      used.set(elementKey, units.set(unitId, [...(units.get(unitId) ?? []), leafKey]))
    }
  }
  return content.dataElements.flatMap((element) => tasksOf(element, used.get(element.key) ?? new Map()))
}

const tasksOf = (
  { key: elementKey, source, due, cutoff }: DataElement,
  units: ReadonlyMap<string, readonly string[]>,
): readonly CollectionTask[] =>
  [...units].map(([unitId, leafKeys]) => ({
    elementKey,
    unitId,
    asked: askedBody(source, unitId),
    due,
    cutoff,
    leafKeys,
  }))
