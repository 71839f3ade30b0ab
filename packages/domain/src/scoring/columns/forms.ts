import { commonDenominator, div, type Exact, whole } from '../../kernel/exact.ts'
import type { Column } from './column.ts'
import { figuresOf } from './figures.ts'
import type { GroupFigure, Linear, Term, Variable } from './shape.ts'

/** A variable over the whole numbers of packed columns: top and bottom are both multiplied until all factors are whole. */
export interface Forms {
  /** Columns of the unit's own figures: none, one or two. */
  readonly own: readonly Column[]
  readonly top: Form
  readonly bottom: Form
  readonly relative: boolean
  /** The most that top can be without sign, and that bottom can be. */
  readonly largestTop: number
  readonly largestBottom: number
  /** The least that bottom can be, where it is above zero. */
  readonly leastBottom: number
}

export interface Form {
  /** What does not differ within a group. */
  readonly constantIn: (rows: Int32Array) => number
  /** Factors of the own columns, for a group of so many units. */
  readonly factors: (units: number) => readonly [number, number]
  readonly fixed: boolean
}

/** Undefined where the variable reads more than two own figures, or a column is not there. */
export function formsOf(
  { top, bottom, whole: wholeOnly }: Variable,
  columns: ReadonlyMap<string, Column>,
  largestGroup: number,
): Forms | undefined {
  const terms = [...top.terms, ...bottom.terms]
  const names = [...new Set(terms.filter(({ figure }) => figure === undefined).map(({ input }) => input))]
  const own = names.flatMap((name) => columns.get(name) ?? [])
  if (names.length > 2 || own.length < names.length || terms.some(({ input }) => !columns.has(input))) return undefined
  if (wholeOnly && own.some(({ places }) => places > 0)) return undefined
  const perHead = terms.some(({ figure }) => figure === 'mean')
  const factorOf = ({ input, factor }: Term): Exact => div(factor, tenTo(columns.get(input)?.places ?? 0))
  const scale = commonDenominator([top.constant, bottom.constant, ...terms.map(factorOf)])
  const scaled = (value: Exact): number => Number((value.n * scale) / value.d)
  const heads = perHead ? largestGroup : 1
  const make = (linear: Linear): { readonly form: Form; readonly largest: number } => {
    const group = linear.terms.flatMap(({ figure, ...term }) => {
      const column = columns.get(term.input)
      return figure && column ? [{ column, figure, factor: scaled(factorOf(term)) }] : []
    })
    const factors = names.map((name) =>
      linear.terms
        .filter(({ input, figure }) => input === name && figure === undefined)
        .reduce((total, term) => total + scaled(factorOf(term)), 0),
    )
    const [first = 0, second = 0] = factors
    const constant = scaled(linear.constant)
    const largest =
      heads * (Math.abs(constant) + factors.reduce((s, f, i) => s + Math.abs(f) * (own[i]?.largest ?? 0), 0)) +
      group.reduce((s, g) => s + Math.abs(g.factor) * g.column.largest * reach(g.figure, largestGroup, heads), 0)
    return {
      largest,
      form: {
        fixed: linear.terms.length === 0 && !perHead,
        factors: (units) => (perHead ? [first * units, second * units] : [first, second]),
        constantIn: (rows) => {
          const units = perHead ? rows.length : 1
          return group.reduce((total, { column, figure, factor }) => {
            const found = figuresOf(column, rows)
            return total + factor * (figure === 'mean' ? found.sum : found[figure] * units)
          }, constant * units)
        },
      },
    }
  }
  const [upper, lower] = [make(top), make(bottom)]
  return {
    own,
    top: upper.form,
    bottom: lower.form,
    relative: terms.some(({ figure }) => figure !== undefined),
    largestTop: upper.largest,
    largestBottom: lower.largest,
    leastBottom: lower.form.fixed ? lower.largest : 1,
  }
}

const reach = (figure: GroupFigure, units: number, heads: number): number =>
  figure === 'mean' ? units : figure === 'sum' ? units * heads : heads

const tenTo = (places: number): Exact => whole(10n ** BigInt(places))
