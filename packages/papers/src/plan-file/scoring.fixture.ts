import { questions } from '@quanheng/domain/rule/questions'
import { anyRule } from '@quanheng/domain/rule/rules.fixture'
import { saySentence } from '@quanheng/domain/rule/say'
import fc from 'fast-check'
import { basis, figure, key, rows, words } from './values.fixture.ts'

const answer = fc
  .constantFrom(
    ...Object.entries(questions).flatMap(([question, { choices }]) =>
      Object.keys(choices).map((choice) => ({ question, choice })),
    ),
  )
  .chain((one) => basis.map((of) => ({ ...one, basis: of })))

/** The text is the rule's own sentence, or any other, as for 人工评定. */
const storedRule = fc
  .record({ rule: anyRule, answers: rows(answer), other: words, own: fc.boolean() })
  .map(({ rule, answers, other, own }) => ({ v: 1 as const, text: own ? saySentence(rule) : other, rule, answers }))

const binding = fc.oneof(
  fc.record({ input: words, from: fc.constant('element' as const), elementKey: key }),
  fc.record({ input: words, from: fc.constant('target' as const) }),
  fc.record({ input: words, from: fc.constant('constant' as const), value: figure }),
)

export const scoring = fc.record(
  {
    rule: storedRule,
    sentence: words,
    bindings: rows(binding),
    completionStandard: words,
    card: fc.record({ formula: words, measure: words, unit: words, period: words, publisher: words, release: words }),
    evidenceList: rows(fc.record({ key, name: words, required: fc.boolean() })),
    verificationStandard: words,
    examples: rows(
      fc.record({
        given: fc.dictionary(key, words, { maxKeys: 3, noNullPrototype: true }),
        score: words,
        clause: words,
      }),
    ),
  },
  { requiredKeys: ['bindings', 'completionStandard', 'card', 'evidenceList'] },
)
