import type { Deduction } from '../item/model.ts'
import type { Basis } from '../kernel/basis.ts'
import { type Exact, type ExactText, exact, printExact, sign, sub, sum } from '../kernel/exact.ts'
import { printRounded, type Rounding } from '../kernel/rounding.ts'

/** One score of a unit as it is published. */
export interface LetterRow {
  readonly leafKey: string
  readonly name: string
  readonly fullMark: ExactText
  /** As printed, with the plan's places. */
  readonly points: string
  readonly deductions: readonly Deduction[]
}

/** Why points went, as printed; a gain is negative. `rounding` is what printed places make of it, `unsaid` what no reason covers. */
export type LetterReason =
  | { readonly kind: 'reason'; readonly points: string; readonly reason: string; readonly basis: Basis }
  | { readonly kind: 'rounding' | 'unsaid'; readonly points: string }

export interface LetterLine extends Omit<LetterRow, 'deductions'> {
  readonly lost: string
  readonly reasons: readonly LetterReason[]
}

/** 扣分告知书: of all rows, those that lost or gained. Sums are over all rows, those in full included. */
export interface DeductionLetter {
  readonly lines: readonly LetterLine[]
  readonly fullMark: ExactText
  readonly points: ExactText
  readonly lost: ExactText
}

/** The printed reasons of each line add up to its full marks minus its printed points, and the lines to those of the letter, exactly. */
export function deductionLetter(rows: readonly LetterRow[]): DeductionLetter {
  const fullMark = sum(rows.map((row) => exact(row.fullMark)))
  const points = sum(rows.map((row) => exact(row.points)))
  return {
    lines: rows.map(lineOf).filter(({ lost, reasons }) => sign(exact(lost)) !== 0 || reasons.length > 0),
    fullMark: printExact(fullMark),
    points: printExact(points),
    lost: printExact(sub(fullMark, points)),
  }
}

function lineOf({ deductions, ...row }: LetterRow): LetterLine {
  const lost = sub(exact(row.fullMark), exact(row.points))
  const rounding: Rounding = { mode: 'halfUp', places: row.points.split('.')[1]?.length ?? 0 }
  const said = deductions.map(
    ({ points, reason, basis }): LetterReason => ({
      kind: 'reason',
      points: trimmed(printRounded(exact(points), rounding)),
      reason,
      basis,
    }),
  )
  const rest = sub(lost, sum(said.map((one) => exact(one.points))))
  const unsaid = deductions.length === 0 || !isRounding(rest, deductions.length, rounding) ? 'unsaid' : 'rounding'
  const reasons: readonly LetterReason[] =
    sign(rest) === 0 ? said : [...said, { kind: unsaid, points: printExact(rest) }]
  return { ...row, lost: printExact(lost), reasons }
}

/** Each reason and the score itself are rounded once, by half a place at the most. */
const isRounding = (rest: Exact, reasons: number, { places }: Rounding): boolean => {
  const size = rest.n < 0n ? -rest.n : rest.n
  return size * 2n * 10n ** BigInt(places) <= rest.d * BigInt(reasons + 1)
}

const trimmed = (decimal: string): string => printExact(exact(decimal))
