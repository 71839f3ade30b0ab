import { compare, equal, isWhole, parseExact, printExact, sign, sub, zero } from '../kernel/exact.ts'
import { caseFacts, outcomeWords, type WorkedCase } from './cases.ts'
import { distinct, fewest, hasRoom, readScale, type Scale, samplePoint, scaleOf } from './coverage-scale.ts'
import { evaluate } from './evaluate.ts'
import type { RuleInput } from './facts.ts'
import { inputsOf } from './inputs.ts'
import type { StoredRule } from './model.ts'
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
  /** Whether an example lies between the threshold before and this one, on it, between it and the next one; so too where none can lie. */
  readonly below: boolean
  readonly on: boolean
  readonly above: boolean
}

type Rule = Pick<StoredRule, 'rule' | 'answers'>

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
  // A figure whose thresholds lie above nothing is not shown to go below it: who knows that it does adds an example.
  const [first = zero] = edges
  const lowest = scale.least ?? (sign(first) < 0 ? sub(first, scale.step) : zero)
  return {
    measure: scale.called,
    thresholds: edges.map((edge, at) => ({
      at: printExact(edge),
      below: !hasRoom(scale, at) || covers({ at, side: 'below' }),
      on: covers({ at, side: 'on' }),
      above: !hasRoom(scale, at + 1) || covers({ at: at + 1, side: 'below' }),
    })),
    proposals: [
      ...[...edges, undefined].flatMap((edge, at): readonly WorkedCase[] => {
        const between = covers({ at, side: 'below' }) ? undefined : samplePoint(edges, at, scale.step)
        const on = edge === undefined || covers({ at, side: 'on' }) ? undefined : edge
        return [between, on].flatMap((value) => {
          const typed = value && compare(value, lowest) >= 0 ? scale.typed(value) : undefined
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
