import type { IndicatorNode, LeafScoring, PlanContent } from '@quanheng/domain/plan/model'
import { childrenOf } from '@quanheng/domain/plan/tree'

export interface TreeRow {
  readonly node: IndicatorNode
  readonly depth: number
  readonly isLeaf: boolean
}

/** Rows of the tree table: each node before its children. */
export const treeRows = (content: PlanContent, parent?: string, depth = 0): readonly TreeRow[] =>
  childrenOf(content, parent).flatMap((node) => {
    const below = treeRows(content, node.key, depth + 1)
    return [{ node, depth, isLeaf: below.length === 0 }, ...below]
  })

export const emptyScoring: LeafScoring = {
  bindings: [],
  completionStandard: '',
  card: { formula: '', measure: '', unit: '', period: '', publisher: '', release: '' },
  evidenceList: [],
}

const freshNode = (key: string, parentKey: string | undefined): IndicatorNode => ({
  key,
  ...(parentKey !== undefined && { parentKey }),
  name: '',
  fullMark: '',
  basis: { kind: 'default' },
})

/** A branch is not scored: what its former leaf carried goes to its first part, so that nothing typed is lost. */
const handDown = (content: PlanContent, parentKey: string, child: IndicatorNode): Partial<PlanContent> => {
  const parent = content.indicators.find((node) => node.key === parentKey)
  const scoring = parent?.scoring
  const awaits = parent?.awaits
  return {
    indicators: [
      ...content.indicators.map((node) => {
        if (node.key !== parentKey) return node
        const { scoring: _s, awaits: _a, ...rest } = node
        return rest
      }),
      { ...child, ...(scoring && { scoring }), ...(awaits !== undefined && { awaits }) },
    ],
    tasks: content.tasks.map((task) => (task.leafKey === parentKey ? { ...task, leafKey: child.key } : task)),
    ...(content.milestones && {
      milestones: content.milestones.map((row) => (row.leafKey === parentKey ? { ...row, leafKey: child.key } : row)),
    }),
  }
}

/** The list in the order of the tree, so that tables and papers name the leaves as the page shows them. */
const inTreeOrder = (content: PlanContent, parts: Partial<PlanContent>): Partial<PlanContent> => ({
  ...parts,
  indicators: treeRows({ ...content, ...parts }).map((row) => row.node),
})

export const addNode = (content: PlanContent, key: string, parentKey?: string): Partial<PlanContent> => {
  const node = freshNode(key, parentKey)
  const parts =
    parentKey !== undefined && childrenOf(content, parentKey).length === 0
      ? handDown(content, parentKey, node)
      : { indicators: [...content.indicators, node] }
  return inTreeOrder(content, parts)
}

/** The node with everything below it, and what hangs on them. */
export const removeNode = (content: PlanContent, key: string): Partial<PlanContent> => {
  const gone = new Set([key, ...treeRows(content, key).map((row) => row.node.key)])
  return {
    indicators: content.indicators.filter((node) => !gone.has(node.key)),
    tasks: content.tasks.filter((task) => !gone.has(task.leafKey)),
    ...(content.milestones && { milestones: content.milestones.filter((row) => !gone.has(row.leafKey)) }),
    responsibilities: content.responsibilities.filter((row) => !gone.has(row.nodeKey)),
  }
}

/** Changes places with the sister before or after. */
export const moveNode = (content: PlanContent, key: string, by: -1 | 1): Partial<PlanContent> => {
  const node = content.indicators.find((row) => row.key === key)
  const sisters = childrenOf(content, node?.parentKey)
  const other = sisters[sisters.findIndex((row) => row.key === key) + by]
  if (!node || !other) return {}
  const indicators = content.indicators.map((row) => (row.key === key ? other : row.key === other.key ? node : row))
  return inTreeOrder(content, { indicators })
}

export const putNode = (content: PlanContent, node: IndicatorNode): Partial<PlanContent> => ({
  indicators: content.indicators.map((row) => (row.key === node.key ? node : row)),
})
