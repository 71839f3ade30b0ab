import type { Author } from '../kernel/command-context.ts'
import type { Seat } from '../meeting/model.ts'

/** 政策文件 · 改革举措 · 重要活动 · 专项任务 (沈8 附件1 十一). */
export const matterSorts = ['policy', 'reform', 'activity', 'task'] as const
export type MatterSort = (typeof matterSorts)[number]

/** 起草 · 征求意见 · 修改 · 待审定 · 已审定 · 已撤销. */
export const matterStates = ['draft', 'opinions', 'revising', 'toApprove', 'approved', 'cancelled'] as const
export type MatterState = (typeof matterStates)[number]

/** What it means that a member says nothing until the day: 视为同意 · 视为无意见. Set before anybody is asked. */
export const silences = ['agree', 'none'] as const
export type Silence = (typeof silences)[number]

export const matterStances = ['agree', 'change', 'against'] as const
export type MatterStance = (typeof matterStances)[number]

/** 采纳 · 部分采纳 · 未采纳. */
export const answerOutcomes = ['accepted', 'partly', 'declined'] as const
export type AnswerOutcome = (typeof answerOutcomes)[number]

export interface MatterContent {
  readonly sort: MatterSort
  readonly title: string
  /** One paragraph a line. */
  readonly body: string
  readonly files: readonly { readonly digest: string; readonly name: string }[]
}

/** A member who was asked, as the group stood that day. */
export type Asked = Pick<Seat, 'key' | 'personName' | 'unitName' | 'unitId' | 'personId'>

export interface MatterOpinion {
  readonly seatKey: string
  readonly stance: MatterStance
  readonly words: string
  readonly by: Author
  readonly at: string
  /** Of the signed original, where somebody else handed it in. */
  readonly scanDigest?: string
}

export interface OpinionAnswer {
  readonly seatKey: string
  readonly outcome: AnswerOutcome
  readonly reason: string
}

export interface MatterStanding {
  /** Texts that went out or up, in their order; the last one is what stands. */
  readonly versions: readonly {
    readonly title: string
    readonly body: string
    readonly by: Author
    readonly at: string
  }[]
  readonly round?: {
    readonly until: string
    readonly silence: Silence
    readonly sentOn: string
    readonly asked: readonly Asked[]
  }
  readonly opinions: readonly MatterOpinion[]
  readonly answers: readonly OpinionAnswer[]
  /** 紧急、特殊事项直接报组长: why, and whether members are told afterwards. */
  readonly direct?: { readonly reason: string; readonly tellMembers: boolean; readonly on: string }
  readonly approval?: {
    readonly words: string
    readonly on: string
    readonly by: Author
    readonly scanDigest?: string
    /** Members told afterwards. */
    readonly told: readonly Asked[]
  }
}

export interface MatterStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 重要事项: on which members' opinions are asked, or which goes straight to the head, who decides (沈8 附件1 十一). */
export interface ImportantMatter {
  readonly id: string
  readonly unitId: string
  readonly state: MatterState
  readonly content: MatterContent
  readonly standing: MatterStanding
  readonly steps: readonly [MatterStep, ...MatterStep[]]
}

/** Members who were asked and said nothing. */
export const silent = ({ standing: { round, opinions } }: Pick<ImportantMatter, 'standing'>): readonly Asked[] =>
  (round?.asked ?? []).filter(({ key }) => !opinions.some((one) => one.seatKey === key))

/** Opinions that ask for something, and so for an answer. */
export const toAnswer = ({ opinions }: MatterStanding): readonly MatterOpinion[] =>
  opinions.filter(({ stance, words }) => stance !== 'agree' || words !== '')

export const canonicalMatter = (matter: ImportantMatter) => ({ v: 1, noun: 'matter', ...matter })
