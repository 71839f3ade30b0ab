import {
  add,
  ceil,
  compare,
  div,
  type Exact,
  floor,
  isWhole,
  max,
  min,
  mul,
  sign,
  sum,
  whole,
} from '../../kernel/exact.ts'
import type { End, GroupFigure, Linear, Piece, Shape, Term } from './shape.ts'

/** A unit's own figures by input, and those of all units of its group. */
export interface ShapeInputs {
  readonly own: ReadonlyMap<string, Exact>
  readonly group?: ReadonlyMap<string, readonly Exact[]>
}

/** The exact reading of a shape; undefined where it is unsettled. The packed kernel is held equal to it. */
export function pointsAt({ variable, pieces }: Shape, inputs: ShapeInputs): Exact | undefined {
  if (variable.whole && [...inputs.own.values()].some((value) => !isWhole(value))) return undefined
  const bottom = reading(variable.bottom, inputs)
  if (sign(bottom) <= 0) return undefined
  const x = div(reading(variable.top, inputs), bottom)
  const piece = pieces.find(({ to }) => to === undefined || within(x, to))
  return piece?.kind === 'points' ? pointsOn(piece, x) : undefined
}

const within = (x: Exact, { at, included }: End): boolean => {
  const order = compare(x, at)
  return order < 0 || (order === 0 && included)
}

const reading = ({ constant, terms }: Linear, inputs: ShapeInputs): Exact =>
  add(constant, sum(terms.map((term) => mul(term.factor, needed(inputs, term)))))

function needed({ own, group }: ShapeInputs, { input, figure }: Term): Exact {
  const value = figure ? figureOf(figure, group?.get(input) ?? []) : own.get(input)
  if (value === undefined) throw new RangeError(`a shape reads an input that is not there: ${input}`)
  return value
}

const figureOf = (figure: GroupFigure, values: readonly Exact[]): Exact | undefined => {
  const [first, ...rest] = values
  if (first === undefined) return undefined
  if (figure === 'max' || figure === 'min') return rest.reduce(figure === 'max' ? max : min, first)
  return figure === 'sum' ? sum(values) : div(sum(values), whole(values.length))
}

function pointsOn(
  { base, slope, stair, atLeast, atMost }: Extract<Piece, { readonly kind: 'points' }>,
  x: Exact,
): Exact {
  const steps = stair && (stair.rounding === 'floor' ? floor : ceil)(div(x, stair.size))
  const line = add(base, mul(slope, x))
  const raw = stair && steps ? add(line, mul(stair.points, steps)) : line
  const low = atLeast ? max(raw, atLeast) : raw
  return atMost ? min(low, atMost) : low
}
