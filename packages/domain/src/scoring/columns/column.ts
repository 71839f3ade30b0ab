import { decimalPlaces, type Exact, exact, ratio } from '../../kernel/exact.ts'

/**
 * One input of one leaf for all units, packed: whole numbers of 10^-places, `NaN` where there is no plain figure (missing, 不涉及). Exact, since no number in it
 * is 2^53 or above; a column that cannot be packed so is not packed (see `packColumn`).
 */
export interface Column {
  readonly values: Float64Array
  readonly places: number
  /** Of the values, without sign. */
  readonly largest: number
}

/** From exact texts; undefined where one is a fraction that does not terminate, or needs 2^53 or more. */
export function packColumn(texts: readonly (string | undefined)[]): Column | undefined {
  const figures = texts.map((text) => (text === undefined ? undefined : exact(text)))
  let places = 0
  for (const figure of figures) {
    const own = figure ? decimalPlaces(figure.d) : 0
    if (own === undefined) return undefined
    places = Math.max(places, own)
  }
  const scale = 10n ** BigInt(places)
  const values = Float64Array.from(figures, (figure) => (figure ? Number((figure.n * scale) / figure.d) : Number.NaN))
  const largest = values.reduce((most, value) => (Number.isNaN(value) ? most : Math.max(most, Math.abs(value))), 0)
  return largest < Number.MAX_SAFE_INTEGER ? { values, places, largest } : undefined
}

/** A whole number of 10^-places as an exact value. */
export const exactly = (value: number, places: number): Exact => ratio(BigInt(value), 10n ** BigInt(places))
