import type { RuleInput } from './facts.ts'
import { methodOf } from './methods.ts'
import type { Rule } from './model.ts'

/** The inputs a rule needs, each name once, in the order of the sentence. */
export function inputsOf(rule: Rule): readonly RuleInput[] {
  const byName = new Map<string, RuleInput>()
  for (const input of methodOf(rule).inputs(rule)) if (!byName.has(input.name)) byName.set(input.name, input)
  return [...byName.values()]
}
