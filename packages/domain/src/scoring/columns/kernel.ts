import type { Rounding } from '../../kernel/rounding.ts'
import type { Column } from './column.ts'
import { type Forms, formsOf } from './forms.ts'
import { kinds, type PackedPieces, packPieces } from './pieces.ts'
import { roundQuotient } from './round-quotient.ts'
import type { Curve } from './shape.ts'

/**
 * A curve over packed columns, in whole numbers only. Every product stays below 2^53, where floating point is exact, and the quotient of
 * two such numbers, floored, is the floor of the true one: what is not whole differs from the next whole number by 1/divisor, more than
 * half a unit in the last place. So a kernel's points are those of the rational definition, rounded once, or it is not made.
 */
export interface Kernel {
  /** Points in units of 10^-places for these rows, which are one group; NaN where a figure is missing or the curve is unsettled. */
  readonly run: (rows: Int32Array, points: Float64Array) => void
  /** Whether a row's points depend on the figures of the others. */
  readonly relative: boolean
  /** No points are larger than this, without sign. */
  readonly largest: number
}

/** Undefined where whole numbers below 2^53 cannot hold every step. */
export function kernelOf(
  { variable, pieces }: Curve,
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
      run: runner(forms, packed, rounding.mode === 'gb8170'),
    }
  )
}

const nothing = new Float64Array(0)

function runner({ own, top, bottom }: Forms, pieces: PackedPieces, toEven: boolean): Kernel['run'] {
  const { kind, endTop, endBottom, endIncluded, base, factor, under, stepTop, stepBottom, atLeast, atMost } = pieces
  const last = pieces.count - 1
  const first = own[0]?.values ?? nothing
  const second = own[1]?.values ?? nothing
  const two = own.length > 1
  return (rows, points) => {
    const [top0, bottom0] = [top.constantIn(rows), bottom.constantIn(rows)]
    const [[top1, top2], [bottom1, bottom2]] = [top.factors(rows.length), bottom.factors(rows.length)]
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] as number
      const u = first[row] as number
      const v = two ? (second[row] as number) : 0
      const p = top0 + top1 * u + top2 * v
      const q = bottom0 + bottom1 * u + bottom2 * v
      if (!(q > 0) || Number.isNaN(p)) {
        points[row] = Number.NaN
        continue
      }
      let at = 0
      for (; at < last; at += 1) {
        const [own, end] = [p * (endBottom[at] as number), (endTop[at] as number) * q]
        if (own < end || (own === end && endIncluded[at] === 1)) break
      }
      const how = kind[at]
      if (how === kinds.level) {
        points[row] = base[at] as number
        continue
      }
      if (how === kinds.unsettled) {
        points[row] = Number.NaN
        continue
      }
      let [over, divisor] = [base[at] as number, under[at] as number]
      if (how === kinds.line) {
        over = over * q + (factor[at] as number) * p
        divisor *= q
      } else {
        const [reach, step] = [p * (stepBottom[at] as number), q * (stepTop[at] as number)]
        over += (factor[at] as number) * (how === kinds.floor ? Math.floor(reach / step) : -Math.floor(-reach / step))
      }
      const rounded = roundQuotient(over, divisor, toEven)
      const [low, high] = [atLeast[at] as number, atMost[at] as number]
      points[row] = rounded < low ? low : rounded > high ? high : rounded
    }
  }
}
