import type { Rounding } from '../../kernel/rounding.ts'
import { type Bound, bind, boundOf, leastOf, level, line, steps } from './bound.ts'
import type { Column } from './column.ts'
import { type Forms, formsOf } from './forms.ts'
import { levelsLoop, lineLoop, mostEdges, stepsLoop, tableLoop } from './loops.ts'
import { mergePieces } from './merge-pieces.ts'
import { largestOn, packPieces, type WholePiece } from './pieces.ts'
import { piecesLoop } from './pieces-loop.ts'
import type { Shape } from './shape.ts'

/**
 * A shape over packed columns, in whole numbers only. Every product stays below 2^53, where floating point is exact, and the quotient of
 * two such numbers, floored, is the floor of the true one: what is not whole lies at least 1/divisor below the next whole number, and
 * where over + divisor stays below 2^53 that is more than rounding can close. So a kernel's points are those of the rational definition,
 * rounded once, or it is not made.
 */
export interface Kernel {
  /**
   * Points in units of 10^-places for these rows, which are one group where it is relative; NaN where a figure is missing or the shape is
   * unsettled. Returns whether none is.
   */
  readonly run: (rows: Int32Array, points: Float64Array) => boolean
  /** Whether a row's points depend on the figures of the others. */
  readonly relative: boolean
  /** No points are larger than this, without sign. */
  readonly largest: number
  /** Whether the columns' figures still lie where the bounds were proved; else the kernel has to be made anew. */
  readonly holds: () => boolean
}

/** Undefined where whole numbers below 2^53 cannot hold every step. */
export function kernelOf(
  shape: Shape,
  columns: ReadonlyMap<string, Column>,
  rounding: Rounding,
  largestGroup: number,
): Kernel | undefined {
  const { variable, pieces } = mergePieces(shape)
  const forms = formsOf(variable, columns, largestGroup)
  const packed = forms && packPieces(pieces, forms, rounding)
  if (forms === undefined || packed === undefined) return undefined
  const proved = [...columns.values()].map((column) => ({ column, least: column.least, most: column.most }))
  return {
    relative: forms.relative,
    largest: largestOn(packed),
    holds: () => proved.every(({ column, least, most }) => column.least >= least && column.most <= most),
    run: forms.relative ? byGroup(forms, packed, rounding) : forAll(forms, packed, rounding),
  }
}

function byGroup(forms: Forms, pieces: readonly WholePiece[], rounding: Rounding): Kernel['run'] {
  const bound = boundOf(pieces)
  return (rows, points) => {
    bind(bound, pieces, forms, rows)
    return compute(forms, bound, rounding, rows, points)
  }
}

const none = new Int32Array(0)

function forAll(forms: Forms, pieces: readonly WholePiece[], rounding: Rounding): Kernel['run'] {
  const bound = boundOf(pieces)
  bind(bound, pieces, forms, none)
  const table = tableOf(forms, bound, rounding)
  const [column] = forms.own
  if (table && column) {
    const { least } = column
    return (rows, points) => !Number.isNaN(tableLoop(rows, column.values, table, least, points))
  }
  return (rows, points) => compute(forms, bound, rounding, rows, points)
}

/** A few hundred figures are computed once each, and looked up from then on. */
const widest = 1024

function tableOf({ own }: Forms, bound: Bound, rounding: Rounding): Float64Array | undefined {
  const [column, other] = own
  if (column === undefined || other || column.most - column.least >= widest) return undefined
  const values = Float64Array.from({ length: column.most - column.least + 1 }, (_, at) => column.least + at)
  const table = new Float64Array(values.length)
  piecesLoop(Int32Array.from(values.keys()), values, values, bound, rounding.mode === 'gb8170', table)
  return table
}

function compute(forms: Forms, bound: Bound, rounding: Rounding, rows: Int32Array, points: Float64Array): boolean {
  const values = forms.own[0]?.values as Float64Array
  const others = forms.own[1]?.values ?? values
  return !Number.isNaN(sumOf(forms, bound, rounding, rows, values, others, points))
}

/** The loop that these pieces need, as far as their bounds tell. */
function sumOf(
  forms: Forms,
  bound: Bound,
  rounding: Rounding,
  rows: Int32Array,
  values: Float64Array,
  others: Float64Array,
  points: Float64Array,
): number {
  const { how, base, factor, under, low, high, edges, over, by, bottom, first, last } = bound
  const toEven = rounding.mode === 'gb8170'
  if (!(leastOf(bottom, 0, forms) > 0)) return piecesLoop(rows, values, others, bound, toEven, points)
  const only = first === last ? how[first] : undefined
  const start = base[first] as number
  const [least, most] = [low[first] as number, high[first] as number]
  // Of a number that is not below zero, or that is held there, a half goes up by itself.
  if (only === line && !toEven && (least >= 0 || leastOf(over, first, forms) > 0))
    return lineLoop(rows, values, others, over, by, 3 * first, least, most, points)
  if (only === steps && under[first] === 1)
    return stepsLoop(rows, values, others, over, by, 3 * first, start, factor[first] as number, least, most, points)
  return last - first <= mostEdges && onlyLevels(how, first, last)
    ? levelsLoop(rows, values, others, edges, base, first, last, 0 * (bottom[0] as number), points)
    : piecesLoop(rows, values, others, bound, toEven, points)
}

function onlyLevels(how: Uint8Array, first: number, last: number): boolean {
  for (let at = first; at <= last; at += 1) if (how[at] !== level) return false
  return true
}
