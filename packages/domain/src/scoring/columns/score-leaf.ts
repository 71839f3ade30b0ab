import { exact, mul, whole } from '../../kernel/exact.ts'
import { type Rounding, round } from '../../kernel/rounding.ts'
import { inputsOf } from '../../rule/inputs.ts'
import type { Outcome } from '../../rule/outcome.ts'
import { type Kernel, kernelOf } from './kernel.ts'
import type { PackedLeaf } from './packed-plan.ts'
import type { Shape } from './shape.ts'
import { shapeOf } from './shape-of.ts'

/** One leaf's scores; `points` in units of 10^-places. */
export interface LeafColumn {
  readonly leaf: PackedLeaf
  readonly shape: Shape | undefined
  kernel: Kernel | undefined
  /** NaN where the unit does not carry the leaf, or its outcome is odd. */
  readonly points: Float64Array
  /** Missing, ambiguous or in error, or out of other full marks than the leaf's (不涉及). */
  readonly odd: Map<number, Outcome>
  /** Whether a row's points depend on the figures of the others in its group. */
  readonly relative: boolean
  /** The units that carry the leaf. */
  readonly rows: LeafRows
  /** Whether no point is NaN, for certain. */
  settled: boolean
  /** The largest of the method's own points, without sign. */
  largest: number
}

/** What scoring a leaf takes from the plan. */
export interface LeafGround {
  readonly rows: LeafRows
  readonly rounding: Rounding
  readonly thresholds: Rounding | undefined
  readonly largestGroup: number
}

export interface LeafRows {
  readonly all: Int32Array
  readonly groups: readonly Int32Array[]
  /** Of no group. */
  readonly loose: Int32Array
}

const carriers = ({ carried }: PackedLeaf, { all, groups, loose }: LeafRows): LeafRows => {
  if (carried === undefined || carried.every((own) => own !== 0)) return { all, groups, loose }
  const own = (rows: Int32Array) => rows.filter((row) => carried[row] !== 0)
  return { all: own(all), groups: groups.map(own), loose: own(loose) }
}

export function leafColumn(leaf: PackedLeaf, ground: LeafGround): LeafColumn {
  const shape = leaf.columns.size === 0 ? undefined : shapeOf(leaf.stored, leaf.fullMark, ground.thresholds)
  const column: LeafColumn = {
    leaf,
    shape,
    kernel: undefined,
    points: new Float64Array(ground.rows.all.length).fill(Number.NaN),
    odd: new Map(),
    relative: inputsOf(leaf.stored.rule).some(({ kind }) => kind === 'group'),
    rows: carriers(leaf, ground.rows),
    settled: false,
    largest: 0,
  }
  renew(column, ground)
  return column
}

const renew = (column: LeafColumn, { rounding, largestGroup }: LeafGround): void => {
  const { shape, leaf } = column
  column.kernel = shape && kernelOf(shape, leaf.columns, rounding, largestGroup)
}

/** All rows, from the figures as they stand. */
export function scoreLeaf(column: LeafColumn, ground: LeafGround): void {
  if (column.kernel?.holds() === false) renew(column, ground)
  column.odd.clear()
  const { kernel, rows } = column
  let open = 0
  if (!kernel?.relative) open = scoreRows(column, rows.all, ground)
  else {
    for (const group of rows.groups) open += scoreRows(column, group, ground)
    open += byMethod(column, rows.loose, ground)
  }
  column.settled = open === 0 && rows.all.length === column.points.length
}

/** Scores these rows anew; where the leaf is relative they are all rows of one group. */
export function rescore(column: LeafColumn, rows: Int32Array, ground: LeafGround): void {
  const { leaf, kernel, odd } = column
  const { carried } = leaf
  if (kernel?.holds() === false) renew(column, ground)
  if (odd.size > 0) for (const row of rows) odd.delete(row)
  const own = carried ? rows.filter((row) => carried[row] !== 0) : rows
  const alone = column.kernel?.relative === true && column.rows.loose.includes(own[0] ?? -1)
  if ((alone ? byMethod : scoreRows)(column, own, ground) > 0) column.settled = false
}

/** Of no group: no kernel has a group's figures for them. */
function byMethod(column: LeafColumn, rows: Int32Array, ground: LeafGround): number {
  for (const row of rows) column.points[row] = Number.NaN
  return settle(column, rows, ground)
}

/** @returns how many of the rows are odd */
const scoreRows = (column: LeafColumn, rows: Int32Array, ground: LeafGround): number =>
  column.kernel?.run(rows, column.points) ? 0 : settle(column, rows, ground)

/** Whatever the kernel left is asked of the method. */
function settle(column: LeafColumn, rows: Int32Array, { rounding }: LeafGround): number {
  const { kernel, points, odd, leaf } = column
  let open = 0
  for (const row of rows) {
    if (kernel && !Number.isNaN(points[row])) continue
    const outcome = leaf.outcomeAt(row)
    if (outcome.status !== 'scored' || outcome.fullMark !== leaf.fullMark) {
      points[row] = Number.NaN
      odd.set(row, outcome)
      open += 1
      continue
    }
    const own = packed(outcome.points, rounding)
    points[row] = own
    column.largest = Math.max(column.largest, Math.abs(own))
  }
  return open
}

const packed = (points: string, rounding: Rounding): number =>
  Number(mul(round(exact(points), rounding), whole(10n ** BigInt(rounding.places))).n)
