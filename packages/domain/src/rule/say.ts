import type { Basis } from '../kernel/basis.ts'
import { methodOf } from './methods.ts'
import type { Rule, StoredRule } from './model.ts'
import { lineOf } from './questions.ts'

/** A 口径 line with what it rests on. */
export interface Note {
  readonly text: string
  readonly basis: Basis
}

export interface Said {
  readonly sentence: string
  /** One line for each answer, in order: what the sentence itself does not state. */
  readonly notes: readonly Note[]
}

/** The canonical Chinese sentence of a rule. */
export const saySentence = (rule: Rule): string => `${methodOf(rule).say(rule)}。`

/** `parse(sentence, notes)` gives back the same rule and answers. */
export const say = ({ rule, answers }: Pick<StoredRule, 'rule' | 'answers'>): Said => ({
  sentence: saySentence(rule),
  notes: answers.flatMap(({ question, choice, basis }) => {
    const text = lineOf(question, choice)
    return text === undefined ? [] : [{ text: `${text}。`, basis }]
  }),
})
