import { add, ceil, compare, div, type Exact, floor, isWhole, max, min, mul, sign, sum } from '../../kernel/exact.ts'
import type { End, Linear, Piece, Shape } from './shape.ts'

/** The exact reading of a shape; undefined where it is unsettled. The packed kernel is held equal to it. */
export function pointsAt({ variable, pieces }: Shape, inputs: ReadonlyMap<string, Exact>): Exact | undefined {
  if (variable.whole && [...inputs.values()].some((value) => !isWhole(value))) return undefined
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

function reading({ constant, terms }: Linear, inputs: ReadonlyMap<string, Exact>): Exact {
  return add(constant, sum(terms.map(({ input, factor }) => mul(factor, needed(inputs, input)))))
}

function needed(inputs: ReadonlyMap<string, Exact>, name: string): Exact {
  const value = inputs.get(name)
  if (value === undefined) throw new RangeError(`a shape reads an input that is not there: ${name}`)
  return value
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
