import type { Basis } from '../kernel/basis.ts'
import type { ExactText } from '../kernel/exact.ts'

/**
 * A scoring rule as it is stored, signed and recomputed. `text` is the official sentence, verbatim, and only shown;
 * `rule` and `answers` are what is computed. The meaning of a released (kind, v) never changes.
 */
export interface StoredRule {
  readonly v: 1
  readonly text: string
  readonly rule: Rule
  /** What the sentence leaves open and somebody has answered; see rule/questions. */
  readonly answers: readonly Answer[]
}

export interface Answer {
  /** A question's code; of a part of a composed rule, `at:code`. */
  readonly question: string
  readonly choice: string
  readonly basis: Basis
}

/**
 * The closed union of scoring methods. A field that may be absent is something a sentence may leave unsaid: absent is
 * an open question, never a default. Full marks are not in the rule, since most sentences say only 满分.
 */
export type Rule =
  | RatioRule
  | AllOrNothingRule
  | TiersRule
  | StepsRule
  | CountDeductionRule
  | CountCreditRule
  | ChecklistRule
  | JudgedRule

export type RuleKind = Rule['kind']
export type RuleOf<K extends RuleKind> = Extract<Rule, { readonly kind: K }>

/** M01, M02 按完成率得分: full marks × rate, held by the ceiling. */
export interface RatioRule {
  readonly kind: 'ratio'
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
  /** In the order of the sentence. A band with one edge ends where the next one starts (达到90%…，达到80%…). */
  readonly bands: readonly Tier[]
  /** 其余. */
  readonly otherwise?: Award
}

export interface Tier extends Band {
  readonly award: Award
}

/** M06 每低（高）x 扣（加） d, counted from full marks at the reference. */
export interface StepsRule {
  readonly kind: 'steps'
  readonly measure: Measure
  readonly reference: Reference
  /** At most one per side. */
  readonly steps: readonly Step[]
  readonly partial?: Partial
}

export type Step = {
  readonly side: 'below' | 'above'
  readonly by: Amount
  readonly points: ExactText
} & (
  | { readonly effect: 'deduct'; readonly limit?: DeductionLimit }
  | { readonly effect: 'add'; readonly limit?: AdditionLimit }
)

/** M16 每发现1例扣 d. */
export interface CountDeductionRule {
  readonly kind: 'countDeduction'
  readonly counted: Counted
  readonly points: ExactText
  readonly limit?: DeductionLimit
  readonly partial?: Partial
}

/** M17 每完成1个得 d，最高得 C. */
export interface CountCreditRule {
  readonly kind: 'countCredit'
  readonly counted: Counted
  readonly points: ExactText
  readonly ceiling?: Ceiling
  readonly partial?: Partial
}

/** M18 分项计分. An entry's key is its place in the list, from `1`. */
export interface ChecklistRule {
  readonly kind: 'checklist'
  readonly entries: readonly { readonly name: string; readonly points: ExactText }[]
}

/** 人工评定 within a stated range; who judged, why and on what evidence stand with the datum. */
export interface JudgedRule {
  readonly kind: 'judged'
  readonly from: ExactText
  readonly to: ExactText | 'fullMark'
}

/** What is measured: a rate in percent of two inputs, or one input in the unit that the sentence uses. */
export type Measure =
  | { readonly kind: 'rate'; readonly actual: string; readonly target: string }
  | { readonly kind: 'input'; readonly name: string }

/** A number of the sentence with its unit, as written: `80` `%`, `5` `个百分点`, `3` `家`. */
export interface Amount {
  readonly value: ExactText
  readonly unit?: string
}

export type Reference = Amount | { readonly input: string }

export interface Edge extends Amount {
  /** Absent where the sentence says 以上 or 以下 without (含). */
  readonly inclusive?: boolean
}

export interface Band {
  readonly from?: Edge
  readonly to?: Edge
}

export type Condition =
  | { readonly kind: 'fact'; readonly name: string }
  | ({ readonly kind: 'band'; readonly measure: Measure } & Band)
  | { readonly kind: 'meets'; readonly actual: string; readonly relation: Relation; readonly target: string }

export type Relation = 'atLeast' | 'above' | 'atMost' | 'below' | 'equal'

export interface Counted {
  /** 发现, 完成 …: kept so that the sentence reads as the office wrote it. */
  readonly verb: string
  readonly per: ExactText
  readonly unit: string
  readonly name?: string
}

export type Award =
  | { readonly kind: 'full' }
  | { readonly kind: 'none' }
  | { readonly kind: 'points'; readonly points: ExactText }
  | { readonly kind: 'share'; readonly percent: ExactText }

/** How high points may go. */
export type Ceiling =
  | { readonly kind: 'fullMark' }
  | { readonly kind: 'points'; readonly points: ExactText }
  | { readonly kind: 'share'; readonly percent: ExactText }
  | { readonly kind: 'unlimited' }

/** 扣完为止, 最多扣 x 分, 不设下限. */
export type DeductionLimit =
  | { readonly kind: 'untilZero' }
  | { readonly kind: 'points'; readonly points: ExactText }
  | { readonly kind: 'unlimited' }

/** 加分后以满分为限, 最多加 x 分, 不封顶. */
export type AdditionLimit =
  | { readonly kind: 'fullMark' }
  | { readonly kind: 'points'; readonly points: ExactText }
  | { readonly kind: 'unlimited' }

/** What a started step counts: nothing (不计), its share (按比例), or a whole one (按一个计). */
export type Partial = 'dropped' | 'proRata' | 'whole'
