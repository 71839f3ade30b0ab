import type { Author } from '../kernel/command-context.ts'
import type { ProgressCalendar } from './rounds.ts'

/** 分解中 · 已下达 · 修订中 · 已评定 · 已撤销. */
export const superiorPlanStates = ['draft', 'issued', 'revising', 'judged', 'cancelled'] as const
export type SuperiorPlanState = (typeof superiorPlanStates)[number]

/** 分解承担: local targets and marks add up to the superior's. 各自承担: each bears the whole. */
export const sharings = ['split', 'each'] as const
export type Sharing = (typeof sharings)[number]

/** 牵头 · 配合. */
export const shareRoles = ['lead', 'support'] as const
export type ShareRole = (typeof shareRoles)[number]

/** Who in the unit or section has a share in hand and reports its progress. */
export const sharePosts = ['unitReporter', 'handler', 'sectionHead'] as const
export type SharePost = (typeof sharePosts)[number]

export interface StoredFile {
  readonly digest: string
  readonly name: string
}

/** The superior's paper: what is printed on it, and its scan. */
export interface SuperiorDocument {
  readonly title: string
  readonly number: string
  readonly issuer: string
  readonly files: readonly StoredFile[]
}

/** One indicator on which the superior appraises us; figures are exact texts, empty where the paper does not say. */
export interface SuperiorIndicator {
  readonly key: string
  readonly name: string
  readonly fullMark: string
  /** The figure of the target, where there is one. */
  readonly target: string
  readonly measureUnit: string
  /** What is asked, in the superior's words. */
  readonly task: string
  /** The superior's own scoring sentence. */
  readonly sentence: string
  readonly sharing: Sharing
  readonly due: string
}

/** What one unit, or one of its sections, bears of an indicator. */
export interface IndicatorShare {
  readonly key: string
  readonly indicatorKey: string
  readonly role: ShareRole
  readonly unitId: string
  readonly sectionId?: string
  /** Exact; empty for a supporter that bears no figure of its own. */
  readonly target: string
  readonly marks: string
  readonly post: SharePost
  /** 责任人 as printed on the table. */
  readonly ownerName: string
  readonly due: string
  readonly basis: string
}

export interface SuperiorContent {
  readonly document: SuperiorDocument
  readonly indicators: readonly SuperiorIndicator[]
  readonly shares: readonly IndicatorShare[]
}

/** What was given to the units, as it was that day. */
export interface IssuedBreakdown extends SuperiorContent {
  readonly number: number
  /** Why it replaces the one before; empty of the first. */
  readonly reason: string
  readonly on: string
  readonly by: Author
}

/** A score of one indicator, exact, with its words. */
export interface IndicatorScore {
  readonly indicatorKey: string
  readonly score: string
  readonly words: string
}

/** 上级评定: what the superior gave, with its paper. */
export interface SuperiorVerdict {
  readonly on: string
  readonly number: string
  readonly scanDigest: string
  readonly scores: readonly IndicatorScore[]
  readonly by: Author
}

export interface SuperiorStanding {
  readonly versions: readonly IssuedBreakdown[]
  /** When progress is reported; absent until the office sets it. */
  readonly calendar?: ProgressCalendar
  /** 自评: what we give ourselves before the superior says. */
  readonly selfScores?: readonly IndicatorScore[]
  readonly verdict?: SuperiorVerdict
}

export interface SuperiorStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 上级考评方案: what the superior appraises us on in a year, divided over units and sections (沈8 附件2 三). */
export interface SuperiorPlan {
  readonly id: string
  /** The unit of the office. */
  readonly unitId: string
  readonly year: number
  readonly state: SuperiorPlanState
  readonly content: SuperiorContent
  readonly standing: SuperiorStanding
  readonly steps: readonly [SuperiorStep, ...SuperiorStep[]]
}

/** What the units work to: the breakdown issued last, whatever is being revised. */
export const inForce = ({ standing }: Pick<SuperiorPlan, 'standing'>): IssuedBreakdown | undefined =>
  standing.versions.at(-1)

/** Units that bear something, of what was issued and of what is being written. */
export const bearers = ({ content, standing }: Pick<SuperiorPlan, 'content' | 'standing'>): readonly string[] => [
  ...new Set([...(standing.versions.at(-1)?.shares ?? []), ...content.shares].map(({ unitId }) => unitId)),
]

export const canonicalSuperiorPlan = (plan: SuperiorPlan) => ({ v: 1, noun: 'superiorPlan', ...plan })
