import { compare, type Exact, type ExactText, exact, printExact } from '../../kernel/exact.ts'
import { evaluate } from '../evaluate.ts'
import type { Facts, FactValue } from '../facts.ts'
import { givenOf } from '../given.ts'
import { inputsOf } from '../inputs.ts'
import type { StoredRule } from '../model.ts'
import { type Axis, axisOf, reachOf } from './axis.ts'
import { countsShown } from './counts.ts'
import { figureOf } from './figure.ts'
import { clipped, type Point, type PointsAt, type Stretches, stretchesOf } from './stretches.ts'

interface Place {
  readonly x: ExactText
  readonly y: ExactText
}

/**
 * What a rule gives along the one figure it measures, all else as the facts say. Between two edges it is the straight line of
 * `stretches`, whose ends are limits and not yet values; the value on an edge is in `points`, and an edge that has none there
 * cannot be scored as the sentence stands. A rule that counts whole things has points only.
 */
export interface Curve {
  /** 完成率, or the figure's name. */
  readonly measure: string
  readonly unit: string
  readonly own: Place
  readonly axis: { readonly from: ExactText; readonly to: ExactText }
  /** Where the points break or bend, rising. */
  readonly edges: readonly ExactText[]
  readonly stretches: readonly { readonly from: Place; readonly to: Place }[]
  readonly points: readonly Place[]
}

/** Null where no one figure moves the points, a fact is missing, or the unit's own value has no score or lies beyond drawing. */
export function curveOf(stored: Pick<StoredRule, 'rule' | 'answers'>, facts: Facts): Curve | null {
  const inputs = inputsOf(stored.rule)
  const checked = givenOf(inputs, facts)
  if (checked.kind !== 'given' || Object.values(facts.inputs).some(hasAnswered)) return null
  const figure = figureOf(stored.rule, inputs, checked.given)
  if (figure === undefined) return null
  const { called, unit, own, input, fact, bends } = figure
  const at: PointsAt = (x) => {
    const outcome = evaluate(stored, { ...facts, inputs: { ...facts.inputs, [input]: fact(x) } })
    return outcome.status === 'scored' && outcome.fullMark === facts.fullMark ? exact(outcome.points) : undefined
  }
  if (bends === undefined) return drawn(called, unit, own, at, (value) => countsShown(at, value))
  return drawn(called, unit, own, at, (value) => {
    const reach = reachOf(bends, value)
    if (compare(value, reach.from) < 0 || compare(reach.to, value) < 0) return undefined
    const all = stretchesOf(at, bends.at, reach.from, reach.to)
    const axis = axisOf(all, bends, value, unit, checked.given.fullMark)
    return { axis, ...clipped(all, axis.from, axis.to) }
  })
}

/** Some unit's rate hangs on an answer: the edges would lie elsewhere for each. */
const hasAnswered = (fact: FactValue): boolean => fact.kind === 'group' && fact.byAnswer !== undefined

type Shown = Stretches & { readonly axis: Axis }

function drawn(
  measure: string,
  unit: string,
  own: Exact,
  at: PointsAt,
  show: (own: Exact) => Shown | undefined,
): Curve | null {
  const y = at(own)
  const shown = y && show(own)
  if (!y || !shown) return null
  return {
    measure,
    unit,
    own: place({ x: own, y }),
    axis: { from: printExact(shown.axis.from), to: printExact(shown.axis.to) },
    edges: shown.edges.map(printExact),
    stretches: shown.stretches.map(({ from, to }) => ({ from: place(from), to: place(to) })),
    points: shown.points.map(place),
  }
}

const place = ({ x, y }: Point): Place => ({ x: printExact(x), y: printExact(y) })
