import { add, div, type Exact, mul, sign, sum, zero } from '../kernel/exact.ts'
import { isWeighted, type Tree, type TreeNode, weightOf } from './tree.ts'

/** What a node scores and what that is out of; out of nothing where nothing under it applies to the unit. */
export interface Sum {
  readonly points: Exact
  readonly fullMark: Exact
}

export type LeafSum = Sum | 'missing'

export type NodeSum = Sum | { readonly missing: readonly string[] }

export interface RollUp {
  readonly nodes: ReadonlyMap<string, NodeSum>
  readonly whole: NodeSum
}

export interface RollUpRules {
  /**
   * What a weighted child's rate is out of: the marks that apply to the unit (缺项折算), so that weights hold between components of
   * which one has items that do not apply; or the marks as they stand in the plan.
   */
  readonly rateOn: 'applicable' | 'planned'
  /** Applied to the points of every node. */
  readonly level: (points: Exact) => Exact
  /** Nodes whose points do not count; what they are out of stays. */
  readonly withheld: ReadonlySet<string>
}

/** Leaf sums up to the whole: marks add up, weighted siblings make a mean of their rates. One missing leaf makes all above it missing. */
export function rollUp(tree: Tree, leaves: ReadonlyMap<string, LeafSum>, rules: RollUpRules): RollUp {
  const nodes = new Map<string, NodeSum>()
  const visit = (node: TreeNode): NodeSum => {
    const found =
      node.children.length === 0 ? ofLeaf(node, leaves.get(node.key)) : join(node.children, node.fullMark, node.key)
    const sum = rules.withheld.has(node.key) && 'points' in found ? { ...found, points: zero } : found
    nodes.set(node.key, sum)
    return sum
  }
  const join = (children: readonly TreeNode[], fullMark: Exact, at: string): NodeSum => {
    const parts = children.map((child) => ({ child, sum: visit(child) }))
    const missing = parts.flatMap((part) => ('missing' in part.sum ? part.sum.missing : []))
    if (missing.length > 0) return { missing }
    const known = parts.flatMap(({ child, sum: part }) => ('points' in part ? [{ child, part }] : []))
    const made = isWeighted(children, at) ? weightedMean(known, fullMark, rules.rateOn) : addUp(known)
    return { ...made, points: rules.level(made.points) }
  }
  return { whole: join(tree.roots, tree.fullMark, 'roots'), nodes }
}

const nothing: Sum = { points: zero, fullMark: zero }

const ofLeaf = ({ key }: TreeNode, leaf: LeafSum | undefined): NodeSum =>
  leaf === 'missing' ? { missing: [key] } : (leaf ?? nothing)

interface Part {
  readonly child: TreeNode
  readonly part: Sum
}

const addUp = (parts: readonly Part[]): Sum => ({
  points: sum(parts.map(({ part }) => part.points)),
  fullMark: sum(parts.map(({ part }) => part.fullMark)),
})

function weightedMean(parts: readonly Part[], fullMark: Exact, rateOn: RollUpRules['rateOn']): Sum {
  const weights = sum(parts.map(({ child }) => weightOf(child)))
  let [points, applies] = [zero, zero]
  for (const { child, part } of parts) {
    if (sign(part.fullMark) === 0) continue
    const share = div(mul(weightOf(child), fullMark), weights)
    const base = rateOn === 'applicable' ? part.fullMark : child.fullMark
    points = add(points, div(mul(share, part.points), base))
    applies = add(applies, div(mul(share, part.fullMark), base))
  }
  return { points, fullMark: applies }
}
