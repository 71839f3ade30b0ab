import { exact, mul, whole } from '../../kernel/exact.ts'
import { type Rounding, round } from '../../kernel/rounding.ts'
import type { Outcome } from '../../rule/outcome.ts'
import { type Kernel, kernelOf } from './kernel.ts'
import type { PackedLeaf, PackedPlan } from './packed-plan.ts'
import { shapeOf } from './shape-of.ts'

/** One leaf's scores; `points` in units of 10^-places. */
export interface LeafColumn {
  readonly leaf: PackedLeaf
  readonly kernel: Kernel | undefined
  /** NaN where the unit does not carry the leaf, or its outcome is odd. */
  readonly points: Float64Array
  /** Missing, ambiguous or in error, or out of other full marks than the leaf's (不涉及). */
  readonly odd: Map<number, Outcome>
  /** The largest of the method's own points, without sign. */
  largest: number
}

export function scoreLeaf(leaf: PackedLeaf, groups: PackedPlan['groups'], rows: Rows, rounding: Rounding): LeafColumn {
  const shape = leaf.columns.size === 0 ? undefined : shapeOf(leaf.stored, leaf.fullMark)
  const largestGroup = groups.reduce((most, group) => Math.max(most, group.rows.length), 1)
  const column: LeafColumn = {
    leaf,
    kernel: shape && kernelOf(shape, leaf.columns, rounding, largestGroup),
    points: new Float64Array(rows.all.length).fill(Number.NaN),
    odd: new Map(),
    largest: 0,
  }
  if (!column.kernel?.relative) rescore(column, rows.all, rounding)
  else {
    for (const group of groups) rescore(column, group.rows, rounding)
    settle(column, rows.loose, rounding)
  }
  return column
}

export interface Rows {
  readonly all: Int32Array
  /** Of no group. */
  readonly loose: Int32Array
}

/** Scores these rows anew; where the kernel is relative they are all rows of one group. */
export function rescore(column: LeafColumn, rows: Int32Array, rounding: Rounding): void {
  const { kernel, points, odd, leaf } = column
  if (odd.size > 0) for (const row of rows) odd.delete(row)
  if (kernel) {
    const unknown = kernel.run(rows, points)
    const { carried } = leaf
    if (carried) for (const row of rows) if (carried[row] === 0) points[row] = Number.NaN
    if (unknown === 0) return
  }
  settle(column, rows, rounding)
}

/** Whatever the kernel left is asked of the method. */
function settle(column: LeafColumn, rows: Int32Array, rounding: Rounding): void {
  const { kernel, points, odd, leaf } = column
  const { carried } = leaf
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    if (kernel && !Number.isNaN(points[row])) continue
    if (carried && carried[row] === 0) continue
    const outcome = leaf.outcomeAt(row)
    if (outcome.status !== 'scored' || outcome.fullMark !== leaf.fullMark) {
      points[row] = Number.NaN
      odd.set(row, outcome)
      continue
    }
    const own = packed(outcome.points, rounding)
    points[row] = own
    column.largest = Math.max(column.largest, Math.abs(own))
  }
}

const packed = (points: string, rounding: Rounding): number =>
  Number(mul(round(exact(points), rounding), whole(10n ** BigInt(rounding.places))).n)
