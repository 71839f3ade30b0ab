import type { Rounding } from '../../kernel/rounding.ts'
import type { Column } from './column.ts'
import { type Forms, formsOf } from './forms.ts'
import { floor, level, type PackedPieces, packPieces, slope, unsettled } from './pieces.ts'
import { roundQuotient } from './round-quotient.ts'
import type { Shape } from './shape.ts'

/**
 * A shape over packed columns, in whole numbers only. Every product stays below 2^53, where floating point is exact, and the quotient of
 * two such numbers, floored, is the floor of the true one: what is not whole differs from the next whole number by 1/divisor, more than
 * half a unit in the last place. So a kernel's points are those of the rational definition, rounded once, or it is not made.
 */
export interface Kernel {
  /**
   * Points in units of 10^-places for these rows, which are one group; NaN where a figure is missing or the shape is unsettled, and how many
   * those are.
   */
  readonly run: (rows: Int32Array, points: Float64Array) => number
  /** Whether a row's points depend on the figures of the others. */
  readonly relative: boolean
  /** No points are larger than this, without sign. */
  readonly largest: number
}

/** Undefined where whole numbers below 2^53 cannot hold every step. */
export function kernelOf(
  { variable, pieces }: Shape,
  columns: ReadonlyMap<string, Column>,
  rounding: Rounding,
  largestGroup: number,
): Kernel | undefined {
  const forms = formsOf(variable, columns, largestGroup)
  const packed = forms && packPieces(pieces, forms, rounding)
  return (
    packed && {
      relative: forms.relative,
      largest: packed.largest,
      run: (rows, points) => compute(forms, packed, rounding.mode === 'gb8170', rows, points),
    }
  )
}

const nothing = new Float64Array(0)

/** What a row comes to before it is rounded: over ÷ divisor on the piece `at`. Kept between groups; a run fills what it reads. */
interface Scratch {
  readonly over: Float64Array
  readonly divisor: Float64Array
  readonly at: Uint8Array
}

let scratch: Scratch = { over: nothing, divisor: nothing, at: new Uint8Array(0) }

const scratchOf = (size: number): Scratch => {
  if (scratch.over.length < size)
    scratch = { over: new Float64Array(size), divisor: new Float64Array(size), at: new Uint8Array(size) }
  return scratch
}

function compute(forms: Forms, pieces: PackedPieces, toEven: boolean, rows: Int32Array, points: Float64Array): number {
  const { over, divisor, at } = scratchOf(rows.length)
  const { own, top, bottom } = forms
  const [first, second] = [own[0]?.values ?? nothing, own[1]?.values ?? nothing]
  const top1 = top.factors(rows.length)
  const bottom1 = bottom.factors(rows.length)
  fillVariable(rows, first, top.constantIn(rows), top1[0], bottom.constantIn(rows), bottom1[0], over, divisor)
  if (own.length > 1) addSecond(rows, second, top1[1], bottom1[1], over, divisor)
  place(rows.length, over, divisor, at, pieces.endTop, pieces.endBottom, pieces.endIncluded, pieces.count - 1)
  line(rows.length, over, divisor, at, pieces)
  return put(rows, over, divisor, toEven, at, pieces.atLeast, pieces.atMost, points)
}

// Loops over typed arrays and numbers only, each small enough that everything in it is compiled to plain floating point.

/** Top and bottom of the variable. */
function fillVariable(
  rows: Int32Array,
  values: Float64Array,
  top0: number,
  top1: number,
  bottom0: number,
  bottom1: number,
  top: Float64Array,
  bottom: Float64Array,
): void {
  for (let i = 0; i < rows.length; i += 1) {
    const own = values[rows[i] as number] as number
    top[i] = top0 + top1 * own
    bottom[i] = bottom0 + bottom1 * own
  }
}

function addSecond(
  rows: Int32Array,
  values: Float64Array,
  top2: number,
  bottom2: number,
  top: Float64Array,
  bottom: Float64Array,
): void {
  for (let i = 0; i < rows.length; i += 1) {
    const own = values[rows[i] as number] as number
    top[i] = (top[i] as number) + top2 * own
    bottom[i] = (bottom[i] as number) + bottom2 * own
  }
}

/** The piece that each row is on. */
function place(
  count: number,
  top: Float64Array,
  bottom: Float64Array,
  at: Uint8Array,
  endTop: Float64Array,
  endBottom: Float64Array,
  endIncluded: Uint8Array,
  last: number,
): void {
  for (let i = 0; i < count; i += 1) {
    const p = top[i] as number
    const q = bottom[i] as number
    let piece = 0
    while (piece < last) {
      const reached = p * (endBottom[piece] as number)
      const end = (endTop[piece] as number) * q
      if (reached < end || (reached === end && endIncluded[piece] === 1)) break
      piece += 1
    }
    at[i] = piece
  }
}

/** From the variable to points before rounding, in place; NaN where the variable has no value or the piece is unsettled. */
function line(
  count: number,
  over: Float64Array,
  divisor: Float64Array,
  at: Uint8Array,
  { kind, base, factor, under, stepTop, stepBottom }: PackedPieces,
): void {
  for (let i = 0; i < count; i += 1) {
    const p = over[i] as number
    const q = divisor[i] as number
    const piece = at[i] as number
    const how = kind[piece] as number
    const start = base[piece] as number
    if (!(q > 0) || how === unsettled) over[i] = Number.NaN
    else if (how === level) {
      over[i] = p - p + start
      divisor[i] = 1
    } else if (how === slope) {
      over[i] = start * q + (factor[piece] as number) * p
      divisor[i] = (under[piece] as number) * q
    } else {
      const steps = (p * (stepBottom[piece] as number)) / (q * (stepTop[piece] as number))
      over[i] = start + (factor[piece] as number) * (how === floor ? Math.floor(steps) : Math.ceil(steps))
      divisor[i] = under[piece] as number
    }
  }
}

/** Rounded once, and held by the piece's limits. */
function put(
  rows: Int32Array,
  over: Float64Array,
  divisor: Float64Array,
  toEven: boolean,
  at: Uint8Array,
  atLeast: Float64Array,
  atMost: Float64Array,
  points: Float64Array,
): number {
  let unknown = 0
  for (let i = 0; i < rows.length; i += 1) {
    const by = divisor[i] as number
    const own = by === 1 ? (over[i] as number) : roundQuotient(over[i] as number, by, toEven)
    if (Number.isNaN(own)) unknown += 1
    const low = atLeast[at[i] as number] as number
    const high = atMost[at[i] as number] as number
    points[rows[i] as number] = own < low ? low : own > high ? high : own
  }
  return unknown
}
