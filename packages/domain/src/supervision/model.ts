import type { Author } from '../kernel/command-context.ts'
import type { Ladder } from './ticket.ts'

/** 定期督查 · 专项调研 (沈8 附件1 十三). */
export const supervisionKinds = ['routine', 'research'] as const
export type SupervisionKind = (typeof supervisionKinds)[number]

/** 起草 · 待批准 · 实施中 · 已结束 · 已撤销. */
export const supervisionStates = ['draft', 'toOrder', 'underWay', 'concluded', 'cancelled'] as const
export type SupervisionState = (typeof supervisionStates)[number]

export interface SupervisionFile {
  readonly digest: string
  readonly name: string
}

/** What the office proposes: whom it visits, on what, between which days, and what follows what it finds. */
export interface SupervisionContent {
  readonly kind: SupervisionKind
  readonly title: string
  /** The paper or arrangement it rests on. */
  readonly basis: string
  /** 督查内容 and how it is done; one paragraph a line. */
  readonly body: string
  /** Indicators or topics: what a finding is filed and counted under over the years. */
  readonly subjects: readonly string[]
  readonly unitIds: readonly string[]
  readonly from: string
  readonly to: string
  readonly ladder: Ladder
}

export interface SupervisionStanding {
  /** 领导小组派出: the head's order. */
  readonly order?: {
    readonly words: string
    readonly on: string
    readonly by: Author
    readonly scanDigest?: string
  }
  readonly conclusion?: {
    readonly words: string
    readonly on: string
    readonly by: Author
    /** 督查通报, drafted as a circular; absent where no unit was visited after all. */
    readonly circularId?: string
  }
}

export interface SupervisionStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 督查: the office is sent by the head of the group, within a written scope and period (沈8 附件1 十三). */
export interface Supervision {
  readonly id: string
  readonly unitId: string
  readonly state: SupervisionState
  readonly content: SupervisionContent
  readonly standing: SupervisionStanding
  readonly steps: readonly [SupervisionStep, ...SupervisionStep[]]
}

export const canonicalSupervision = (supervision: Supervision) => ({ v: 1, noun: 'supervision', ...supervision })
