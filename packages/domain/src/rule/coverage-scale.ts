import {
  add,
  compare,
  div,
  type Exact,
  equal,
  exact,
  hundred,
  isWhole,
  min,
  mul,
  one,
  printExact,
  sign,
  sub,
  whole,
  zero,
} from '../kernel/exact.ts'
import { caseFacts, type WorkedCase } from './cases.ts'
import { countsShown } from './curve/counts.ts'
import { evaluate } from './evaluate.ts'
import type { RuleInput } from './facts.ts'
import { givenOf } from './given.ts'
import { methodOf } from './methods.ts'
import type { Measure, StoredRule } from './model.ts'
import { sayMeasure } from './phrases.ts'

type Rule = Pick<StoredRule, 'rule' | 'answers'>

/** Of thresholds that repeat (每低1个百分点) the outermost two of each side say what the others do. */
const mostThresholds = 6

/** The one figure that moves the points and the values at which they break or bend, rising. */
export interface Scale {
  readonly called: string
  readonly input: string
  readonly edges: readonly Exact[]
  readonly step: Exact
  /** Of counts and ranks, the least there is. */
  readonly least?: Exact
  /** A value on the scale as an example writes it; nothing where no decimal says it, or a count is not whole. */
  readonly typed: (value: Exact) => string | undefined
}

export function scaleOf(
  stored: Rule,
  fullMark: string,
  inputs: readonly RuleInput[],
  given: WorkedCase['given'],
): Scale | undefined {
  const [only, ...others] = inputs
  if (only?.kind === 'count' && others.length === 0) return countScale(stored, fullMark, only, given)
  const read = readScale(stored, fullMark, inputs, given)
  if (!read) return undefined
  const { measure, at, target } = read
  const edges = fewest(distinct(at))
  return {
    called: sayMeasure(measure),
    input: nameOf(measure),
    edges,
    step: whole(1),
    typed: (value) => decimal(div(mul(value, target), hundred)),
  }
}

/** Whole counts break where the points stop moving, and at none; ranks at the first. */
function countScale(
  stored: Rule,
  fullMark: string,
  { name, part }: RuleInput,
  given: WorkedCase['given'],
): Scale | undefined {
  const least = part === 'rank' ? one : zero
  const { points } = countsShown((n) => {
    const outcome = evaluate(stored, caseFacts(stored, fullMark, { ...given, [name]: printExact(n) }))
    return outcome.status === 'scored' ? exact(outcome.points) : undefined
  }, whole(0)) ?? { points: [] }
  const moves = points.slice(1).flatMap(({ x, y }, at) => (equal(y, points[at]?.y ?? y) ? [] : [x]))
  const edges = fewest(distinct([least, ...moves]))
  return {
    called: name,
    input: name,
    edges,
    step: one,
    least,
    typed: (value) => (isWhole(value) ? decimal(value) : undefined),
  }
}

const decimal = (value: Exact): string | undefined => {
  const printed = printExact(value)
  return printed.includes('/') ? undefined : printed
}

const nameOf = (measure: Measure): string => (measure.kind === 'rate' ? measure.actual : measure.name)

export function readScale(stored: Rule, fullMark: string, inputs: readonly RuleInput[], given: WorkedCase['given']) {
  const checked = givenOf(inputs, caseFacts(stored, fullMark, given))
  if (checked.kind !== 'given') return undefined
  const bends = methodOf(stored.rule).bends?.(stored.rule, checked.given)
  if (!bends) return undefined
  const { measure } = bends
  const target = measure.kind === 'rate' ? checked.given.number(measure.target) : hundred
  if (sign(target) <= 0) return undefined
  const own = div(mul(checked.given.number(nameOf(measure)), hundred), target)
  return { measure, at: bends.at, target, own }
}

export const distinct = (values: readonly Exact[]): readonly Exact[] =>
  [...values].sort(compare).filter((value, at, all) => at === 0 || !equal(value, all[at - 1] ?? value))

export const fewest = (edges: readonly Exact[]): readonly Exact[] =>
  edges.length <= mostThresholds ? edges : [...edges.slice(0, 2), ...edges.slice(-2)]

/** Whether a figure may lie in the stretch that ends at the threshold `at`: between two counts that follow each other there is none. */
export function hasRoom({ edges, least }: Scale, at: number): boolean {
  const edge = edges[at]
  if (least === undefined || edge === undefined) return true
  const before = edges[at - 1]
  return before === undefined ? compare(edge, least) > 0 : compare(sub(edge, before), one) > 0
}

/** A round value inside the stretch that ends at the threshold `at`; nothing where whole counts leave no room. */
export function samplePoint(edges: readonly Exact[], at: number, step: Exact): Exact | undefined {
  const [low, high] = [edges[at - 1], edges[at]]
  if (low === undefined) {
    // Below 0.5‰ there is 0.25‰, and nothing below none.
    const below = high && sub(high, step)
    return below && sign(below) < 0 && sign(high) > 0 ? div(high, whole(2)) : below
  }
  if (high === undefined) return add(low, step)
  const half = div(sub(high, low), whole(2))
  return add(low, min(half, step))
}
