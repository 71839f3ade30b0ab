import type { ExactText } from '../../kernel/exact.ts'
import type { AdditionLimit, Award, Ceiling, DeductionLimit } from './parts.ts'

// Methods that take what somebody judged, voted or computed elsewhere.

/** M26, M31, M25 按等次: the award of the level given. */
export interface LevelsRule {
  readonly kind: 'levels'
  readonly levels: readonly { readonly name: string; readonly award: Award }[]
  readonly otherwise?: Award
}

/** M33 加扣分台账: recognised entries by level, so much each, up to the limit. */
export type CreditsRule = {
  readonly kind: 'credits'
  /** 表彰, 通报批评 …; absent where the levels say it themselves. */
  readonly subject?: string
  readonly levels: readonly { readonly name: string; readonly points: ExactText }[]
  /** Every entry counts, or one of each level, or only one of the highest level. */
  /** `perMatter`: entries are of different matters, each at its highest level. */
  readonly counting?: 'each' | 'once' | 'highest' | 'perMatter'
} & (
  | { readonly effect: 'add'; readonly limit?: AdditionLimit }
  | { readonly effect: 'deduct'; readonly limit?: DeductionLimit }
)

/** M27 票决、测评: full marks × weighted votes ÷ votes; the excluded do not enter the base. */
export interface VotesRule {
  readonly kind: 'votes'
  readonly levels: readonly { readonly name: string; readonly percent: ExactText }[]
  readonly excluded?: readonly string[]
}

/** M29 评分平均: the mean of marks, after so many of the highest and of the lowest are taken off. */
export interface MeanRule {
  readonly kind: 'mean'
  readonly name: string
  readonly trim: ExactText
}

/** M32 引用折算: full marks × score ÷ the other appraisal's full marks. */
export interface QuotedRule {
  readonly kind: 'quoted'
  readonly name: string
  readonly of?: ExactText
}

/** M28, M30 加权: the weighted sum of scores that are each out of this item's full marks. */
export interface WeightedMeanRule {
  readonly kind: 'weightedMean'
  readonly scores: readonly { readonly name: string; readonly percent: ExactText }[]
}

/** 算式: what no sentence covers; bounded, over declared figures and full marks only. */
export interface ExpressionRule {
  readonly kind: 'expression'
  readonly formula: Formula
  readonly ceiling?: Ceiling
}

export type Formula =
  | { readonly op: 'number'; readonly value: ExactText; readonly unit?: '%' }
  | { readonly op: 'input'; readonly name: string }
  | { readonly op: 'fullMark' }
  /** A figure of the group, of the first input that the formula names. */
  | { readonly op: 'group'; readonly figure: 'mean' | 'max' | 'min' }
  | { readonly op: 'add' | 'sub' | 'mul' | 'div' | 'max' | 'min'; readonly left: Formula; readonly right: Formula }

/** 人工评定 within a stated range; who judged, why and on what evidence stand with the datum. */
export interface JudgedRule {
  readonly kind: 'judged'
  readonly from: ExactText
  readonly to: ExactText | 'fullMark'
  /** 好的得8-10分，较好的得6-7分: a range for each level; `from` and `to` are then the outermost ends. */
  readonly levels?: readonly { readonly name: string; readonly from: ExactText; readonly to: ExactText }[]
}
