import { parse } from '@quanheng/domain/rule/parse'
import { saySentence } from '@quanheng/domain/rule/say'

/** Catalogue id of a scoring method, M01–M35 (docs: scoring methods). */
export type MethodId = `M${string}`

/** What the rule language makes of a sentence. */
export interface RuleReading {
  readonly method: MethodId | null
  readonly say: string | null
  readonly unparsed: readonly string[]
}

/** Kinds of the rule language by their catalogue id. */
const catalogue: Readonly<Record<string, MethodId>> = {
  ratio: 'M01',
  allOrNothing: 'M04',
  tiers: 'M05',
  steps: 'M06',
  countDeduction: 'M16',
  countCredit: 'M17',
  checklist: 'M18',
  judged: 'M26',
}

/** A sentence through the rule language; with words that it did not understand there is no 回读, since it would promise too much. */
export function readRuleSentence(sentence: string): RuleReading {
  const { rule, notUnderstood } = parse(sentence)
  const unparsed = notUnderstood.map(({ text }) => text).filter((text) => text !== '')
  if (!rule) return { method: null, say: null, unparsed: unparsed.length > 0 ? unparsed : [sentence] }
  const capped = rule.kind === 'ratio' && rule.ceiling !== undefined
  return {
    method: capped ? 'M02' : (catalogue[rule.kind] ?? null),
    say: unparsed.length === 0 ? saySentence(rule) : null,
    unparsed,
  }
}
