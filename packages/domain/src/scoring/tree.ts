import type { ScoringNode } from './model.ts'

/** The leaves under each node, itself where it is a leaf, in the plan's order. Throws on a parent that is not there or a circle. */
export function leavesByNode(nodes: readonly ScoringNode[]): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const parents = new Set(nodes.flatMap(({ parentKey }) => (parentKey === undefined ? [] : [parentKey])))
  const leaves = new Map<string, string[]>(nodes.map(({ key }) => [key, []]))
  for (const { key } of nodes) {
    if (parents.has(key)) continue
    const path = new Set<string>()
    for (let at: string | undefined = key; at !== undefined; at = byKey.get(at)?.parentKey) {
      const under = leaves.get(at)
      if (under === undefined || path.has(at)) throw new RangeError(`the indicator tree does not hold at ${at}`)
      path.add(at)
      under.push(key)
    }
  }
  return leaves
}
