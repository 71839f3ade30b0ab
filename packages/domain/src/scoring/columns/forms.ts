import { commonDenominator, div, type Exact, whole } from '../../kernel/exact.ts'
import { type Column, largestOf } from './column.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { GroupFigure, Linear, Term, Variable } from './shape.ts'

/** A variable over the whole numbers of packed columns: top and bottom are both multiplied until all factors are whole. */
export interface Forms {
  /** Columns of the unit's own figures: one or two. */
  readonly own: readonly Column[]
  /** Writes top and bottom for the units of one group. */
  readonly linesIn: (rows: Int32Array, top: Line, bottom: Line) => void
  /** Whether a group's figures go into it. */
  readonly relative: boolean
  /** The most that top and bottom can be, without sign. */
  readonly largestTop: number
  readonly largestBottom: number
  /** The least that bottom can be, where it is above zero. */
  readonly leastBottom: number
}

/** A constant, and the factors of the two own columns. */
export type Line = Float64Array

/** Undefined where the variable reads no own figure or more than two, or a column is not there. */
export function formsOf(
  { top, bottom, whole: wholeOnly }: Variable,
  columns: ReadonlyMap<string, Column>,
  largestGroup: number,
): Forms | undefined {
  const terms = [...top.terms, ...bottom.terms]
  const names = [...new Set(terms.filter(({ figure }) => figure === undefined).map(({ input }) => input))]
  const own = names.flatMap((name) => columns.get(name) ?? [])
  if (names.length === 0 || names.length > 2 || terms.some(({ input }) => !columns.has(input))) return undefined
  if (wholeOnly && own.some(({ places }) => places > 0)) return undefined
  const factorOf = ({ input, factor }: Term): Exact =>
    div(factor, whole(10n ** BigInt(columns.get(input)?.places ?? 0)))
  const scale = commonDenominator([top.constant, bottom.constant, ...terms.map(factorOf)])
  const scaled = (value: Exact): number => Number((value.n * scale) / value.d)
  const perHead = terms.some(({ figure }) => figure === 'mean')
  const heads = perHead ? largestGroup : 1
  const grouped = [...new Set(terms.filter(({ figure }) => figure).map(({ input }) => columns.get(input)))].flatMap(
    (column) => (column ? [{ column, figures: { max: 0, min: 0, sum: 0 } }] : []),
  )
  const read = (linear: Linear): Read => {
    const sums = names.map((name) =>
      linear.terms
        .filter(({ input, figure }) => input === name && figure === undefined)
        .reduce((total, term) => total + scaled(factorOf(term)), 0),
    )
    return {
      constant: scaled(linear.constant),
      first: sums[0] ?? 0,
      second: sums[1] ?? 0,
      group: linear.terms.flatMap((term) => {
        const found = grouped.find(({ column }) => column === columns.get(term.input))
        return term.figure && found ? [{ ...found, figure: term.figure, factor: scaled(factorOf(term)) }] : []
      }),
    }
  }
  const largest = ({ constant, first, second, group }: Read): number =>
    heads * (Math.abs(constant) + Math.abs(first) * sizeOf(own[0]) + Math.abs(second) * sizeOf(own[1])) +
    group.reduce((s, g) => s + Math.abs(g.factor) * largestOf(g.column) * reach(g.figure, largestGroup, heads), 0)
  const [upper, lower] = [read(top), read(bottom)]
  return {
    own,
    relative: grouped.length > 0,
    largestTop: largest(upper),
    largestBottom: largest(lower),
    leastBottom: bottom.terms.length === 0 && !perHead ? largest(lower) : 1,
    linesIn: (rows, intoTop, intoBottom) => {
      const units = perHead ? rows.length : 1
      for (const { column, figures } of grouped) figuresOf(column, rows, figures)
      write(upper, units, intoTop)
      write(lower, units, intoBottom)
    },
  }
}

/** A linear form in whole numbers. */
interface Read {
  readonly constant: number
  readonly first: number
  readonly second: number
  readonly group: readonly {
    readonly column: Column
    readonly figures: Figures
    readonly figure: GroupFigure
    readonly factor: number
  }[]
}

/** A mean is the sum where all else is taken as many times as there are units. */
function write({ constant, first, second, group }: Read, units: number, into: Line): void {
  let start = constant * units
  for (const { figures, figure, factor } of group)
    start += factor * (figure === 'mean' ? figures.sum : figures[figure] * units)
  into[0] = start
  into[1] = first * units
  into[2] = second * units
}

const sizeOf = (column: Column | undefined): number => (column ? largestOf(column) : 0)

const reach = (figure: GroupFigure, units: number, heads: number): number =>
  figure === 'mean' ? units : figure === 'sum' ? units * heads : heads
