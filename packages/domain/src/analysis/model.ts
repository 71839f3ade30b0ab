import type { ExactText } from '../kernel/exact.ts'
import type { Spread } from '../simulation/spread.ts'

/** 打分分析 of a locked version: what people may want to look at. Nothing here changes a score. */
export interface ScoringAnalysis {
  readonly leaves: readonly LeafFigures[]
  readonly scorers: readonly ScorerFigures[]
  readonly reasons: readonly SharedReason[]
  readonly reporting: readonly ReportingFigures[]
  readonly hurries: readonly HurryFigures[]
}

/** How one indicator spreads its units. */
export interface LeafFigures extends Spread {
  readonly leafKey: string
  readonly name: string
  readonly fullMark: ExactText
}

/**
 * 偏宽 or 偏严 against the other scorers. Not compared: `few` rows or scorers, and `alike`, where more than half have one median, so that
 * there is no measure of apart.
 */
export type Lean = 'lenient' | 'harsh' | 'usual' | 'few' | 'alike'

export interface ScorerFigures {
  readonly unitId: string
  readonly sectionId?: string
  readonly rows: number
  readonly full: number
  /** Median share of the full marks, exact. */
  readonly median: ExactText
  /** Modified z-score of that median among the scorers, exact; absent where it is not told. */
  readonly z?: ExactText
  readonly lean: Lean
}

/** 雷同理由: the same words, punctuation and spaces aside, for several rows. */
export interface SharedReason {
  /** As first written. */
  readonly reason: string
  readonly rows: number
  readonly unitIds: readonly string[]
  readonly leafKeys: readonly string[]
}

/** When one body handed in what it was asked for. */
export interface ReportingFigures {
  readonly unitId: string
  /** Figures that it handed in. */
  readonly figures: number
  /** Whose first version came on the last day that was given. */
  readonly onLastDay: number
  readonly late: number
  /** That were handed in more than once; corrections by verification aside. */
  readonly changed: number
}

/**
 * 截止前改动 of one body against the others: `crowded` where far more of its changes than theirs came in the last hours. Not compared:
 * `few` changes or bodies, and `alike`, where more than half have one share.
 */
export const hurries = ['crowded', 'usual', 'few', 'alike'] as const
export type Hurry = (typeof hurries)[number]

export interface HurryFigures {
  readonly unitId: string
  /** Times that it handed in a figure again. */
  readonly changes: number
  /** Of these, in the last hours before the due day ended. */
  readonly inLast: number
  /** Exact. */
  readonly share: ExactText
  readonly hurry: Hurry
}
