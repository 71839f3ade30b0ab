import { type Exact, exact, hundred, one, zero } from '../../../kernel/exact.ts'
import type { Rounding } from '../../../kernel/rounding.ts'
import type { Measure, StoredRule } from '../../../rule/model.ts'
import type { ChoiceOf, QuestionCode } from '../../../rule/questions.ts'
import type { Linear, Piece, Variable } from '../shape.ts'

/** What a shape is drawn from. */
export interface ShapeGround {
  readonly stored: Pick<StoredRule, 'rule' | 'answers'>
  readonly fullMark: Exact
  /** Where thresholds judge rounded figures. */
  readonly thresholds: Rounding | undefined
  /** Nothing where nobody answered: the item is unsettled where the question arises. */
  readonly answer: <C extends QuestionCode>(code: C) => ChoiceOf<C> | undefined
}

export const groundOf = (
  stored: ShapeGround['stored'],
  fullMark: string,
  thresholds: Rounding | undefined,
): ShapeGround => {
  const answers = new Map(stored.answers.map(({ question, choice }) => [question, choice]))
  return {
    stored,
    fullMark: exact(fullMark),
    thresholds,
    answer: <C extends QuestionCode>(code: C) => answers.get(code) as ChoiceOf<C> | undefined,
  }
}

export const constant = (value: Exact): Linear => ({ constant: value, terms: [] })

export const linear = (...terms: readonly (readonly [factor: Exact, input: string])[]): Linear => ({
  constant: zero,
  terms: terms.map(([factor, input]) => ({ factor, input })),
})

/** The measure itself: a rate in percent, or the input in the unit that the sentence uses. */
export const measureOf = (measure: Measure): Variable =>
  measure.kind === 'input'
    ? { top: linear([one, measure.name]), bottom: constant(one) }
    : { top: linear([hundred, measure.actual]), bottom: linear([one, measure.target]) }

export const level = (points: Exact): Extract<Piece, { readonly kind: 'points' }> => ({
  kind: 'points',
  base: points,
  slope: zero,
})

export const unsettled = { kind: 'unsettled' } as const
