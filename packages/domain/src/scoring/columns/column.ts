import { decimalPlaces, type Exact, exact, ratio } from '../../kernel/exact.ts'

/**
 * One input of one leaf for all units, packed: whole numbers of 10^-places, `NaN` where there is no plain figure (missing, 不涉及). Exact, since no number in it
 * is 2^53 or above; a column that cannot be packed so is not packed (see `packColumn`).
 */
export interface Column {
  readonly values: Float64Array
  readonly places: number
  /** No figure lies below or above these; both are zero where there is none. A corrected figure may push them apart. */
  least: number
  most: number
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
  const start = values.find((value) => !Number.isNaN(value)) ?? 0
  const column: Column = { values, places, least: start, most: start }
  for (const value of values) stretch(column, value)
  return largestOf(column) < Number.MAX_SAFE_INTEGER ? column : undefined
}

/** Puts a corrected figure in its place; false where the column cannot hold it and has to be packed anew. */
export function setFigure(column: Column, row: number, text: string | undefined): boolean {
  const own = packColumn([text])
  if (own === undefined || own.places > column.places) return false
  const value = (own.values[0] as number) * 10 ** (column.places - own.places)
  if (Math.abs(value) >= Number.MAX_SAFE_INTEGER) return false
  column.values[row] = value
  stretch(column, value)
  return true
}

function stretch(column: Column, value: number): void {
  if (value < column.least) column.least = value
  if (value > column.most) column.most = value
}

/** Of the figures, without sign. */
export const largestOf = ({ least, most }: Column): number => Math.max(Math.abs(least), Math.abs(most))

/** A whole number of 10^-places as an exact value. */
export const exactly = (value: number, places: number): Exact => ratio(BigInt(value), 10n ** BigInt(places))
