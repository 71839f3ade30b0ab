import fc from 'fast-check'
import { composedRule, simpleRule } from './composed-rules.fixture.ts'
import { gapRules } from './gap-rules.fixture.ts'
import { metRules } from './met-rules.fixture.ts'
import type { Answer, Rule } from './model.ts'
import { placeRules } from './place-rules.fixture.ts'
import { choicesOf, questionCodes } from './questions.ts'

/** Arbitrary rules in normal form: everything that a sentence of the language can say. */

export const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 8, arbitrary: simpleRule },
  { weight: 2, arbitrary: composedRule },
  { weight: 1, arbitrary: placeRules },
  { weight: 1, arbitrary: gapRules },
  { weight: 1, arbitrary: metRules },
)

export const answers: fc.Arbitrary<readonly Answer[]> = fc
  .uniqueArray(fc.constantFrom(...questionCodes))
  .chain((codes) =>
    fc.tuple(
      ...codes.map((question) =>
        fc.record({
          question: fc.constant<string>(question),
          choice: fc.constantFrom(...choicesOf(question)),
          basis: fc.constant({ kind: 'interpretation' as const, by: '甲', on: '2025-01-02', reason: '会议明确' }),
        }),
      ),
    ),
  )
