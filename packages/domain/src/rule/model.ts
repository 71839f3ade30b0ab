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
  | ControlRule
  | AllOrNothingRule
  | TiersRule
  | StepsRule
  | SlopesRule
  | DiminishingRule
  | ToBestRule
  | ShareRule
  | EfficacyRule
  | RankStepsRule
  | RankBandsRule
  | CountDeductionRule
  | CountCreditRule
  | CountBonusRule
  | ChecklistRule
  | FaultsRule
  | ExtrasRule
  | MatrixRule
  | LevelsRule
  | CreditsRule
  | VotesRule
  | MeanRule
  | QuotedRule
  | WeightedMeanRule
  | ExpressionRule
  | JudgedRule
  | SumRule
  | PartsRule
  | CoefficientRule
  | InPercentRule
  | GatedRule

export type RuleKind = Rule['kind']
export type RuleOf<K extends RuleKind> = Extract<Rule, { readonly kind: K }>

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
  readonly slopes: readonly Slope[]
  readonly partial?: Partial
  /** 加减分最多10分. */
  readonly most?: ExactText
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

/** M10 最高的得满分，其余按比例: full marks × own ÷ best; where less is better, best ÷ own. */
export interface ToBestRule {
  readonly kind: 'toBest'
  readonly name: string
  readonly best: 'max' | 'min'
  readonly of?: ExactText
}

/** M21 贡献率: full marks × own ÷ sum of the group. */
export interface ShareRule {
  readonly kind: 'share'
  readonly name: string
}

/**
 * M11, M12 功效系数法, with x = (own - low) ÷ (high - low): full marks × (base + (1 - base) × x), or × base^(1 - x). `low` above
 * `high` makes a negative indicator. The exponential share is rounded to `places`, 四舍五入, as part of the method.
 */
export interface EfficacyRule {
  readonly kind: 'efficacy'
  readonly name: string
  readonly high: Pole
  readonly low: Pole
  /** In percent of full marks. */
  readonly base: ExactText
  readonly curve: { readonly kind: 'linear' } | { readonly kind: 'exponential'; readonly places: number }
}

/** A fixed value, or the group's highest or lowest. */
export type Pole = Amount | { readonly group: 'max' | 'min' }

/** M13 第1名得满分，每低1名减: so many points, or so much of full marks, for each place. */
export interface RankStepsRule {
  readonly kind: 'rankSteps'
  readonly name: string
  readonly first: Base | { readonly kind: 'full' }
  readonly each: Base
  readonly least?: ExactText
}

/** M14, M15: an award for each run of places, counted from the first or from the last. */
export interface RankBandsRule {
  readonly kind: 'rankBands'
  readonly name: string
  readonly bands: readonly RankBand[]
  readonly otherwise?: Award
}

export interface RankBand {
  readonly end: 'first' | 'last'
  readonly from: ExactText
  readonly to: ExactText
  readonly award: Award
}

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

/** M15, M17 每获得1项加 d, on top of what is there. */
export interface CountBonusRule {
  readonly kind: 'countBonus'
  readonly counted: Counted
  readonly points: ExactText
  readonly limit?: AdditionLimit
  readonly partial?: Partial
}

/** M18 分项计分. An entry's key is its place in the list, from `1`. */
export interface ChecklistRule {
  readonly kind: 'checklist'
  readonly entries: readonly { readonly name: string; readonly points: ExactText }[]
}

/** M16, M18 未制定方案的扣2分: full marks less what each fault costs. */
export interface FaultsRule {
  readonly kind: 'faults'
  readonly entries: readonly { readonly name: string; readonly points: ExactText }[]
  readonly limit?: DeductionLimit
}

/** M25, M33 新建项目的加5分: what each fact adds. */
export interface ExtrasRule {
  readonly kind: 'extras'
  readonly entries: readonly { readonly name: string; readonly points: ExactText }[]
  readonly limit?: AdditionLimit
}

/** M19 条件组合: the award of the row whose conditions all hold. */
export interface MatrixRule {
  readonly kind: 'matrix'
  readonly rows: readonly {
    readonly when: readonly { readonly name: string; readonly met: boolean }[]
    readonly award: Award
  }[]
  readonly otherwise?: Award
}

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
  readonly counting?: 'each' | 'once' | 'highest'
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

/** M20, M25: methods of one sentence together. Those that earn are added up (full marks where none does), the others add or take. */
export interface SumRule {
  readonly kind: 'sum'
  readonly parts: readonly Rule[]
  readonly limit?: DeductionLimit
  readonly ceiling?: Ceiling
}

/** M20, M21: parts that carry marks of their own, in points or as a share of full marks. */
export interface PartsRule {
  readonly kind: 'parts'
  readonly parts: readonly { readonly name?: string; readonly marks: Base; readonly rule: Rule }[]
}

/** M24: the points of a rule × a coefficient given for the unit. */
export interface CoefficientRule {
  readonly kind: 'coefficient'
  readonly name: string
  readonly rule: Rule
}

/** M06, M16 每低1个百分点扣满分的5%: the points of the rule are percents of full marks. */
export interface InPercentRule {
  readonly kind: 'inPercent'
  readonly rule: StepsRule | CountDeductionRule
}

/** M34, M35: what a fact does to the item whatever its rule gives; a veto beyond the item leaves the points alone and is reported. */
export interface GatedRule {
  readonly kind: 'gated'
  readonly rule: Rule
  readonly gates: readonly { readonly when: string; readonly effect: Award | Veto }[]
}

export interface Veto {
  readonly kind: 'veto'
  /** The words of the sentence: 年度考核不得评为优秀. */
  readonly scope: string
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

/** A number, the target or last year's figure, or a figure of the group. */
export type Reference = Amount | { readonly input: string } | { readonly group: 'mean' | 'max' | 'min' }

/** So many points, or so much of full marks. */
export type Base =
  | { readonly kind: 'points'; readonly points: ExactText }
  | { readonly kind: 'share'; readonly percent: ExactText }

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
  /** 按比例得分. */
  | { readonly kind: 'rate' }
  /** 扣2分, 加2分: off or on top of full marks. */
  | { readonly kind: 'deduct'; readonly points: ExactText }
  | { readonly kind: 'add'; readonly points: ExactText }

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

/** 加分后以满分为限, 最多加 x 分, 不封顶; M23: less may be added where the target was set low against the baseline. */
export type AdditionLimit =
  | { readonly kind: 'fullMark' }
  | { readonly kind: 'points'; readonly points: ExactText }
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'byBaseline'; readonly points: ExactText; readonly below: readonly BaselineCap[] }

/** Where the target lies below the baseline by this much or less (absent: by more than the rows before), at most so much is added. */
export interface BaselineCap {
  readonly upTo?: ExactText
  readonly points: ExactText
}

/** What a started step counts: nothing (不计), its share (按比例), or a whole one (按一个计). */
export type Partial = 'dropped' | 'proRata' | 'whole'
