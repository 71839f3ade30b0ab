import type { StoredRule } from '@quanheng/domain/rule/model'
import { readRule } from '@quanheng/domain/rule/parse'
import { lineOf, type QuestionCode, usualOf } from '@quanheng/domain/rule/questions'

const basis = { kind: 'interpretation', by: '绩效办', on: '2023-12-26', reason: '按惯例' } as const

/**
 * The rule that an official sentence states, with the usual answer to each named question.
 * @throws Error when the language does not understand the sentence: a builder must not hide that
 */
export const aRule = (sentence: string, questions: readonly QuestionCode[] = []): StoredRule => {
  const notes = questions.map((code) => ({ text: `${lineOf(code, usualOf(code).choice)}。`, basis }))
  const read = readRule(sentence, notes)
  if (!read.ok) throw new Error(`not understood: ${JSON.stringify(read.error.notUnderstood)}`)
  return read.value
}
