import { readQuantity } from '../kernel/quantity.ts'
import { evaluate } from './evaluate.ts'
import type { Facts, FactValue, RuleInput } from './facts.ts'
import { inputsOf } from './inputs.ts'
import type { StoredRule } from './model.ts'
import type { Outcome } from './outcome.ts'

/**
 * A worked example as an official writes it: inputs by name, in words (`18`, `是`, `1、3`, `缺`, `不涉及`), and the points that must
 * come out, or `缺数`, `有歧义`, `有误`.
 */
export interface WorkedCase {
  readonly given: Readonly<Record<string, string>>
  readonly score: string
  /** The words of the rule that this example settles. */
  readonly clause: string
}

export interface CaseResult {
  readonly holds: boolean
  /** What the rule gives, in the same words as `score`. */
  readonly got: string
}

/** Whether the rule does what the example says. A plan is not issued while one of its examples fails. */
export function checkCase(
  stored: Pick<StoredRule, 'rule' | 'answers'>,
  fullMark: string,
  worked: WorkedCase,
): CaseResult {
  const facts = caseFacts(stored, fullMark, worked.given)
  const unknown = Object.keys(worked.given).some((name) => !Object.hasOwn(facts.inputs, name))
  const got = unknown ? '有误' : outcomeWords(evaluate(stored, facts))
  return { holds: got === worked.score, got }
}

/** What an example gives, as facts; an input that it does not name is missing. */
export const caseFacts = ({ rule }: Pick<StoredRule, 'rule'>, fullMark: string, given: WorkedCase['given']): Facts => ({
  fullMark,
  inputs: Object.fromEntries(inputsOf(rule).map((input) => [input.name, factOf(input, given[input.name] ?? '缺')])),
})

/** An outcome in the words of an example. */
export const outcomeWords = (outcome: Outcome): string => {
  if (outcome.status === 'scored') return outcome.points
  return outcome.status === 'missing' ? '缺数' : outcome.status === 'ambiguous' ? '有歧义' : '有误'
}

/** Words that are no value of the input's kind stay as they are, so that the rule itself refuses them. */
function factOf({ kind, unit }: RuleInput, words: string): FactValue {
  if (words === '缺') return { kind: 'missing' }
  if (words === '不涉及') return { kind: 'notConcerned' }
  if (kind === 'fact')
    return words === '是' || words === '否' ? { kind, met: words === '是' } : { kind: 'quantity', value: words }
  if (kind === 'group') return { kind, values: words.split('、') }
  if (kind === 'checklist') return { kind, ticked: words === '无' ? [] : words.split('、') }
  const read = readQuantity(words, unit === undefined ? {} : { unit })
  const value = read.ok ? read.value : words
  if (kind === 'count') return { kind, n: value }
  return kind === 'judgement' ? { kind, points: value } : { kind, value }
}
