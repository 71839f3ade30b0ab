import { type Exact, exact } from '../kernel/exact.ts'
import type { Facts, RuleInput } from './facts.ts'
import type { Computation, Given } from './method.ts'
import { rateOf } from './rate.ts'

/**
 * The figures of a group with the rates that the rule's answers give to units whose target is zero or below. A unit whose item an
 * answer settles has no rate, and is not compared.
 * @returns the name of a group in which nobody has a rate although this unit has one: facts that contradict each other
 */
export function* withGroupRates(inputs: readonly RuleInput[], facts: Facts, given: Given): Computation<Given | string> {
  const groups = new Map<string, readonly Exact[]>()
  for (const { name, rate } of inputs) {
    const fact = facts.inputs[name]
    if (rate === undefined || fact?.kind !== 'group' || !fact.byAnswer?.length) continue
    const values = [...given.group(name)]
    for (const { actual, target } of fact.byAnswer) {
      const answered = yield* rateOf(exact(actual), exact(target))
      if (answered.kind === 'rate') values.push(answered.value)
    }
    if (values.length === 0) {
      const own = yield* rateOf(given.number(rate.actual), given.number(rate.target))
      if (own.kind === 'rate') return name
    }
    groups.set(name, values)
  }
  return groups.size === 0 ? given : { ...given, group: (name) => groups.get(name) ?? given.group(name) }
}
