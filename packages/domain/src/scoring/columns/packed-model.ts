import { type Exact, ratio } from '../../kernel/exact.ts'
import type { Graded } from '../grades/grade-group.ts'
import type { Ranks } from '../rank.ts'
import type { UnitYear } from '../score-unit.ts'
import type { PackedGround } from './packed-ground.ts'
import type { LeafColumn } from './score-leaf.ts'
import type { Sums } from './totals.ts'

/**
 * A year computed in columns: equal to `planYear` in every figure (a property test), for plans that round at items and have no tie-breakers;
 * other plans are computed by `planYear`. Mutable: `recompute` puts one corrected figure through.
 */
export interface PackedYear {
  readonly ground: PackedGround
  readonly leaves: readonly LeafColumn[]
  readonly sums: Sums
  readonly totals: Totals
  readonly groups: PackedGroup[]
}

/** Per row. */
export interface Totals {
  /** The total is top / bottom in units of 10^-places; NaN where it is not known. */
  readonly top: Float64Array
  readonly bottom: Float64Array
  /** As printed, in units of 10^-places; NaN where it is not known. */
  readonly published: Float64Array
  /** Rows that whole numbers do not tell all of: something odd, credits, gates, or too large. */
  readonly exact: Map<number, UnitYear>
}

/** What the rows of a group are to each other. */
export interface PackedGroup extends Ranks {
  readonly key: string
  /** Ranked rows in order. */
  readonly rows: Int32Array
  /** By their places in `rows` of the grades: the ranked ones, then those with a total and no rank. */
  readonly grades?: Graded & { readonly rows: Int32Array }
}

/** Where a row's total is known. */
export const figureOf = ({ totals, ground }: PackedYear, row: number): Exact | undefined => {
  const own = totals.exact.get(row)
  if (own) return own.unrounded
  const [top, bottom] = [totals.top[row] as number, totals.bottom[row] as number]
  return ratio(BigInt(top), BigInt(bottom) * 10n ** BigInt(ground.rounding.places))
}
