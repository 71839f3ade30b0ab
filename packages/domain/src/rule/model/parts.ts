import type { ExactText } from '../../kernel/exact.ts'

// Words that the sentences of all methods share.

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
  /** 完成率不低于平均值: held against a figure of the group. */
  | {
      readonly kind: 'compared'
      readonly measure: Measure
      readonly relation: Relation
      readonly group: 'mean' | 'max' | 'min'
    }

export type Relation = 'atLeast' | 'above' | 'atMost' | 'below' | 'equal'

export interface Counted {
  /** 发现, 完成 …: kept so that the sentence reads as the office wrote it. */
  readonly verb: string
  readonly per: ExactText
  readonly unit: string
  readonly name?: string
  /** 对比上年度的，每增加1名人员编制: under what the named thing is counted. */
  readonly case?: string
}

export type Award =
  | { readonly kind: 'full' }
  | { readonly kind: 'none' }
  | { readonly kind: 'points'; readonly points: ExactText }
  | { readonly kind: 'share'; readonly percent: ExactText }
  /** 按比例得分, 按与70%的比例×4分得分: of the figure to `of` (absent: open), so much of `worth` (absent: full marks). */
  | { readonly kind: 'rate'; readonly of?: Amount; readonly worth?: Base }
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
