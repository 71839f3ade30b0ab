import type { ExactText } from '../../kernel/exact.ts'
import type {
  AdditionLimit,
  Amount,
  Award,
  Band,
  Base,
  Ceiling,
  Condition,
  DeductionLimit,
  Measure,
  Partial,
  Reference,
} from './parts.ts'

// Methods that read one figure.

/** M01, M02 按完成率得分: full marks × rate, held by the ceiling. */
export interface RatioRule {
  readonly kind: 'ratio'
  readonly measure: Measure
  /** 按完成率×10分: what the rate is taken of, where that is not full marks. */
  readonly of?: ExactText
  readonly ceiling?: Ceiling
  /** 低于60%的不得分. */
  readonly none?: Band
}

/** M03 控制型: full marks × (2 - rate), nothing from twice the target on. */
export interface ControlRule {
  readonly kind: 'control'
  readonly measure: Measure
  readonly ceiling?: Ceiling
}

/** M04 完成得满分，否则不得分. */
export interface AllOrNothingRule {
  readonly kind: 'allOrNothing'
  readonly when: Condition
}

/** M05 分档. In normal form at least two bands, or one whose awards are not simply 满分 and 不得分 (that is M04). */
export interface TiersRule {
  readonly kind: 'tiers'
  readonly measure: Measure
  /** 低于全省平均水平1个百分点以内: the bands are of the measure less this figure; a proportion is of the measure to it. */
  readonly reference?: Exclude<Reference, Amount>
  /** 介于两者之间的按直线插值法: edges are points of a line, and only what lies beyond them or has two edges is a band. */
  readonly between?: 'linear'
  /** In the order of the sentence. A band with one edge ends where the next one starts (达到90%…，达到80%…). */
  readonly bands: readonly Tier[]
  /** 其余. */
  readonly otherwise?: Award
}

export interface Tier extends Band {
  readonly award: Award
}

/** M06, M09, M22, M23 每低（高）x 扣（加） d, counted from the base at the reference. */
export interface StepsRule {
  readonly kind: 'steps'
  readonly measure: Measure
  readonly reference: Reference
  /** What the reference itself earns; absent is full marks. */
  readonly base?: Base
  /** At most one per side. */
  readonly steps: readonly Step[]
  readonly partial?: Partial
  /** How high the item may go in all: 最高得12分. */
  readonly ceiling?: Ceiling
  /** 低于60%的不得分. */
  readonly none?: Band
}

export type Step = {
  readonly side: 'below' | 'above'
  readonly by: Amount
  readonly points: ExactText
} & (
  | { readonly effect: 'deduct'; readonly limit?: DeductionLimit }
  | { readonly effect: 'add'; readonly limit?: AdditionLimit }
)

/** M07: slopes that change with the distance; each runs from its edge (the first of a side: the reference) to the next one's. */
export interface SlopesRule {
  readonly kind: 'slopes'
  readonly measure: Measure
  readonly reference: Amount
  /** What the reference itself earns; absent is full marks. */
  readonly base?: Base
  readonly slopes: readonly Slope[]
  readonly partial?: Partial
  /** 加减分最多10分. */
  readonly most?: ExactText
  /** 扣完为止 */
  readonly limit?: DeductionLimit
}

export interface Slope {
  readonly side: 'below' | 'above'
  readonly from?: Amount
  readonly by: Amount
  readonly points: ExactText
  readonly effect: 'add' | 'deduct'
}

/** M08: inside the i-th band of `width`, one unit is worth full marks ÷ (first + (i - 1) × step); below the reference it costs that. */
export interface DiminishingRule {
  readonly kind: 'diminishing'
  readonly measure: Measure
  readonly reference: Reference
  readonly width: Amount
  readonly first: ExactText
  readonly step: ExactText
  readonly ceiling?: Ceiling
}
