import { div, type Exact, hundred, max, mul, parseExact, printExact, sign, sub, zero } from '../../kernel/exact.ts'
import type { FactValue, RuleInput } from '../facts.ts'
import { methodOf } from '../methods.ts'
import type { Rule } from '../model.ts'
import { defaultActual, defaultTarget } from '../phrases.ts'
import { isGiven } from '../reference.ts'
import type { PlainFacts } from './plain-facts.ts'

/**
 * The figures of one method. A rate and whatever stands beside it come as decimals and are brought to the percent in which sentences
 * speak; a count of what is missing or over stands for a figure that far from its target.
 */
export function figureFacts(rule: Rule, facts: PlainFacts, counted: string | undefined): Record<string, FactValue> {
  const inputs = methodOf(rule).inputs(rule)
  const figures = figuresOf(rule, facts, counted)
  const values = inputs.flatMap((input): readonly (readonly [string, FactValue])[] => {
    const value = factOf(input, figures, 'counted' in rule)
    return value === undefined ? [] : [[input.name, value]]
  })
  return Object.fromEntries(values)
}

/** Exact figures in the unit of the sentence. */
interface Figures {
  readonly own?: Exact | undefined
  readonly target?: Exact | undefined
  readonly baseline?: Exact | undefined
  readonly count?: Exact | undefined
  readonly group?: readonly Exact[] | undefined
}

const read = (text: string | undefined): Exact | undefined => {
  const value = text === undefined ? undefined : parseExact(text)
  return value?.ok ? value.value : undefined
}

const percentUnit = (unit: string | undefined): boolean => unit === '%' || unit === '个百分点'

/** The unit in which the rule measures, and whether what it measures is itself a rate. */
function unitsOf(rule: Rule): {
  readonly inPercent: boolean
  readonly ofPoints: boolean
  readonly completion: boolean
} {
  const completion = 'measure' in rule && rule.measure.kind === 'rate'
  const steps = rule.kind === 'steps' ? rule.steps : []
  const ofPoints = steps.some(({ by }) => by.unit === '个百分点')
  const unit = methodOf(rule).inputs(rule)[0]?.unit
  return { inPercent: percentUnit(unit) || ofPoints, ofPoints, completion }
}

function figuresOf(rule: Rule, facts: PlainFacts, counted: string | undefined): Figures {
  const { inPercent, ofPoints, completion } = unitsOf(rule)
  const scale = (value: Exact | undefined) =>
    value && (inPercent || facts.rate !== undefined) ? mul(value, hundred) : value
  const [rate, actual, target] = [read(facts.rate), read(facts.actual), read(facts.target)]
  const group = facts.group?.flatMap((one) => scale(read(one)) ?? [])
  const besides = { baseline: scale(read(facts.baseline)), count: read(counted), group }
  const unnamed = 'measure' in rule && rule.measure.kind === 'input' && rule.measure.name === defaultActual
  if (completion) {
    if (rate) return { ...besides, own: mul(rate, hundred), target: hundred }
    return { ...besides, own: actual, target }
  }
  if (rate) return { ...besides, own: mul(rate, hundred), target: scale(target) ?? (unnamed ? hundred : undefined) }
  const quotient = inPercent && actual && target && sign(target) !== 0 && (unnamed || !againstTarget(rule))
  if (quotient && (ofPoints || !unnamed)) return { ...besides, own: mul(div(actual, target), hundred), target: hundred }
  const away = rule.kind === 'steps' && actual === undefined ? distance(rule.steps[0]?.side, besides.count) : undefined
  return away ? { ...besides, ...away } : { ...besides, own: scale(actual), target: scale(target) }
}

const againstTarget = (rule: Rule): boolean =>
  (rule.kind === 'steps' || rule.kind === 'diminishing') &&
  'input' in rule.reference &&
  rule.reference.input === defaultTarget

/** 每少1次 with 3 of them missing. */
const distance = (side: 'below' | 'above' | undefined, count: Exact | undefined): Figures | undefined => {
  if (count === undefined || side === undefined) return undefined
  return side === 'below' ? { own: zero, target: count } : { own: count, target: zero }
}

const rising = /^(?:增加|增长|提高|提升|上升|增|新增)/u

function factOf(input: RuleInput, figures: Figures, counts: boolean): FactValue | undefined {
  const { own, target, baseline, count, group } = figures
  if (input.kind === 'group') {
    const values = group ?? (baseline ? [baseline] : undefined)
    return values && { kind: 'group', values: values.map(printExact) }
  }
  if (input.kind === 'count') {
    const n = count ?? own
    return n && { kind: 'count', n: printExact(n) }
  }
  if (input.part === 'baseline' || isGiven.test(input.name)) return quantity(baseline ?? meanOf(group) ?? target)
  if (input.role === 'target') return quantity(target)
  if (counts && rising.test(input.name)) return quantity(count ?? grown(own, baseline ?? target))
  return quantity(own ?? count)
}

const quantity = (value: Exact | undefined): FactValue | undefined =>
  value && { kind: 'quantity', value: printExact(value) }

const meanOf = (group: readonly Exact[] | undefined): Exact | undefined =>
  group === undefined || group.length === 0
    ? undefined
    : div(
        group.reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })),
        { n: BigInt(group.length), d: 1n },
      )

/** 每增加1个百分点 counts the increase, and none where there is a fall. */
const grown = (own: Exact | undefined, from: Exact | undefined): Exact | undefined =>
  own && (from ? max(zero, sub(own, from)) : own)
