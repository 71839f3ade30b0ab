import type { Author } from '../kernel/command-context.ts'

/** 全年考评 · 一张评分表 · 一个单位的一项 · 一次抽样. */
export const remarkSubjects = ['year', 'sheet', 'item', 'draw'] as const
export type RemarkSubject = (typeof remarkSubjects)[number]

/** 待答复 · 已答复. A remark is not taken back: the answer says what became of it. */
export const remarkStates = ['open', 'answered'] as const
export type RemarkState = (typeof remarkStates)[number]

/** 采纳 · 部分采纳 · 不采纳. */
export const remarkAnswers = ['accepted', 'partly', 'declined'] as const
export type RemarkAnswerKind = (typeof remarkAnswers)[number]

/** 监督意见: what an observer has to say, to be answered by name before anything is locked or goes out. */
export interface Remark {
  readonly id: string
  readonly planId: string
  readonly subject: { readonly noun: RemarkSubject; readonly id: string }
  readonly words: string
  readonly by: Author
  readonly at: string
  readonly state: RemarkState
  readonly answer?: RemarkAnswer
}

export interface RemarkAnswer {
  readonly kind: RemarkAnswerKind
  /** What is done about it, or why not. */
  readonly words: string
  readonly by: Author
  readonly at: string
}

export const canonicalRemark = (remark: Remark) => ({ v: 1, ...remark, noun: 'remark' })
