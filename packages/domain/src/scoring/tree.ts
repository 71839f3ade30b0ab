import { type Exact, exact, sign, sum } from '../kernel/exact.ts'
import type { ScoringNode } from './model.ts'

/** The indicator tree, read once for all units. A branch's marks are what its leaves add up to; only a weighted one's are its own. */
export interface Tree {
  readonly roots: readonly TreeNode[]
  /** In the plan's order. */
  readonly nodes: readonly TreeNode[]
  readonly leafMarks: ReadonlyMap<string, Exact>
  /** Full marks of the whole plan. */
  readonly fullMark: Exact
  readonly weighted: boolean
}

export interface TreeNode {
  readonly key: string
  readonly fullMark: Exact
  readonly weight?: Exact
  /** Empty on a leaf. */
  readonly children: readonly TreeNode[]
}

/** Throws on what an issued plan cannot hold: a parent that is not there, a circle, siblings of which only some have a weight. */
export function treeOf(nodes: readonly ScoringNode[]): Tree {
  const byParent = Map.groupBy(nodes, ({ parentKey }) => parentKey)
  const made = new Map<string, TreeNode>()
  const make = (node: ScoringNode): TreeNode => {
    const children = (byParent.get(node.key) ?? []).map(make)
    const weighted = isWeighted(children, node.key)
    const fullMark = children.length === 0 || weighted ? exact(node.fullMark) : sum(children.map((c) => c.fullMark))
    const weight = node.weight === undefined ? {} : { weight: exact(node.weight) }
    const done = { key: node.key, fullMark, children, ...weight }
    made.set(node.key, done)
    return done
  }
  const roots = (byParent.get(undefined) ?? []).map(make)
  const lost = nodes.find(({ key }) => !made.has(key))
  if (lost) throw new RangeError(`the indicator tree does not hold at ${lost.key}`)
  const ordered = nodes.flatMap(({ key }) => made.get(key) ?? [])
  return {
    roots,
    nodes: ordered,
    leafMarks: new Map(ordered.filter(({ children }) => children.length === 0).map((l) => [l.key, l.fullMark])),
    fullMark: sum(isWeighted(roots, 'roots') ? roots.map(weightOf) : roots.map((root) => root.fullMark)),
    weighted: ordered.some(({ weight }) => weight !== undefined),
  }
}

export const weightOf = ({ weight, key }: TreeNode): Exact => {
  if (weight === undefined || sign(weight) <= 0) throw new RangeError(`no weight above zero at ${key}`)
  return weight
}

export const isWeighted = (siblings: readonly TreeNode[], at: string): boolean => {
  const count = siblings.filter(({ weight }) => weight !== undefined).length
  if (count !== 0 && count !== siblings.length) throw new RangeError(`some have a weight, some have none, under ${at}`)
  return count > 0
}
