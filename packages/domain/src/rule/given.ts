import { type Exact, isWhole, parseExact, sign } from '../kernel/exact.ts'
import { type Facts, type FactValue, groupSize, type RuleInput } from './facts.ts'
import type { Given } from './method.ts'
import type { RuleErrorCode } from './outcome.ts'

type Known = Exact | boolean | ReadonlySet<string> | readonly Exact[]

type GivenResult =
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'missing'; readonly needs: readonly string[] }
  | { readonly kind: 'notConcerned'; readonly fullMark: Exact }
  | { readonly kind: 'error'; readonly code: RuleErrorCode; readonly at: string }

/** Checks facts against what the rule needs. A missing input is reported before anything is computed, never taken for zero. */
export function givenOf(inputs: readonly RuleInput[], facts: Facts): GivenResult {
  const mark = parseExact(facts.fullMark)
  if (!mark.ok || sign(mark.value) < 0) return { kind: 'error', code: 'rule.fullMark', at: 'fullMark' }
  const known = new Map<string, Known>()
  const needs: string[] = []
  for (const input of inputs) {
    const fact = Object.hasOwn(facts.inputs, input.name) ? facts.inputs[input.name] : undefined
    if (fact?.kind === 'notConcerned') return { kind: 'notConcerned', fullMark: mark.value }
    if (fact === undefined || fact.kind === 'missing') needs.push(input.name)
    else if (fact.kind === 'group' && fact.owing?.length)
      needs.push(...fact.owing.map((unit) => `${unit}·${input.of ?? input.name}`))
    else {
      const value = knownOf(fact, input)
      if (typeof value === 'string') return { kind: 'error', code: value, at: input.name }
      known.set(input.name, value)
    }
  }
  return needs.length > 0 ? { kind: 'missing', needs } : { kind: 'given', given: accessors(mark.value, known, facts) }
}

/** The value, or the code of what is wrong with it. */
function knownOf(fact: FactValue, input: RuleInput): Known | RuleErrorCode {
  if (fact.kind !== input.kind) return 'rule.factKind'
  switch (fact.kind) {
    case 'fact':
      return fact.met
    case 'checklist': {
      const keys = new Set(input.entries?.map(({ key }) => key))
      if (input.single && fact.ticked.length !== 1) return 'rule.oneLevel'
      return fact.ticked.every((key) => keys.has(key)) ? new Set(fact.ticked) : 'rule.tickUnknown'
    }
    case 'count': {
      const n = parseExact(fact.n)
      if (!n.ok) return 'rule.factValue'
      return isWhole(n.value) && sign(n.value) >= 0 ? n.value : 'rule.countNotWhole'
    }
    case 'group': {
      if (groupSize(fact) === 0) return 'rule.groupEmpty'
      const pairs = fact.byAnswer?.flatMap(({ actual, target }) => [actual, target]) ?? []
      const values = fact.values.map(parseExact)
      return [...values, ...pairs.map(parseExact)].every(({ ok }) => ok)
        ? values.flatMap((value) => (value.ok ? [value.value] : []))
        : 'rule.factValue'
    }
    case 'quantity':
    case 'judgement': {
      const value = parseExact(fact.kind === 'quantity' ? fact.value : fact.points)
      return value.ok ? value.value : 'rule.factValue'
    }
    default:
      return 'rule.factKind'
  }
}

function accessors(fullMark: Exact, known: ReadonlyMap<string, Known>, { thresholds }: Facts): Given {
  const need = <K extends Known>(name: string, is: (value: Known | undefined) => value is K): K => {
    const value = known.get(name)
    if (!is(value)) throw new Error(`a method read an input that it does not declare: ${name}`)
    return value
  }
  return {
    fullMark,
    ...(thresholds && { thresholds }),
    number: (name) => need(name, (value) => typeof value === 'object' && 'n' in value),
    met: (name) => need(name, (value) => typeof value === 'boolean'),
    group: (name) => need<readonly Exact[]>(name, (value): value is readonly Exact[] => Array.isArray(value)),
    ticked: (name) => need<ReadonlySet<string>>(name, (value): value is ReadonlySet<string> => value instanceof Set),
  }
}
