import type { Author } from '../kernel/command-context.ts'
import type { NewItem } from '../plan/proposals.ts'
import type { SignedAspect } from '../plan/signature-keeping.ts'

/** 起草 · 待牵头单位意见 · 待考评办审核 · 待领导小组审定 · 待批复 · 已批复 · 已写入修订稿 · 已撤回. */
export const adjustmentStates = [
  'draft',
  'opinion',
  'office',
  'group',
  'decided',
  'replied',
  'revised',
  'withdrawn',
] as const
export type AdjustmentState = (typeof adjustmentStates)[number]

/** 调整目标值 · 取消指标 · 新增指标 · 变更牵头（评分）单位. */
export const adjustmentKinds = ['target', 'dropped', 'added', 'owner'] as const
export type AdjustmentKind = (typeof adjustmentKinds)[number]

/** How full marks stay what they were: 其他指标按比例折算 · 由指定指标增减 · 作为加分，不占分值. */
export const marksRules = ['scaled', 'takenFrom', 'bonus'] as const
export type MarksRule =
  | { readonly by: 'scaled' | 'bonus' }
  /** The indicator that gives the marks of an added one, or gets those of a dropped one. */
  | { readonly by: 'takenFrom'; readonly leafKey: string }

/** Working days that the lead unit has for its opinion. */
export const opinionDays = 5

/** What is asked, for the requesting unit's item of one plan. */
export type Adjusted =
  | { readonly kind: 'target'; readonly leafKey: string; readonly target: string }
  | { readonly kind: 'dropped'; readonly leafKey: string; readonly marks: MarksRule }
  /** The key is the one that the new indicator gets. */
  | { readonly kind: 'added'; readonly leafKey: string; readonly item: NewItem; readonly marks: MarksRule }
  | { readonly kind: 'owner'; readonly leafKey: string; readonly leadUnitId: string }

export interface AdjustmentContent {
  readonly adjusted: Adjusted
  /** The item as the plan said it when this was written: name of the indicator, and the value that would change. */
  readonly was: { readonly leafName: string; readonly value: string }
  readonly reason: string
  /** 依据文件, as printed: title and number. */
  readonly basisDocument: string
  readonly files: readonly { readonly digest: string; readonly name: string }[]
}

/** An item that the adjustment moves, with what was done on it already. */
export interface TouchedItem {
  readonly leafKey: string
  readonly leafName: string
  readonly unitId: string
  /** What a signature rests on and would change; empty where signatures stand. */
  readonly aspects: readonly SignedAspect[]
  readonly reported: boolean
  /** Whose standing signatures are on it. */
  readonly signers: readonly string[]
}

/** A mark that gives way, so that full marks stay what they were. */
export interface MovedMark {
  readonly nodeKey: string
  readonly name: string
  readonly before: string
  readonly after: string
}

export interface AdjustmentStanding {
  readonly sentOn?: string
  /** By when the lead unit is asked to speak; absent where the calendar of working days ends before. */
  readonly opinionDue?: string
  readonly opinion?: { readonly agreed: boolean; readonly words: string; readonly by: Author; readonly at: string }
  /** What lay before whoever decided. */
  readonly touched?: readonly TouchedItem[]
  readonly marks?: readonly MovedMark[]
  /** 考评办审核意见. */
  readonly proposal?: string
  readonly decision?: {
    readonly agreed: boolean
    readonly words: string
    readonly on: string
    readonly by: Author
    /** Of what the head wrote, or of the minutes. */
    readonly scanDigest?: string
    /** The meeting that decided, with the number of its minutes. */
    readonly meeting?: string
  }
  /** 批复. */
  readonly reply?: { readonly documentNumber: string; readonly on: string; readonly effectiveOn: string }
  /** Times that it was put into a revision of the plan. */
  readonly revisions?: readonly { readonly planVersion: number; readonly on: string }[]
}

export interface AdjustmentStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 指标调整: a unit asks that its task of an issued plan be another; what is agreed goes into the plan's next version. */
export interface TargetAdjustment {
  readonly id: string
  readonly planId: string
  /** The unit that asks, and carries the item. */
  readonly unitId: string
  /** 牵头（评分）单位 of the item as it stands. */
  readonly leadUnitId: string
  /** The unit of the office that reviews and replies. */
  readonly officeUnitId: string
  readonly state: AdjustmentState
  readonly content: AdjustmentContent
  readonly standing: AdjustmentStanding
  readonly steps: readonly [AdjustmentStep, ...AdjustmentStep[]]
}

/** Agreed and replied: what goes into the plan. */
export const isAgreed = ({ standing }: Pick<TargetAdjustment, 'standing'>): boolean =>
  standing.decision?.agreed === true && standing.reply !== undefined

export const canonicalAdjustment = (adjustment: TargetAdjustment) => ({ v: 1, noun: 'targetAdjustment', ...adjustment })

/** What a meeting decides on, without what was decided: named by its digest. */
export const deliberatedForm = ({ id, planId, unitId, content, standing }: TargetAdjustment) => ({
  v: 1,
  noun: 'targetAdjustment',
  id,
  planId,
  unitId,
  content,
  ...(standing.opinion && { opinion: { agreed: standing.opinion.agreed, words: standing.opinion.words } }),
  ...(standing.proposal !== undefined && { proposal: standing.proposal }),
})
