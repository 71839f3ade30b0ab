import type { Author } from '../kernel/command-context.ts'
import type { ExactText } from '../kernel/exact.ts'

/** What a body decided, registered from its minutes. A meeting is one way to make it; it is changed only by a later decision. */
export interface Decision {
  readonly id: string
  readonly subject: DecisionSubject
  /** 审定机构, e.g. 党组会议, 局长办公会议, 绩效考评领导小组会议. */
  readonly body: string
  readonly decidedOn: string
  /** Verbatim from the minutes. */
  readonly text: string
  /** 纪要文号 or 会议次数; absent where the body numbers nothing. */
  readonly number?: string
  readonly outcome: 'approved' | 'returned'
  /** 会议核定调整: stands beside the computed scores, never over them. */
  readonly adjustments: readonly Adjustment[]
  /** Of units whose grade the plan's arithmetic left open in locked totals; absent where the body decided none. */
  readonly grades?: readonly DecidedGrade[]
  readonly scanDigest: string
  readonly recordedBy: Author
  readonly recordedAt: string
  /** The second person who compared the entry with the minutes; a decision binds from then on. */
  readonly confirmation?: { readonly by: Author; readonly at: string }
  readonly replaces?: string
}

export interface DecisionSubject {
  readonly kind: 'plan' | 'leadReport' | 'result'
  readonly id: string
  /** Of the paper or frozen run that lay before the body. */
  readonly digest: string
}

/** 容错免责 · 不可抗力 · 口径变更 · 其他: as a meeting gives them. */
export const statedGrounds = ['faultTolerance', 'forceMajeure', 'measureChange', 'other'] as const
/** Those, and 异议复核 of a published result, which nobody types. */
export const adjustmentGrounds = [...statedGrounds, 'objection'] as const
export type AdjustmentGround = (typeof adjustmentGrounds)[number]

export interface Adjustment {
  readonly itemId: string
  readonly from: ExactText
  readonly to: ExactText
  readonly ground: AdjustmentGround
  readonly reason: string
}

/** 等次由会议确定: of one unit in locked totals. */
export interface DecidedGrade {
  readonly unitId: string
  readonly grade: string
}

export const isBinding = (decision: Decision): boolean => decision.confirmation !== undefined

export const canonicalDecision = (decision: Decision) => ({ v: 1, noun: 'decision', ...decision })
