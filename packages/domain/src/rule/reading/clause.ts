import type {
  AdditionLimit,
  Amount,
  Award,
  Band,
  Ceiling,
  Condition,
  Counted,
  DeductionLimit,
  Measure,
  Partial,
  Reference,
} from '../model.ts'
import type { QuestionCode } from '../questions.ts'

/** One phrase of a sentence, understood in full. Methods put clauses together; no clause knows a method. */
export type Clause =
  | { readonly kind: 'award'; readonly when: When; readonly award: Award; readonly ordinal?: string }
  | {
      readonly kind: 'step'
      readonly measure?: Measure
      readonly reference?: Reference
      readonly side: 'below' | 'above'
      readonly by: Amount
      readonly effect: 'deduct' | 'add'
      readonly points: string
    }
  | { readonly kind: 'count'; readonly counted: Counted; readonly effect: 'deduct' | 'credit'; readonly points: string }
  | { readonly kind: 'deductionLimit'; readonly limit: DeductionLimit }
  | { readonly kind: 'additionLimit'; readonly limit: AdditionLimit }
  | { readonly kind: 'ceiling'; readonly ceiling: Ceiling }
  | { readonly kind: 'partial'; readonly partial: Partial; readonly by: Amount }
  | { readonly kind: 'ratio'; readonly measure: Measure }
  | { readonly kind: 'judged'; readonly from: string; readonly to: string | 'fullMark' }
  | { readonly kind: 'reason' }
  | { readonly kind: 'answer'; readonly question: QuestionCode; readonly choice: string }

/** A band may leave its measure to the clause before it. */
export type When =
  | Exclude<Condition, { readonly kind: 'band' }>
  | ({ readonly kind: 'band'; readonly measure?: Measure } & Band)
  | { readonly kind: 'else' }

export interface Taken<R> {
  readonly rule: R
  readonly used: number
}

/** A printed number （2） is understood only as the place of its clause. */
export const inOrder = ({ ordinal }: { readonly ordinal?: string }, index: number): boolean =>
  ordinal === undefined || ordinal === String(index + 1)

const unmet = new Set(['未完成', '未达到', '达不到', '未达标', '未达到的', '没有完成'])

/** 否则, 其余; after a condition also its plain denial: 完成得满分，未完成不得分. */
export const isElse = (when: When, condition?: When): boolean => {
  if (when.kind === 'else') return true
  if (when.kind !== 'fact') return false
  return condition?.kind === 'fact' ? when.name === `未${condition.name}` : unmet.has(when.name)
}
