import { add, div, exact, max, mul, printExact, sign, whole } from '@quanheng/domain/kernel/exact'
import { evaluate } from '@quanheng/domain/rule/evaluate'
import type { Facts } from '@quanheng/domain/rule/facts'
import { inputsOf } from '@quanheng/domain/rule/inputs'
import type { StoredRule } from '@quanheng/domain/rule/model'

/** Steps of the line: enough that the edge of a tier looks like one. */
const steps = 200

/**
 * What the rule gives from zero to a quarter beyond target and actual, everything else as it is. Only for rules that measure
 * one figure; a stretch that cannot be scored is left out.
 */
export const plotOf = ({ rule, answers }: StoredRule, facts: Facts) => {
  const inputs = inputsOf(rule)
  const actual = inputs.filter(({ role }) => role === 'actual')
  const [own] = actual
  if (own === undefined || actual.length > 1 || (own.kind !== 'quantity' && own.kind !== 'count')) return null
  const figures = inputs.flatMap(({ name }) => {
    const fact = facts.inputs[name]
    if (fact?.kind === 'quantity') return [exact(fact.value)]
    return fact?.kind === 'count' ? [exact(fact.n)] : []
  })
  const top = figures.reduce(max, whole(0))
  if (sign(top) <= 0) return null
  const end = add(top, div(top, whole(4)))
  const counts = own.kind === 'count'
  const xs = counts
    ? Array.from({ length: Math.min(steps, Number(end.n / end.d) + 1) + 1 }, (_, at) => whole(at))
    : Array.from({ length: steps + 1 }, (_, at) => div(mul(end, whole(at)), whole(steps)))
  const line = xs.flatMap((x) => {
    const text = printExact(x)
    const fact = counts ? { kind: 'count' as const, n: text } : { kind: 'quantity' as const, value: text }
    const outcome = evaluate({ rule, answers }, { ...facts, inputs: { ...facts.inputs, [own.name]: fact } })
    return outcome.status === 'scored' ? [{ x: text, y: outcome.points }] : []
  })
  return line.length < 2 ? null : { input: own.name, line }
}
