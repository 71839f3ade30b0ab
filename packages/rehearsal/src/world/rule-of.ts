import type { Basis } from '@quanheng/domain/kernel/basis'
import { openQuestions } from '@quanheng/domain/rule/lint'
import type { StoredRule } from '@quanheng/domain/rule/model'
import { readRule } from '@quanheng/domain/rule/parse'

/**
 * The rule that a sentence of the world's notices states; what it leaves open is answered the usual way, by the office.
 * @throws Error when the language does not understand the sentence: a fault of the world
 */
export const ruleOf = (sentence: string, fullMark: string, basis: Basis): StoredRule => {
  const read = readRule(sentence)
  if (!read.ok) throw new Error(`not understood: ${sentence} ${JSON.stringify(read.error.notUnderstood)}`)
  const answers = openQuestions(read.value, fullMark).map(({ code, usual }) => ({
    question: code,
    choice: usual,
    basis,
  }))
  return { ...read.value, answers: [...read.value.answers, ...answers] }
}
