import { add, compare, div, type Exact, equal, one, sub, whole, zero } from '../../../kernel/exact.ts'
import { bandEdges } from '../../../rule/measured.ts'
import type { AllOrNothingRule, Band, Measure, TiersRule } from '../../../rule/model.ts'
import type { Piece, Shape } from '../shape.ts'
import { constant, linear, measureOf, type ShapeGround } from './ground.ts'
import { merged, quantity, sampled, sampledWhole } from './sampled.ts'

export const tiersShape = (
  { measure, reference, between, bands, otherwise }: TiersRule,
  ground: ShapeGround,
): Shape | undefined =>
  reference || between || [...bands.map(({ award }) => award), otherwise].some((award) => award?.kind === 'rate')
    ? undefined
    : byEdges(measure, bands, ground)

export function allOrNothingShape({ when }: AllOrNothingRule, ground: ShapeGround): Shape | undefined {
  if (when.kind === 'compared') return undefined
  if (when.kind === 'band') return byEdges(when.measure, [when], ground)
  if (when.kind === 'fact')
    return sampledWhole(when.name, { from: 0, to: 1 }, (n) => ({ kind: 'fact', met: n === 1 }), ground)
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
  const edges = edgesOf(bands, ground)
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

const edgesOf = (bands: readonly Band[], { thresholds }: ShapeGround): readonly Exact[] =>
  bands
    .flatMap((band) => bandEdges(band, thresholds ? { thresholds } : {}))
    .sort(compare)
    .filter((edge, i, all) => i === 0 || !equal(edge, all[i - 1] ?? edge))
