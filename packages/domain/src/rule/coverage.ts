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
  parseExact,
  printExact,
  sign,
  sub,
  whole,
} from '../kernel/exact.ts'
import { caseFacts, outcomeWords, type WorkedCase } from './cases.ts'
import { countsShown } from './curve/counts.ts'
import { evaluate } from './evaluate.ts'
import type { RuleInput } from './facts.ts'
import { givenOf } from './given.ts'
import { inputsOf } from './inputs.ts'
import { methodOf } from './methods.ts'
import type { Measure, StoredRule } from './model.ts'
import { sayMeasure } from './phrases.ts'
import { saySentence } from './say.ts'

/** What worked examples show of a rule and what they leave out. */
export interface Coverage {
  /** 完成率, or the figure's name; absent where no one figure moves the points. */
  readonly measure?: string
  readonly thresholds: readonly Threshold[]
  /** One for everything that no example shows, with what the rule makes of it: for a person to confirm or to reject. */
  readonly proposals: readonly WorkedCase[]
}

export interface Threshold {
  readonly at: string
  /** Whether an example lies between the threshold before and this one, on it, between it and the next one. */
  readonly below: boolean
  readonly on: boolean
  readonly above: boolean
}

type Rule = Pick<StoredRule, 'rule' | 'answers'>

/** Of thresholds that repeat (每低1个百分点) the outermost two of each side say what the others do. */
const mostThresholds = 6

/**
 * Every threshold below, at and above, each fact true and false, each level once. Figures that an example must name beside the one that
 * is measured are those of `ground`, else round ones (目标值 100).
 */
export function coverageOf(
  stored: Rule,
  fullMark: string,
  cases: readonly WorkedCase[],
  ground: WorkedCase['given'] = {},
): Coverage {
  const inputs = inputsOf(stored.rule)
  const base = Object.fromEntries(inputs.map((input) => [input.name, ground[input.name] ?? usual(input, fullMark)]))
  const scale = scaleOf(stored, fullMark, inputs, base)
  const shown = new Set(cases.flatMap(({ given }) => wordsShown(inputs, given)))
  const worded = inputs.flatMap((input) =>
    choicesOf(input).flatMap((word) =>
      shown.has(`${input.name}=${word}`) ? [] : [proposal(stored, fullMark, { ...base, [input.name]: word })],
    ),
  )
  if (!scale) return { thresholds: [], proposals: worded }
  const places = cases.flatMap(({ given }) => placeIn(stored, fullMark, inputs, given, scale) ?? [])
  const covers = (place: Place): boolean => places.some((each) => each.at === place.at && each.side === place.side)
  const { edges } = scale
  return {
    measure: scale.called,
    thresholds: edges.map((edge, at) => ({
      at: printExact(edge),
      below: covers({ at, side: 'below' }),
      on: covers({ at, side: 'on' }),
      above: covers({ at: at + 1, side: 'below' }),
    })),
    proposals: [
      ...[...edges, undefined].flatMap((edge, at): readonly WorkedCase[] => {
        const between = covers({ at, side: 'below' }) ? undefined : samplePoint(edges, at, scale.step)
        const on = edge === undefined || covers({ at, side: 'on' }) ? undefined : edge
        return [between, on].flatMap((value) => {
          const typed = value && sign(value) >= 0 ? scale.typed(value) : undefined
          return typed === undefined ? [] : [proposal(stored, fullMark, { ...base, [scale.input]: typed })]
        })
      }),
      ...worded,
    ],
  }
}

function proposal(stored: Rule, fullMark: string, given: WorkedCase['given']): WorkedCase {
  const outcome = evaluate(stored, caseFacts(stored, fullMark, given))
  const [loss] = outcome.status === 'scored' ? outcome.trace.losses : []
  const score = outcomeWords(outcome)
  return { given, score, clause: loss?.clause ?? saySentence(stored.rule).replace(/。$/, '') }
}

/** A fact is true or false, of levels each is given once; other inputs have no words of their own. */
const choicesOf = ({ kind, single, entries = [] }: RuleInput): readonly string[] => {
  if (kind === 'fact') return ['是', '否']
  return kind === 'checklist' ? [...entries.map(({ key }) => key), ...(single ? [] : ['无'])] : []
}

const wordsShown = (inputs: readonly RuleInput[], given: WorkedCase['given']): readonly string[] =>
  inputs.flatMap(({ name, kind }) =>
    (kind === 'checklist' ? (given[name] ?? '').split('、') : [given[name] ?? '']).map((word) => `${name}=${word}`),
  )

const usual = (input: RuleInput, fullMark: string): string => {
  switch (input.kind) {
    case 'fact':
      return input.adverse ? '否' : '是'
    case 'checklist':
      return input.single ? (input.entries?.[0]?.key ?? '无') : '无'
    case 'count':
      return '0'
    case 'judgement':
      return fullMark
    case 'group':
      return '80、100、120'
    case 'quantity':
      return input.part === 'rank' || input.part === 'coefficient' ? '1' : '100'
  }
}

/** The one figure that moves the points and the values at which they break or bend, rising. */
interface Scale {
  readonly called: string
  readonly input: string
  readonly edges: readonly Exact[]
  readonly step: Exact
  /** A value on the scale as an example writes it; nothing where no decimal says it, or a count is not whole. */
  readonly typed: (value: Exact) => string | undefined
}

function scaleOf(
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

/** Whole counts break where the points stop moving, and at none. */
function countScale(
  stored: Rule,
  fullMark: string,
  { name }: RuleInput,
  given: WorkedCase['given'],
): Scale | undefined {
  const { points } = countsShown((n) => {
    const outcome = evaluate(stored, caseFacts(stored, fullMark, { ...given, [name]: printExact(n) }))
    return outcome.status === 'scored' ? exact(outcome.points) : undefined
  }, whole(0)) ?? { points: [] }
  const moves = points.slice(1).flatMap(({ x, y }, at) => (equal(y, points[at]?.y ?? y) ? [] : [x]))
  const edges = fewest(distinct([whole(0), ...moves]))
  return {
    called: name,
    input: name,
    edges,
    step: whole(1),
    typed: (value) => (isWhole(value) ? decimal(value) : undefined),
  }
}

const decimal = (value: Exact): string | undefined => {
  const printed = printExact(value)
  return printed.includes('/') ? undefined : printed
}

const nameOf = (measure: Measure): string => (measure.kind === 'rate' ? measure.actual : measure.name)

function readScale(stored: Rule, fullMark: string, inputs: readonly RuleInput[], given: WorkedCase['given']) {
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

const distinct = (values: readonly Exact[]): readonly Exact[] =>
  [...values].sort(compare).filter((value, at, all) => at === 0 || !equal(value, all[at - 1] ?? value))

const fewest = (edges: readonly Exact[]): readonly Exact[] =>
  edges.length <= mostThresholds ? edges : [...edges.slice(0, 2), ...edges.slice(-2)]

interface Place {
  /** The threshold, or for `below` the stretch that ends at it; one past the last is the stretch above all. */
  readonly at: number
  readonly side: 'on' | 'below'
}

/** Where an example lies; its own thresholds are its own target's. */
function placeIn(
  stored: Rule,
  fullMark: string,
  inputs: readonly RuleInput[],
  given: WorkedCase['given'],
  { edges: usualEdges, input }: Scale,
): Place | undefined {
  const read =
    inputs.length === 1 && inputs[0]?.kind === 'count' ? undefined : readScale(stored, fullMark, inputs, given)
  const typed = parseExact(given[input] ?? '')
  const count = typed.ok && isWhole(typed.value) && sign(typed.value) >= 0 ? typed.value : undefined
  const [own, edges] = read ? [read.own, fewest(distinct(read.at))] : [count, usualEdges]
  if (!own || edges.length !== usualEdges.length) return undefined
  const next = edges.findIndex((edge) => compare(own, edge) <= 0)
  const edge = edges[next]
  return edge && equal(own, edge) ? { at: next, side: 'on' } : { at: next < 0 ? edges.length : next, side: 'below' }
}

/** A round value inside the stretch that ends at the threshold `at`; nothing where whole counts leave no room. */
function samplePoint(edges: readonly Exact[], at: number, step: Exact): Exact | undefined {
  const [low, high] = [edges[at - 1], edges[at]]
  if (low === undefined) return high && sub(high, step)
  if (high === undefined) return add(low, step)
  const half = div(sub(high, low), whole(2))
  return add(low, min(half, step))
}
