import type { Column } from './column.ts'
import type { Forms } from './forms.ts'
import type { WholePiece } from './pieces.ts'

/** How a piece is computed; see WholePiece. */
const unsettled = 0
export const level = 1
export const line = 2
export const steps = 3
const hows = { unsettled, level, line, steps } as const

/**
 * Pieces side by side, for the units of one group: every line of the variable is multiplied out, so that a loop takes a constant and the
 * factors of the two own columns, three numbers a piece.
 */
export interface Bound {
  readonly how: Uint8Array
  readonly base: Float64Array
  readonly factor: Float64Array
  readonly under: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** Above zero where the variable has a value. */
  readonly bottom: Float64Array
  /** Below zero where a row is on the piece or before it. */
  readonly edges: Float64Array
  readonly over: Float64Array
  readonly by: Float64Array
  /** The pieces that rows can be on at all. */
  first: number
  last: number
}

export function boundOf(pieces: readonly WholePiece[]): Bound {
  const own = (of: (piece: WholePiece) => number) => Float64Array.from(pieces, of)
  const lines = () => new Float64Array(3 * pieces.length)
  const base = own((piece) => (piece.how === 'unsettled' ? Number.NaN : piece.base))
  const limited = (which: 'low' | 'high') =>
    own((piece) =>
      which in piece ? (piece as { low: number; high: number })[which] : 'base' in piece ? piece.base : 0,
    )
  return {
    how: Uint8Array.from(pieces, ({ how }) => hows[how]),
    base,
    factor: own((piece) => ('factor' in piece ? piece.factor : 0)),
    under: own((piece) => ('under' in piece ? piece.under : 1)),
    low: limited('low'),
    high: limited('high'),
    bottom: new Float64Array(3),
    edges: lines(),
    over: lines(),
    by: lines(),
    first: 0,
    last: pieces.length - 1,
  }
}

const top = new Float64Array(3)
const bottom = new Float64Array(3)

/** Fills in the lines for these rows, which are one group, and leaves out the pieces that no figure of the columns comes to. */
export function bind(bound: Bound, pieces: readonly WholePiece[], forms: Forms, rows: Int32Array): void {
  forms.linesIn(rows, top, bottom)
  // A group's figure that is not there leaves the variable without a value, on a level too.
  for (let k = 0; k < 3; k += 1) bound.bottom[k] = (bottom[k] as number) + 0 * (top[k] as number)
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as WholePiece
    const { end } = piece
    if (end) put(bound.edges, at, end.bottom, -end.top, end.included ? -1 : 0)
    if (piece.how === 'line') {
      const { base, factor, under } = piece
      // Twice the points and a half more, over twice the divisor: floored, this is the points rounded.
      put(bound.over, at, 2 * factor, 2 * base + under, 0)
      put(bound.by, at, 0, 2 * under, 0)
    }
    if (piece.how === 'steps') {
      put(bound.over, at, piece.over, 0, 0)
      put(bound.by, at, 0, piece.size, 0)
    }
  }
  bound.first = 0
  bound.last = pieces.length - 1
  while (bound.first < bound.last && leastOf(bound.edges, bound.first, forms) >= 0) bound.first += 1
  for (let at = bound.last - 1; at >= bound.first; at -= 1) if (mostOf(bound.edges, at, forms) < 0) bound.last = at
}

/** So many times the top and the bottom. Zero is added so that none is the negative one, which would show in a floored quotient. */
function put(lines: Float64Array, at: number, p: number, q: number, more: number): void {
  lines[3 * at] = p * (top[0] as number) + q * (bottom[0] as number) + more + 0
  lines[3 * at + 1] = p * (top[1] as number) + q * (bottom[1] as number) + 0
  lines[3 * at + 2] = p * (top[2] as number) + q * (bottom[2] as number) + 0
}

/** The least that a line comes to over the figures of the own columns. */
export function leastOf(lines: Float64Array, at: number, { own }: Forms): number {
  let total = lines[3 * at] as number
  for (let k = 0; k < own.length; k += 1) {
    const { least, most } = own[k] as Column
    const factor = lines[3 * at + 1 + k] as number
    total += factor * (factor > 0 ? least : most)
  }
  return total
}

function mostOf(lines: Float64Array, at: number, { own }: Forms): number {
  let total = lines[3 * at] as number
  for (let k = 0; k < own.length; k += 1) {
    const { least, most } = own[k] as Column
    const factor = lines[3 * at + 1 + k] as number
    total += factor * (factor > 0 ? most : least)
  }
  return total
}
