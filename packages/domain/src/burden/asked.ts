import { collectionTasks } from '../plan/collection.ts'
import { itemKeys } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { nodeByKey } from '../plan/tree.ts'

/** 报送负担: what a plan asks of one body, shown before issue. */
export interface AskedBurden {
  readonly unitId: string
  /** Figures and judged facts it is asked for, of its own work or, as a provider, of others'. */
  readonly data: number
  /** Entries of evidence lists it is asked to attach, as an appraised unit. */
  readonly evidence: number
  /** Of those, the required ones. */
  readonly required: number
}

/** Counted once per datum and per evidence entry of an item; units in the order in which the plan first asks them. */
export const askedBy = (content: PlanContent): readonly AskedBurden[] => {
  const burdens = new Map<string, AskedBurden>()
  const charge = (unitId: string, more: Omit<AskedBurden, 'unitId'>) => {
    const { data, evidence, required } = burdens.get(unitId) ?? { data: 0, evidence: 0, required: 0 }
    burdens.set(unitId, {
      unitId,
      data: data + more.data,
      evidence: evidence + more.evidence,
      required: required + more.required,
    })
  }
  for (const { leafKey, unitId } of itemKeys(content)) {
    const list = nodeByKey(content, leafKey)?.scoring?.evidenceList ?? []
    charge(unitId, { data: 0, evidence: list.length, required: list.filter((entry) => entry.required).length })
  }
  for (const { asked } of collectionTasks(content)) charge(asked.unitId, { data: 1, evidence: 0, required: 0 })
  return [...burdens.values()]
}

const added = (a: AskedBurden, b: AskedBurden): AskedBurden => ({
  unitId: a.unitId,
  data: a.data + b.data,
  evidence: a.evidence + b.evidence,
  required: a.required + b.required,
})

/** What several plans ask of each body together; units in the order in which they are first asked. */
export const askedByAll = (contents: readonly PlanContent[]): readonly AskedBurden[] => {
  const sums = new Map<string, AskedBurden>()
  for (const one of contents.flatMap(askedBy)) {
    const before = sums.get(one.unitId)
    sums.set(one.unitId, before ? added(before, one) : one)
  }
  return [...sums.values()]
}
