import type { LeafScoring } from '@quanheng/domain/plan/model'
import { inputsOf } from '@quanheng/domain/rule/inputs'
import { openQuestions } from '@quanheng/domain/rule/lint'
import type { Answer, StoredRule } from '@quanheng/domain/rule/model'
import { parse } from '@quanheng/domain/rule/parse'

export const withoutRule = ({ rule: _, ...rest }: LeafScoring): LeafScoring => rest
const withoutSentence = ({ sentence: _, ...rest }: LeafScoring): LeafScoring => rest

/** Answers that somebody gave stay while they still answer an open question of the sentence as it reads now. */
const keptAnswers = (rule: StoredRule, before: readonly Answer[]): readonly Answer[] => {
  const open = new Set(openQuestions({ rule: rule.rule, answers: rule.answers }).map((question) => question.code))
  return [...rule.answers, ...before.filter((answer) => open.has(answer.question))]
}

/**
 * The scoring with a sentence typed: understood to the last word it becomes a rule, else it waits as a sentence. `before` are answers
 * given since the typing began, so that a sentence half typed loses none.
 */
export const asTyped = (
  scoring: LeafScoring,
  text: string,
  before: readonly Answer[] = scoring.rule?.answers ?? [],
): LeafScoring => {
  const { rule, answers, notUnderstood } = parse(text)
  if (!rule || notUnderstood.length > 0) return { ...withoutRule(scoring), sentence: text }
  const stored: StoredRule = { v: 1, text, rule, answers }
  const inputs = new Set(inputsOf(rule).map((input) => input.name))
  return {
    ...withoutSentence(scoring),
    rule: { ...stored, answers: keptAnswers(stored, before) },
    bindings: scoring.bindings.filter((binding) => inputs.has(binding.input)),
  }
}

/** 人工评定: the sentence stays as printed, people judge within the full marks. */
export const judged = (scoring: LeafScoring, text: string): LeafScoring => ({
  ...withoutSentence(scoring),
  rule: { v: 1, text, rule: { kind: 'judged', from: '0', to: 'fullMark' }, answers: [] },
  bindings: [],
})
