import { type Exact, equal, exact, one, printExact, whole } from '../../../kernel/exact.ts'
import { evaluate } from '../../../rule/evaluate.ts'
import type { FactValue } from '../../../rule/facts.ts'
import type { Piece, Shape } from '../shape.ts'
import { constant, level, linear, type ShapeGround, unsettled } from './ground.ts'

/** What the method itself says at one point. */
export function sampled(
  inputs: Readonly<Record<string, FactValue>>,
  { stored, fullMark, thresholds }: ShapeGround,
): Piece {
  const mark = printExact(fullMark)
  const outcome = evaluate(stored, { fullMark: mark, inputs, ...(thresholds && { thresholds }) })
  return outcome.status === 'scored' && outcome.fullMark === mark ? level(exact(outcome.points)) : unsettled
}

/** Whole numbers at which a rule is asked; `onwards` where it says the same from `to` on as at `to`. */
interface Asked {
  readonly from: number
  readonly to: number
  readonly onwards?: true
}

/** A rule of one input that is a whole number, asked number by number; unsettled elsewhere. */
export function sampledWhole(
  name: string,
  { from, to, onwards }: Asked,
  factOf: (n: number) => FactValue,
  ground: ShapeGround,
): Shape {
  const at = (n: number): Piece => sampled({ [name]: factOf(n) }, ground)
  const ended = Array.from({ length: to - from + (onwards ? 0 : 1) }, (_, i): Piece => {
    const n = from + i
    return { ...at(n), to: { at: whole(n), included: true } }
  })
  return {
    variable: { top: linear([one, name]), bottom: constant(one), whole: true },
    pieces: merged([
      { ...unsettled, to: { at: whole(from), included: false } },
      ...ended,
      onwards ? at(to) : unsettled,
    ]),
  }
}

/** Neighbours that give the same are one piece. */
export const merged = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter((piece, i) => {
    const next = pieces[i + 1]
    return next === undefined || !sameLevel(piece, next)
  })

const sameLevel = (a: Piece, b: Piece): boolean =>
  a.kind === 'unsettled' || b.kind === 'unsettled' ? a.kind === b.kind : equal(a.base, b.base)

export const quantity = (value: Exact): FactValue => ({ kind: 'quantity', value: printExact(value) })
