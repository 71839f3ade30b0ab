import { type Exact, parseExact, printExact, sign, sub, sum, zero } from '../../kernel/exact.ts'
import type { FactValue, RuleInput } from '../facts.ts'
import { partPrefix } from '../methods/parts.ts'
import { methodOf } from '../methods.ts'
import type { Rule, SumRule } from '../model.ts'
import { targetMet } from '../reading/target-met.ts'
import { expressionParts } from './expression-parts.ts'
import { figureFacts } from './figure-facts.ts'
import type { PlainEntry, PlainFacts } from './plain-facts.ts'

export type Inputs = Record<string, FactValue>

/** The rule's inputs as plain facts give them; what they do not give is absent, hence missing. */
export function plainInputs(rule: Rule, facts: PlainFacts): Inputs {
  const queue = { met: listOf(facts.met), count: listOf(facts.count) }
  return inputsFrom(rule, facts, queue)
}

interface Queue {
  readonly met: boolean[]
  readonly count: string[]
}

const listOf = <T>(value: T | readonly T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? [...value] : [value as T]

function inputsFrom(rule: Rule, facts: PlainFacts, queue: Queue): Inputs {
  switch (rule.kind) {
    case 'sum':
      return inputsOfSum(rule, facts, queue)
    case 'parts':
      return Object.assign(
        {},
        ...rule.parts.map((part, i) =>
          rule.parts.length === 1 && (part.rule.kind === 'parts' || (facts.parts?.length ?? 0) > 1)
            ? inputsFrom(part.rule, facts, queue)
            : prefixed(inPart(part.rule, facts, i, queue), partPrefix(rule, i)),
        ),
      )
    case 'coefficient': {
      const given = facts.parts?.at(-1)
      const inner = typeof facts.parts?.[0] === 'object' ? { ...facts, ...facts.parts[0] } : facts
      return {
        ...inputsFrom(rule.rule, inner, queue),
        ...quantity(rule.name, typeof given === 'string' ? given : undefined),
      }
    }
    case 'gated': {
      const inner = inputsFrom(rule.rule, facts, queue)
      const gates = rule.gates.map(({ when }) => fact(when, adverse(queue.met.shift()) ?? happened(when, facts, queue)))
      return Object.assign(inner, ...gates)
    }
    default:
      return leafInputs(rule, facts, queue)
  }
}

/** A part of the facts for each method, or for each level of recognised entries where there are as many. */
function inputsOfSum({ parts }: SumRule, facts: PlainFacts, queue: Queue): Inputs {
  const widths = parts.map((part) => (part.kind === 'credits' ? part.levels.length : 1))
  const wide = facts.parts?.length === widths.reduce((a, b) => a + b, 0)
  const from = widths.map((_, i) => widths.slice(0, i).reduce((a, b) => a + b, 0))
  return Object.assign(
    {},
    ...parts.map((part, i) => {
      const level = facts.level
      // 被约谈一次扣1分，挂牌督办一次扣2分: the one that its level names.
      if (level !== undefined && facts.parts === undefined && parts.every((one) => 'counted' in one)) {
        const [input] = methodOf(part).inputs(part)
        return input ? count(input.name, input.name.includes(level) ? '1' : '0') : {}
      }
      const [start, width] = [from[i] ?? i, widths[i] ?? 1]
      if (!wide || width === 1) return inPart(part, facts, wide ? start : i, queue)
      return inputsFrom(part, { ...facts, parts: facts.parts?.slice(start, start + width) ?? [] }, queue)
    }),
  )
}

/** A part's own facts before those of the whole; a bare number is its one figure. */
function inPart(rule: Rule, facts: PlainFacts, index: number, queue: Queue): Inputs {
  const own = facts.parts?.[index]
  if (own === undefined) return inputsFrom(rule, facts, queue)
  const given: PlainFacts = typeof own === 'string' ? bare(rule, own) : own
  return inputsFrom(rule, given, { met: metOf(rule, given), count: listOf(given.count) })
}

/** How often a single fault was found says whether it was. */
function metOf(rule: Rule, { met, count: n }: PlainFacts): boolean[] {
  const times = rule.kind === 'faults' && rule.entries.length === 1 && typeof n === 'string' ? exactOf(n) : undefined
  return met === undefined && times ? [sign(times) === 0] : listOf(met)
}

const bare = (rule: Rule, value: string): PlainFacts => {
  const [input] = methodOf(rule).inputs(rule)
  if (input?.part === 'rank') return { rank: value }
  if (input?.part === 'level') return { level: value }
  if (input?.kind === 'count') return { count: value }
  return input?.unit === '%' || rule.kind === 'ratio' ? { rate: value } : { actual: value }
}

const prefixed = (inputs: Inputs, prefix: string): Inputs =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [prefix + name, value]))

const quantity = (name: string, value: string | undefined): Inputs =>
  value === undefined ? {} : { [name]: { kind: 'quantity', value } }
const count = (name: string, n: string | undefined): Inputs => (n === undefined ? {} : { [name]: { kind: 'count', n } })
const fact = (name: string, met: boolean | undefined): Inputs =>
  met === undefined ? {} : { [name]: { kind: 'fact', met } }
/** `met` says that the requirement is fulfilled; an adverse fact says the opposite. */
const adverse = (met: boolean | undefined): boolean | undefined => (met === undefined ? undefined : !met)

/** 负增长, 贡献为负 of a figure that is given; 出现一例弄虚作假 of a count. */
function happened(when: string, { rate, actual }: PlainFacts, { count: counts }: Queue): boolean | undefined {
  const falls = /负增长$|为负$/u.test(when)
  const own = exactOf(falls ? (rate ?? actual) : counts.shift())
  return own && (falls ? sign(own) < 0 : sign(own) > 0)
}

function leafInputs(rule: Rule, facts: PlainFacts, queue: Queue): Inputs {
  const inputs = methodOf(rule).inputs(rule)
  switch (rule.kind) {
    case 'checklist':
    case 'metCount':
    case 'faults':
    case 'extras':
      return ticks(inputs, queue, rule.kind === 'faults', facts.level)
    case 'levels':
      return level(inputs, facts.level)
    case 'matrix':
      return Object.assign({}, ...inputs.map(({ name }) => fact(name, queue.met.shift())))
    case 'rankSteps':
    case 'rankBands':
      return Object.assign(
        {},
        ...inputs.map(({ name, part }) => count(name, part === 'rank' ? facts.rank : lengthOf(facts.group))),
      )
    case 'credits':
      return Object.assign(
        {},
        ...inputs.map(({ name }, i) => count(name, entriesOf(facts, rule.levels[i]?.name ?? '', i))),
      )
    case 'votes':
      return Object.assign(
        {},
        ...inputs.map(({ name }, i) =>
          count(name, votesOf(facts, name.replace(/票数$/u, ''), i >= rule.levels.length)),
        ),
      )
    case 'mean':
      return group(rule.name, facts.entries?.filter((one) => typeof one === 'string') ?? facts.group)
    case 'weightedMean':
      return Object.assign(
        {},
        ...inputs.map(({ name }, i) => quantity(name, periodOf(facts, name.replace(/得分$/u, ''), i))),
      )
    case 'expression':
      return expressionParts(inputs, facts) ?? figureFacts(rule, facts, undefined)
    case 'quoted':
      return quantity(rule.name, facts.actual ?? facts.rate)
    case 'judged':
      return { ...level(inputs, facts.level), ...judgement(inputs, facts.actual) }
    case 'allOrNothing':
      return rule.when.kind === 'fact'
        ? fact(rule.when.name, queue.met.shift() ?? reached(rule.when.name, facts))
        : figureFacts(rule, facts, undefined)
    default:
      return figureFacts(rule, facts, takesCount(rule, facts, queue) ? queue.count.shift() : queue.count[0])
  }
}

/** 每少1次 counts what is missing, where no figure says how many there were; one count alone may speak of several steps. */
const takesCount = (rule: Rule, { actual, rate }: PlainFacts, { count: counts }: Queue): boolean =>
  'counted' in rule || (rule.kind === 'steps' && actual === undefined && rate === undefined && counts.length > 1)

const group = (name: string, values: readonly string[] | undefined): Inputs =>
  values === undefined ? {} : { [name]: { kind: 'group', values } }

const judgement = (inputs: readonly RuleInput[], points: string | undefined): Inputs => {
  const input = inputs.find(({ kind }) => kind === 'judgement')
  return input === undefined || points === undefined ? {} : { [input.name]: { kind: 'judgement', points } }
}

/** 完成得满分 of a unit whose rate is known. */
function reached(name: string, { rate, actual, target }: PlainFacts): boolean | undefined {
  if (targetMet(name) === undefined) return undefined
  const own = exactOf(rate ?? actual)
  const aim = rate === undefined ? exactOf(target) : exactOf('1')
  return own && aim && sub(own, aim).n >= 0n
}

const exactOf = (text: string | undefined): Exact | undefined => {
  const read = text === undefined ? undefined : parseExact(text)
  return read?.ok ? read.value : undefined
}

function ticks([input]: readonly RuleInput[], queue: Queue, faults: boolean, level: string | undefined): Inputs {
  const entries = input?.entries ?? []
  const named = level === undefined ? [] : entries.filter(({ name }) => name.includes(level))
  const [only, more] = named
  if (input && only && !more && queue.met.length === 0)
    return { [input.name]: { kind: 'checklist', ticked: [only.key] } }
  const met = queue.met.splice(0, entries.length)
  if (input === undefined || met.length < entries.length) return {}
  const ticked = entries.filter((_, i) => met[i] !== faults).map(({ key }) => key)
  return { [input.name]: { kind: 'checklist', ticked } }
}

const plainLevel = (words: string): string => words.replace(/[“”"]|(?:等次|等级|档次|水质)$|及?以[上下]$/gu, '')

function level(inputs: readonly RuleInput[], words: string | undefined): Inputs {
  const input = inputs.find(({ part }) => part === 'level')
  if (input === undefined || words === undefined) return {}
  const entries = input.entries ?? []
  const own =
    entries.find(({ name }) => plainLevel(name) === plainLevel(words)) ?? entries.find(({ name }) => name === '其余')
  return { [input.name]: { kind: 'checklist', ticked: own ? [own.key] : [] } }
}

const lengthOf = (values: readonly string[] | undefined) => (values === undefined ? undefined : String(values.length))

function entriesOf(
  { entries, count: n, level: word, parts }: PlainFacts,
  name: string,
  index: number,
): string | undefined {
  const same = (words: string) =>
    words === name || words.includes(name) || words.replace(/级$/u, '') === name || words === name.replace(/级$/u, '')
  if (entries === undefined) {
    if (typeof n === 'object') return n[index] ?? '0'
    if (parts !== undefined) return countOf(parts[index])
    return word === undefined ? n : same(word) ? (n ?? '1') : '0'
  }
  const counts = entries.map((entry: PlainEntry) =>
    typeof entry === 'string' ? (same(entry) ? '1' : '0') : same(entry.level) ? (entry.count ?? '1') : '0',
  )
  return printExact(sum(counts.map((one) => exactOf(one) ?? zero)))
}

/** One level's own facts: how many there are. */
const countOf = (part: PlainFacts | string | undefined): string | undefined => {
  if (part === undefined || typeof part === 'string') return part ?? '0'
  return typeof part.count === 'string' ? part.count : undefined
}

function votesOf({ votes }: PlainFacts, name: string, excluded: boolean): string | undefined {
  return votes?.[name] ?? (votes !== undefined && excluded ? '0' : undefined)
}

function periodOf({ periods, parts, entries }: PlainFacts, name: string, index: number): string | undefined {
  const own =
    periods?.[name] ??
    periods?.[`${name}得分`] ??
    Object.entries(periods ?? {}).find(([key]) => name.startsWith(key))?.[1]
  if (own !== undefined) return own
  const part = parts?.[index] ?? entries?.[index]
  return typeof part === 'string' ? part : part && 'actual' in part ? part.actual : undefined
}
