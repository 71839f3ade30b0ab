import { catalogueIds } from '@quanheng/domain/rule/catalogue'
import { evaluate } from '@quanheng/domain/rule/evaluate'
import type { RuleInput } from '@quanheng/domain/rule/facts'
import { inputsOf } from '@quanheng/domain/rule/inputs'
import { openQuestions } from '@quanheng/domain/rule/lint'
import type { Rule } from '@quanheng/domain/rule/model'
import type { OpenQuestion, Outcome } from '@quanheng/domain/rule/outcome'
import { parse } from '@quanheng/domain/rule/parse'
import { type PlainFacts, readPlainFacts } from '@quanheng/domain/rule/plain/plain-facts'
import { plainInputs } from '@quanheng/domain/rule/plain/plain-inputs'
import { signedOutcome } from '@quanheng/domain/rule/plain/signed'
import { saySentence } from '@quanheng/domain/rule/say'
import { FactsRefused } from '../refused.ts'

/** What `./quanheng rule` prints of one sentence. */
export interface RuleReading {
  readonly rule: Rule | null
  readonly say: string | null
  readonly method: readonly string[]
  readonly inputs: readonly {
    readonly name: string
    readonly kind: string
    readonly unit: string | null
    readonly part: string
  }[]
  readonly open: readonly OpenQuestion[]
  readonly unparsed: readonly { readonly start: number; readonly end: number; readonly text: string }[]
  readonly outcome?: Outcome | NotUnderstood
}

interface NotUnderstood {
  readonly status: 'error'
  readonly code: 'rule.notUnderstood'
  readonly at: string
}

const partOf = ({ part, kind, role, unit }: RuleInput): string => {
  if (part !== undefined) return part
  if (kind === 'quantity') return role === 'target' ? 'target' : unit === '%' ? 'rate' : 'actual'
  return kind === 'fact' || kind === 'checklist' ? 'met' : kind === 'judgement' ? 'actual' : kind
}

/** Reads a sentence and, with facts, scores it. A sentence that is not understood to the last word scores nothing. */
export function readSentence(sentence: string, fullMark: string | undefined, given: unknown): RuleReading {
  const { rule, answers, notUnderstood } = parse(sentence)
  const facts = given === undefined ? undefined : plainFacts(given)
  const unparsed = notUnderstood.map(({ start, end, text }) => ({ start, end, text }))
  if (rule === undefined)
    return {
      rule: null,
      say: null,
      method: [],
      inputs: [],
      open: [],
      unparsed,
      ...(facts && { outcome: notRead(unparsed) }),
    }
  const scoredAs = (): Outcome => {
    const inputs = plainInputs(rule, facts ?? {})
    return fullMark === undefined
      ? signedOutcome({ rule, answers }, inputs)
      : evaluate({ rule, answers }, { fullMark, inputs })
  }
  return {
    rule,
    say: saySentence(rule),
    method: catalogueIds(rule),
    inputs: inputsOf(rule).map((input) => ({
      name: input.name,
      kind: input.kind,
      unit: input.unit ?? null,
      part: partOf(input),
    })),
    open: openQuestions({ rule, answers }, fullMark),
    unparsed,
    ...(facts && { outcome: unparsed.length > 0 ? notRead(unparsed) : scoredAs() }),
  }
}

const notRead = ([first]: RuleReading['unparsed']): NotUnderstood => ({
  status: 'error',
  code: 'rule.notUnderstood',
  at: first?.text ?? '',
})

function plainFacts(given: unknown): PlainFacts {
  const read = readPlainFacts(given)
  if (!read.ok) throw new FactsRefused(read.error.code, read.error.params?.name ?? '')
  return read.value
}
