import {
  add,
  compare,
  div,
  type Exact,
  equal,
  exact,
  one,
  printExact,
  sub,
  whole,
  zero,
} from '../../../kernel/exact.ts'
import { evaluate } from '../../../rule/evaluate.ts'
import type { FactValue } from '../../../rule/facts.ts'
import type { AllOrNothingRule, Band, Measure, TiersRule } from '../../../rule/model.ts'
import type { Piece, Shape } from '../shape.ts'
import { constant, level, linear, measureOf, type ShapeGround, unsettled } from './ground.ts'

export const tiersShape = ({ measure, bands }: TiersRule, ground: ShapeGround): Shape => byEdges(measure, bands, ground)

export function allOrNothingShape({ when }: AllOrNothingRule, ground: ShapeGround): Shape | undefined {
  if (when.kind === 'band') return byEdges(when.measure, [when], ground)
  if (when.kind === 'fact') return undefined
  const at = (actual: Exact): Piece =>
    sampled({ [when.actual]: quantity(actual), [when.target]: quantity(zero) }, ground)
  return {
    variable: { top: linear([one, when.actual], [sub(zero, one), when.target]), bottom: constant(one) },
    pieces: [
      { ...at(sub(zero, one)), to: { at: zero, included: false } },
      { ...at(zero), to: { at: zero, included: true } },
      at(one),
    ],
  }
}

/**
 * A rule that changes only at the edges of its bands is asked at every edge and once between and beyond each two: no other value can
 * behave differently.
 */
function byEdges(measure: Measure, bands: readonly Band[], ground: ShapeGround): Shape {
  const edges = edgesOf(bands)
  const at = (value: Exact): Piece =>
    measure.kind === 'input'
      ? sampled({ [measure.name]: quantity(value) }, ground)
      : sampled({ [measure.actual]: quantity(value), [measure.target]: quantity(whole(100)) }, ground)
  const pieces = edges.flatMap((edge, i): readonly Piece[] => {
    const below = edges[i - 1]
    const between = below ? div(add(below, edge), whole(2)) : sub(edge, one)
    return [
      { ...at(between), to: { at: edge, included: false } },
      { ...at(edge), to: { at: edge, included: true } },
    ]
  })
  const last = edges.at(-1)
  return { variable: measureOf(measure), pieces: merged([...pieces, at(last ? add(last, one) : zero)]) }
}

const edgesOf = (bands: readonly Band[]): readonly Exact[] =>
  bands
    .flatMap(({ from, to }) => [from, to])
    .flatMap((edge) => (edge ? [exact(edge.value)] : []))
    .sort(compare)
    .filter((edge, i, all) => i === 0 || !equal(edge, all[i - 1] ?? edge))

const quantity = (value: Exact): FactValue => ({ kind: 'quantity', value: printExact(value) })

function sampled(inputs: Readonly<Record<string, FactValue>>, { stored, fullMark }: ShapeGround): Piece {
  const outcome = evaluate(stored, { fullMark: printExact(fullMark), inputs })
  return outcome.status === 'scored' && outcome.fullMark === printExact(fullMark)
    ? level(exact(outcome.points))
    : unsettled
}

/** Neighbours that give the same are one piece. */
const merged = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter((piece, i) => {
    const next = pieces[i + 1]
    if (next === undefined) return true
    if (piece.kind === 'unsettled' || next.kind === 'unsettled') return piece.kind !== next.kind
    return !equal(piece.base, next.base)
  })
