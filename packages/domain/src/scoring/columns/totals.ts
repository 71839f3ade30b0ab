import { commonDenominator, div, type Exact, mul, sum, whole } from '../../kernel/exact.ts'
import { isWeighted, type Tree, type TreeNode, weightOf } from '../tree.ts'
import type { LeafColumn } from './score-leaf.ts'

/** What each row's leaves add up to, kept up to date leaf by leaf. */
export interface Sums {
  /** Sum of factor × points; see TotalsGround. */
  readonly counted: Float64Array
  /** Sum of the marks that do not apply, or of leaves that are odd. */
  readonly lacking: Float64Array
  /** How many leaves of the row are odd. */
  readonly odd: Int32Array
}

/** Shares of the tree as whole factors over one divisor, all 1 for a tree of marks; marks as whole numbers of one unit. */
export interface TotalsGround {
  readonly factors: ReadonlyMap<string, number>
  readonly divisor: number
  readonly marks: ReadonlyMap<string, number>
  readonly allMarks: number
}

export function totalsGround(tree: Tree): TotalsGround {
  const shares = sharesOf(tree)
  const divisor = commonDenominator(shares.values())
  const unit = commonDenominator(tree.leafMarks.values())
  const inUnits = ({ n, d }: Exact, times: bigint): number => Number((n * times) / d)
  const marks = new Map([...tree.leafMarks].map(([key, mark]) => [key, inUnits(mark, unit)]))
  return {
    factors: new Map([...shares].map(([key, share]) => [key, inUnits(share, divisor)])),
    divisor: Number(divisor),
    marks,
    allMarks: [...marks.values()].reduce((a, b) => a + b, 0),
  }
}

/** Whether every sum over these leaves, times all marks, stays below 2^53. */
export function holdsTotals(leaves: readonly LeafColumn[], { factors, divisor, allMarks }: TotalsGround): boolean {
  const largest = leaves.reduce((total, { leaf, kernel, largest: own }) => {
    return total + (factors.get(leaf.key) ?? 0) * Math.max(kernel?.largest ?? 0, own)
  }, 0)
  return [largest * 2, divisor * 2, allMarks * 2].every((size) => size < Number.MAX_SAFE_INTEGER)
}

/** How much of the total one point on a leaf is where every leaf applies: the product of the shares on the way up. */
function sharesOf(tree: Tree): ReadonlyMap<string, Exact> {
  const shares = new Map<string, Exact>()
  const visit = (siblings: readonly TreeNode[], fullMark: Exact, share: Exact, at: string): void => {
    const weights = isWeighted(siblings, at) ? sum(siblings.map(weightOf)) : undefined
    for (const node of siblings) {
      const own = weights ? mul(share, div(mul(weightOf(node), fullMark), mul(weights, node.fullMark))) : share
      if (node.children.length === 0) shares.set(node.key, own)
      else visit(node.children, node.fullMark, own, node.key)
    }
  }
  visit(tree.roots, tree.fullMark, whole(1), 'roots')
  return shares
}

/** Adds a leaf's rows to the sums, or takes them off (`sign` -1). */
export function addLeaf(
  column: LeafColumn,
  rows: Int32Array,
  { counted, lacking, odd }: Sums,
  ground: TotalsGround,
  sign: 1 | -1,
): void {
  const { leaf, points } = column
  const factor = sign * (ground.factors.get(leaf.key) ?? 0)
  if (column.settled) {
    addSettled(points, rows, factor, counted)
    return
  }
  const mark = sign * (ground.marks.get(leaf.key) ?? 0)
  for (const row of rows) {
    const own = points[row] as number
    if (!Number.isNaN(own)) counted[row] = (counted[row] as number) + factor * own
    else {
      lacking[row] = (lacking[row] as number) + mark
      if (column.odd.has(row)) odd[row] = (odd[row] as number) + sign
    }
  }
}

function addSettled(points: Float64Array, rows: Int32Array, factor: number, counted: Float64Array): void {
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    counted[row] = (counted[row] as number) + factor * (points[row] as number)
  }
}
