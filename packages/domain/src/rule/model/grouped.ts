import type { ExactText } from '../../kernel/exact.ts'
import type { Amount, Award, Base } from './parts.ts'

// Methods that hold a figure against those of the group.

/** M10 最高的得满分，其余按比例: full marks × own ÷ best; where less is better, best ÷ own. */
export interface ToBestRule {
  readonly kind: 'toBest'
  readonly name: string
  readonly best: 'max' | 'min'
  readonly of?: ExactText
  /** 第2名至第5名按比例: the last place that gets its share. */
  readonly through?: ExactText
  readonly otherwise?: Award
}

/** M21 贡献率: full marks × own ÷ sum of the group. */
export interface ShareRule {
  readonly kind: 'share'
  readonly name: string
}

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

/** M13 第1名得满分，每低1名减: so many points, or so much of full marks, for each place; or evenly down to what the last one earns. */
export interface RankStepsRule {
  readonly kind: 'rankSteps'
  readonly name: string
  readonly first: Base | { readonly kind: 'full' }
  readonly each: Base | { readonly kind: 'even'; readonly last: Base | { readonly kind: 'none' } }
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
  /** 前30%, 后1/3: `from` and `to` are parts of all places, from 0 on, and `from` itself belongs to the run before. */
  readonly by?: 'share'
  readonly from: ExactText
  readonly to: ExactText
  readonly award: Award
}
