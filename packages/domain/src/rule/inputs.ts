import type { FactKind, RuleInput } from './facts.ts'
import { methodOf } from './methods.ts'
import type { Rule } from './model.ts'

/** The inputs a rule needs, each name once, in the order of the sentence. */
export function inputsOf(rule: Rule): readonly RuleInput[] {
  const byName = new Map<string, RuleInput>()
  for (const input of methodOf(rule).inputs(rule)) if (!byName.has(input.name)) byName.set(input.name, input)
  return [...byName.values()]
}

/** An input that is asked of each unit. */
export type ReportedInput = RuleInput & { readonly kind: Exclude<FactKind, 'group'> }

/** What is asked of each unit; the figures of a whole group are gathered from these. */
export const reportedInputs = (rule: Rule): readonly ReportedInput[] =>
  inputsOf(rule).filter((input): input is ReportedInput => input.kind !== 'group')
