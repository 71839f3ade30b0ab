import { type Exact, parseExact, printExact, sum } from '../kernel/exact.ts'
import type { IndicatorNode, PlanContent } from './model.ts'
import { planIndex } from './plan-index.ts'

/** 叶子指标: nodes without children, in the order of the plan. Only they are scored. */
export const leaves = (content: PlanContent): readonly IndicatorNode[] => {
  const { children } = planIndex(content)
  return content.indicators.filter((node) => !children.has(node.key))
}

export const nodeByKey = (content: PlanContent, key: string): IndicatorNode | undefined =>
  planIndex(content).nodes.get(key)

/** Children of a node, or the top nodes when `key` is undefined; in the order of the plan. */
export const childrenOf = (content: PlanContent, key: string | undefined): readonly IndicatorNode[] =>
  planIndex(content).children.get(key) ?? []

export const isLeaf = (content: PlanContent, key: string): boolean =>
  nodeByKey(content, key) !== undefined && childrenOf(content, key).length === 0

/**
 * The node and its ancestors, from itself up to the top; empty for an unknown key. A draft whose parents are unknown
 * or run in a circle is refused (plan/shape); in one that was never checked the walk still ends.
 */
export const lineage = (content: PlanContent, key: string): readonly IndicatorNode[] => {
  const path: IndicatorNode[] = []
  let node = nodeByKey(content, key)
  while (node && !path.includes(node)) {
    path.push(node)
    node = node.parentKey === undefined ? undefined : nodeByKey(content, node.parentKey)
  }
  return path
}

/**
 * A leaf of the year plan that its lead unit scores under an indicator plan of its own: the year plan gives mark, lead unit
 * and carriers, and has neither rule nor sheet for it (model.md, Plans and identity).
 */
export const isScoredByLead = (content: PlanContent, leaf: IndicatorNode): boolean =>
  content.kind === 'appraisalPlan' && leaf.scoring === undefined && (leaf.leadUnitId ?? '') !== ''

const leavesBelow = (content: PlanContent, key: string): readonly IndicatorNode[] =>
  leaves(content).filter((leaf) => lineage(content, leaf.key).some((node) => node.key === key))

/** An exact mark, or undefined where none has been filled in. */
export const markOf = (node: IndicatorNode): Exact | undefined => {
  const mark = parseExact(node.fullMark)
  return mark.ok ? mark.value : undefined
}

/** Sum of the marks, or undefined when one is missing: a sum over gaps would be a guess. */
export const sumOfMarks = (nodes: readonly IndicatorNode[]): Exact | undefined => {
  const marks = nodes.map(markOf)
  return marks.every((mark) => mark !== undefined) ? sum(marks) : undefined
}

/** Marks of all leaves at or below a node as exact text; undefined when one of them is missing or the key is unknown. */
export const subtreeMarks = (content: PlanContent, key: string): string | undefined => {
  const below = leavesBelow(content, key)
  const total = below.length === 0 ? undefined : sumOfMarks(below)
  return total === undefined ? undefined : printExact(total)
}

/** Marks of the whole plan, as exact text. */
export const totalMarks = (content: PlanContent): string | undefined => {
  const total = sumOfMarks(leaves(content))
  return total === undefined ? undefined : printExact(total)
}
