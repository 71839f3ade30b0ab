import { catalogueIds } from '@quanheng/domain/rule/catalogue'
import { parse } from '@quanheng/domain/rule/parse'
import { saySentence } from '@quanheng/domain/rule/say'
import { type MethodId, methodByWords } from './method-words.ts'

/** What the rule language makes of a sentence. */
export interface RuleReading {
  readonly method: MethodId | null
  readonly say: string | null
  readonly unparsed: readonly string[]
}

/** A table says the same of many indicators: what a sentence gives is kept, for so many sentences that it costs no memory worth naming. */
const kept = new Map<string, RuleReading>()
const mostKept = 2_000

/** A sentence through the rule language; with words that it did not understand there is no 回读, since it would promise too much. */
export function readRuleSentence(sentence: string): RuleReading {
  const known = kept.get(sentence)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const reading = readAnew(sentence)
  kept.set(sentence, reading)
  return reading
}

function readAnew(sentence: string): RuleReading {
  const { rule, notUnderstood } = parse(sentence)
  const unparsed = notUnderstood.map(({ text }) => text).filter((text) => text !== '')
  if (!rule || unparsed.length > 0)
    return { method: methodByWords(sentence), say: null, unparsed: unparsed.length > 0 ? unparsed : [sentence] }
  const [method = null] = catalogueIds(rule)
  return { method: method as MethodId | null, say: saySentence(rule), unparsed }
}
