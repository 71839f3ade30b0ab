import type { DataElement, IndicatorNode, PlanContent, Responsibility, UnitTask } from './model.ts'

/** Look-up tables of one content; where a draft holds a key twice, the first row counts. */
export interface PlanIndex {
  readonly nodes: ReadonlyMap<string, IndicatorNode>
  /** By parent key; top nodes under `undefined`. In the order of the plan. */
  readonly children: ReadonlyMap<string | undefined, readonly IndicatorNode[]>
  readonly elements: ReadonlyMap<string, DataElement>
  readonly responsibilities: ReadonlyMap<string, Responsibility>
  /** Rows of the table of tasks that name a unit, by leaf and then by unit, in the order of the table. */
  readonly tasks: ReadonlyMap<string, ReadonlyMap<string, UnitTask>>
}

const firstBy = <T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T> =>
  new Map([...rows].reverse().map((row) => [key(row), row]))

const build = (content: PlanContent): PlanIndex => ({
  nodes: firstBy(content.indicators, (node) => node.key),
  children: Map.groupBy(content.indicators, (node) => node.parentKey),
  elements: firstBy(content.dataElements, (row) => row.key),
  responsibilities: firstBy(content.responsibilities, (row) => row.nodeKey),
  tasks: new Map(
    [...Map.groupBy(content.tasks, (task) => task.leafKey)].map(([leafKey, rows]) => [
      leafKey,
      new Map(rows.filter((row) => row.unitId !== '').map((row) => [row.unitId, row])),
    ]),
  ),
})

const built = new WeakMap<PlanContent, PlanIndex>()

/** Built once a content: contents are never changed in place, and a year's plan has some ten thousand items. */
export const planIndex = (content: PlanContent): PlanIndex => {
  const known = built.get(content)
  if (known) return known
  const index = build(content)
  built.set(content, index)
  return index
}
