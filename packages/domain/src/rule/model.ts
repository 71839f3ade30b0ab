import type { Basis } from '../kernel/basis.ts'
import type { ExactText } from '../kernel/exact.ts'
import type {
  ChecklistRule,
  CountBonusRule,
  CountCreditRule,
  CountDeductionRule,
  ExtrasRule,
  FaultsRule,
  MatrixRule,
  MetCountRule,
} from './model/counted.ts'
import type { EfficacyRule, RankBandsRule, RankStepsRule, ShareRule, ToBestRule } from './model/grouped.ts'
import type {
  AllOrNothingRule,
  ControlRule,
  DiminishingRule,
  RatioRule,
  SlopesRule,
  StepsRule,
  TiersRule,
} from './model/measured.ts'
import type { Award, Base, Ceiling, DeductionLimit } from './model/parts.ts'
import type {
  CreditsRule,
  ExpressionRule,
  JudgedRule,
  LevelsRule,
  MeanRule,
  QuotedRule,
  VotesRule,
  WeightedMeanRule,
} from './model/recognised.ts'

export type {
  ChecklistRule,
  CountBonusRule,
  CountCreditRule,
  CountDeductionRule,
  ExtrasRule,
  FaultsRule,
  MatrixRule,
  MetCountRule,
} from './model/counted.ts'
export type {
  EfficacyRule,
  Pole,
  RankBand,
  RankBandsRule,
  RankStepsRule,
  ShareRule,
  ToBestRule,
} from './model/grouped.ts'
export type {
  AllOrNothingRule,
  ControlRule,
  DiminishingRule,
  RatioRule,
  Slope,
  SlopesRule,
  Step,
  StepsRule,
  Tier,
  TiersRule,
} from './model/measured.ts'
export type {
  AdditionLimit,
  Amount,
  Award,
  Band,
  Base,
  BaselineCap,
  Ceiling,
  Condition,
  Counted,
  DeductionLimit,
  Edge,
  Measure,
  Partial,
  Reference,
  Relation,
} from './model/parts.ts'
export type {
  CreditsRule,
  ExpressionRule,
  Formula,
  JudgedRule,
  LevelsRule,
  MeanRule,
  QuotedRule,
  VotesRule,
  WeightedMeanRule,
} from './model/recognised.ts'

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
  | MetCountRule
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

/** M20, M25: methods of one sentence together. Those that earn are added up (full marks where none does), the others add or take. */
export interface SumRule {
  readonly kind: 'sum'
  readonly parts: readonly Rule[]
  readonly limit?: DeductionLimit
  readonly ceiling?: Ceiling
  /** 合计最多加5分: what all that adds may add. */
  readonly mostAdded?: ExactText
  /** The limit stands behind the last part without 合计: of all of them, or of that one. */
  readonly scope?: 'unsaid'
  /** 同一事由取最高减分值: what is entered is of different matters, each once where it counts most. */
  readonly perMatter?: true
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
