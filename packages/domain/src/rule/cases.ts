import { equal, parseExact } from '../kernel/exact.ts'
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

/** Words of an example that are no figure. */
export const caseWords = {
  missing: '缺',
  notConcerned: '不涉及',
  met: '是',
  notMet: '否',
  none: '无',
  needs: '缺数',
  ambiguous: '有歧义',
  error: '有误',
} as const

/** Whether an example says a score: what is still ambiguous or wrong is nothing to hold a rule to. */
export const saysScore = ({ score }: Pick<WorkedCase, 'score'>): boolean => parseExact(score).ok

/** Whether the rule does what the example says. A plan is not issued while one of its examples fails. */
export function checkCase(
  stored: Pick<StoredRule, 'rule' | 'answers'>,
  fullMark: string,
  worked: WorkedCase,
): CaseResult {
  const facts = caseFacts(stored, fullMark, worked.given)
  const unknown = Object.keys(worked.given).some((name) => !Object.hasOwn(facts.inputs, name))
  const got = unknown ? caseWords.error : outcomeWords(evaluate(stored, facts))
  return { holds: sameScore(got, worked.score), got }
}

/** 8.0 typed is 8. */
function sameScore(got: string, typed: string): boolean {
  const [a, b] = [parseExact(got), parseExact(typed)]
  return a.ok && b.ok ? equal(a.value, b.value) : got === typed
}

/** What an example gives, as facts; an input that it does not name is missing. */
export const caseFacts = ({ rule }: Pick<StoredRule, 'rule'>, fullMark: string, given: WorkedCase['given']): Facts => ({
  fullMark,
  inputs: Object.fromEntries(
    inputsOf(rule).map((input) => [input.name, factOf(input, given[input.name] ?? caseWords.missing)]),
  ),
})

/** An outcome in the words of an example. */
export const outcomeWords = (outcome: Outcome): string => {
  if (outcome.status === 'scored') return outcome.points
  if (outcome.status === 'missing') return caseWords.needs
  return outcome.status === 'ambiguous' ? caseWords.ambiguous : caseWords.error
}

/** Words that are no value of the input's kind stay as they are, so that the rule itself refuses them. */
function factOf({ kind, unit }: RuleInput, words: string): FactValue {
  if (words === caseWords.missing) return { kind: 'missing' }
  if (words === caseWords.notConcerned) return { kind: 'notConcerned' }
  if (kind === 'fact')
    return words === caseWords.met || words === caseWords.notMet
      ? { kind, met: words === caseWords.met }
      : { kind: 'quantity', value: words }
  if (kind === 'group') return { kind, values: words.split('、') }
  if (kind === 'checklist') return { kind, ticked: words === caseWords.none ? [] : words.split('、') }
  const read = readQuantity(words, unit === undefined ? {} : { unit })
  const value = read.ok ? read.value : words
  if (kind === 'count') return { kind, n: value }
  return kind === 'judgement' ? { kind, points: value } : { kind, value }
}
