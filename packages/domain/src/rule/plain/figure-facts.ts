import {
  add,
  compare,
  div,
  type Exact,
  exact,
  hundred,
  max,
  mul,
  parseExact,
  printExact,
  sign,
  sub,
  zero,
} from '../../kernel/exact.ts'
import { type Change, changeNamed } from '../change.ts'
import type { FactValue, RuleInput } from '../facts.ts'
import { methodOf } from '../methods.ts'
import type { Formula, Rule, StepsRule } from '../model.ts'
import { defaultActual, defaultTarget } from '../phrases.ts'
import { isOnTime } from '../reading/read-tiers.ts'
import { isGiven } from '../reference.ts'
import { expressionFigure } from './expression-facts.ts'
import type { PlainFacts } from './plain-facts.ts'

/**
 * The figures of one method. A rate and whatever stands beside it come as decimals and are brought to the percent in which sentences
 * speak; a count of what is missing or over stands for a figure that far from its target.
 */
export function figureFacts(rule: Rule, facts: PlainFacts, counted: string | undefined): Record<string, FactValue> {
  if (rule.kind === 'inPercent') return figureFacts(rule.rule, facts, counted)
  const inputs = methodOf(rule).inputs(rule)
  const figures = figuresOf(rule, facts, counted)
  const names = inputs.map(({ name }) => name)
  const several = rule.kind === 'expression' && inputs.filter(({ kind }) => kind === 'quantity').length > 1
  const values = inputs.flatMap((input): readonly (readonly [string, FactValue])[] => {
    const value =
      several && input.kind === 'quantity'
        ? quantity(expressionFigure(input.name, names, figures))
        : factOf(input, figures, rule)
    return value === undefined ? [] : [[input.name, value]]
  })
  return Object.fromEntries(values)
}

/** Exact figures in the unit of the sentence. */
interface Figures {
  readonly own?: Exact | undefined
  /** The figure was given as a rate, and so was what stands beside it. */
  readonly asRate?: boolean
  readonly target?: Exact | undefined
  readonly baseline?: Exact | undefined
  readonly count?: Exact | undefined
  readonly group?: readonly Exact[] | undefined
}

const read = (text: string | undefined): Exact | undefined => {
  const value = text === undefined ? undefined : parseExact(text)
  return value?.ok ? value.value : undefined
}

const [one, two, thousand] = [exact('1'), exact('2'), exact('1000')]

const percentUnit = (unit: string | undefined): boolean => unit === '%' || unit === '个百分点'

const unitOf = (rule: Rule): string | undefined => methodOf(rule).inputs(rule)[0]?.unit

/** The unit in which the rule measures, and whether what it measures is itself a rate. */
function unitsOf(rule: Rule): {
  readonly inPercent: boolean
  /** What one whole is in the sentence's unit: a hundred percent, a thousand per mille. */
  readonly whole: Exact
  readonly ofPoints: boolean
  readonly completion: boolean
} {
  const completion = 'measure' in rule && rule.measure.kind === 'rate'
  const steps = rule.kind === 'steps' ? rule.steps : []
  const ofPoints = steps.some(({ by }) => by.unit === '个百分点')
  const unit = unitOf(rule)
  const inMille = unit === '‰' || steps.some(({ by }) => by.unit === '‰')
  if (rule.kind === 'expression')
    return { inPercent: false, whole: inHundreds(rule.formula) ? hundred : one, ofPoints: false, completion: false }
  return {
    inPercent: percentUnit(unit) || ofPoints || inMille,
    whole: inMille ? thousand : hundred,
    ofPoints,
    completion,
  }
}

/** （满意率－80）×0.2, 完成率÷100: a formula that counts a rate in percent; （1－未完成率）×分值 takes it as it is. */
function inHundreds(formula: Formula): boolean {
  if (!('left' in formula)) return false
  const { op, left, right } = formula
  const isLarge = (part: Formula): boolean =>
    part.op === 'number' && part.unit === undefined && compare(exact(part.value), two) > 0
  if ((op === 'add' || op === 'sub') && (isLarge(left) || isLarge(right))) return true
  if (op === 'div' && right.op === 'number' && right.value === '100') return true
  return inHundreds(left) || inHundreds(right)
}

function figuresOf(rule: Rule, facts: PlainFacts, counted: string | undefined): Figures {
  const { inPercent, whole, ofPoints, completion } = unitsOf(rule)
  const scale = (value: Exact | undefined) =>
    value && (inPercent || facts.rate !== undefined) ? mul(value, whole) : value
  const [rate, actual, target] = [read(facts.rate), read(facts.actual), read(facts.target)]
  const group = facts.group?.flatMap((one) => scale(read(one)) ?? [])
  const besides = { baseline: scale(read(facts.baseline)), count: read(counted), group, asRate: rate !== undefined }
  const change = ownName(rule) === undefined ? undefined : changeNamed(ownName(rule) as string)
  const changed =
    change &&
    besides.baseline &&
    changeFrom(change, scale(rate ?? actual), besides.baseline, rate === undefined && unitOf(rule) === '%')
  if (changed) return { ...besides, own: changed }
  const unnamed = 'measure' in rule && rule.measure.kind === 'input' && rule.measure.name === defaultActual
  if (completion) {
    if (rate) return { ...besides, own: mul(rate, hundred), target: hundred }
    return { ...besides, own: actual, target }
  }
  const completed = unnamed || (paysForDone(rule) && againstTarget(rule) && !isRate.test(ownName(rule) ?? ''))
  if (rate) return { ...besides, own: mul(rate, whole), target: scale(target) ?? (completed ? whole : undefined) }
  const quotient = inPercent && actual && target && sign(target) !== 0 && (unnamed || !againstTarget(rule))
  if (quotient && (ofPoints || !unnamed)) return { ...besides, own: mul(div(actual, target), whole), target: whole }
  if (rule.kind === 'tiers' && facts.level !== undefined && isOnTime(rule.measure, facts.level))
    return { ...besides, own: zero }
  const away = rule.kind === 'steps' && actual === undefined ? distance(rule, besides.count) : undefined
  return away ? { ...besides, ...away } : { ...besides, own: scale(actual), target: scale(target) }
}

const againstTarget = (rule: Rule): boolean =>
  (rule.kind === 'steps' || rule.kind === 'diminishing') &&
  'input' in rule.reference &&
  rule.reference.input === defaultTarget

/** 每少1次 with 3 of them missing: that far from what the sentence asks for. */
function distance({ reference, steps }: StepsRule, count: Exact | undefined): Figures | undefined {
  const side = steps[0]?.side
  if (count === undefined || side === undefined) return undefined
  if ('value' in reference) {
    const asked = exact(reference.value)
    return { own: side === 'below' ? sub(asked, count) : add(asked, count) }
  }
  return side === 'below' ? { own: zero, target: count } : { own: count, target: zero }
}

/** 每少1%扣…, 每超1%加…: more of it is better, so a rate is how far it is done; 每超10%扣… says nothing of the kind. */
const paysForDone = (rule: Rule): boolean =>
  rule.kind === 'steps' && rule.steps.every(({ side, effect }) => (side === 'below') === (effect === 'deduct'))

/** A figure that is itself a rate or a growth; of any other one a rate is its completion. */
const isRate = /[率度比速幅]$|占比|比[例重]|增[长减加]|下降|降低|提高/u

/** The name of the one figure that the rule measures. */
const ownName = (rule: Rule): string | undefined =>
  'measure' in rule && rule.measure.kind === 'input' ? rule.measure.name : undefined

/** 较上年提高, of this year's figure and last year's: in points where both are rates, in percent of last year's where the rule speaks of percent. */
function changeFrom(
  { direction }: Change,
  own: Exact | undefined,
  baseline: Exact,
  inPercent: boolean,
): Exact | undefined {
  if (own === undefined) return undefined
  const gap = direction === 'down' ? sub(baseline, own) : sub(own, baseline)
  return inPercent && sign(baseline) > 0 ? mul(div(gap, baseline), hundred) : gap
}

const since = '^(?:较\\p{L}{2,4}|同比|环比)?'
const rising = new RegExp(`${since}(?:增加|增长|提高|提升|上升|增|新增)`, 'u')
const falling = new RegExp(`${since}(?:下降|降低|减少|下滑|回落)`, 'u')
/** 满意度每提高1%: of a rate that is points; of anything else it is percent of what it was. */
const ofRate = /[率度]$|比例$|比重$|占比$/u

function factOf(input: RuleInput, figures: Figures, rule: Rule): FactValue | undefined {
  const { own, target, baseline, count, group } = figures
  if (input.kind === 'group') {
    const values = group ?? (baseline ? [baseline] : undefined)
    return values && { kind: 'group', values: values.map(printExact) }
  }
  const word = 'counted' in rule ? rule.counted.verb || input.name : ''
  const moved = rising.test(word) ? 'up' : falling.test(word) ? 'down' : undefined
  if (moved) {
    const relative = !figures.asRate && input.unit === '%' && !ofRate.test(input.name)
    return numberOf(input, count ?? grown(own, baseline ?? target, moved, relative))
  }
  if (input.kind === 'count') return numberOf(input, count ?? own)
  if (input.part === 'baseline' || (isGiven.test(input.name) && input.name !== ownName(rule)))
    return quantity(baseline ?? meanOf(group) ?? target)
  if (input.role === 'target') return quantity(target ?? baseline)
  return quantity(own ?? count)
}

const numberOf = ({ kind }: RuleInput, value: Exact | undefined): FactValue | undefined =>
  kind === 'count' ? value && { kind, n: printExact(value) } : quantity(value)

const quantity = (value: Exact | undefined): FactValue | undefined =>
  value && { kind: 'quantity', value: printExact(value) }

const meanOf = (group: readonly Exact[] | undefined): Exact | undefined =>
  group === undefined || group.length === 0
    ? undefined
    : div(
        group.reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })),
        { n: BigInt(group.length), d: 1n },
      )

/** 每增加1个百分点 counts the increase, and none where there is a fall; 每增长1% of a quantity is held against what it was. */
function grown(
  own: Exact | undefined,
  from: Exact | undefined,
  moved: 'up' | 'down',
  relative: boolean,
): Exact | undefined {
  if (own === undefined || from === undefined) return own
  const gap = max(zero, moved === 'up' ? sub(own, from) : sub(from, own))
  if (!relative) return gap
  return sign(from) > 0 ? mul(div(gap, from), hundred) : undefined
}
