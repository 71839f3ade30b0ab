import type { PostKind } from '../ability/posts.ts'
import type { Author } from '../kernel/command-context.ts'

/** 通知 · 通报 · 简报. A briefing (简报) carries 第N期 instead of a number. */
export const circularKinds = ['notice', 'circular', 'briefing'] as const
export type CircularKind = (typeof circularKinds)[number]

/** 上级要求 · 领导批示 · 工作安排 · 议定事项 · 节点完成 (沈8 附件1 十二). */
export const circularTopics = ['superior', 'instruction', 'arrangement', 'decision', 'milestone'] as const
export type CircularTopic = (typeof circularTopics)[number]

/** 起草 · 待签发 · 已印发 · 已撤回 · 已作废. */
export const circularStates = ['draft', 'toIssue', 'issued', 'withdrawn', 'discarded'] as const
export type CircularState = (typeof circularStates)[number]

export interface CircularFile {
  readonly digest: string
  readonly name: string
}

/** To whom: every seat of the leading group, units, posts in units. Who that is becomes fixed when it is issued. */
export interface Addressed {
  readonly group: boolean
  readonly unitIds: readonly string[]
  readonly posts: readonly { readonly unitId: string; readonly post: PostKind }[]
}

/** What the office wrote. */
export interface CircularContent {
  readonly kind: CircularKind
  readonly topic: CircularTopic
  readonly title: string
  /** What it passes on: the superior's paper and number, or whose instruction and when. */
  readonly source: string
  /** One paragraph a line. */
  readonly body: string
  readonly files: readonly CircularFile[]
  /** The meeting whose decisions it makes known. */
  readonly meetingId?: string
  /** 发文机关标志; absent where the unit's own for the kind is taken. */
  readonly letterheadId?: string
  /** The number book it takes its number from; absent where the number comes from the OA. */
  readonly bookId?: string
  readonly to: Addressed
  /** Last day for signing, `YYYY-MM-DD`; empty where none was set. */
  readonly signBy: string
}

/** A unit signs by any of its receiving posts; whoever holds a named post or seat signs in person. */
export interface Receiver {
  /** `unit:<id>`, or `post:<id>` of one holder of a post. */
  readonly key: string
  readonly unitId: string
  readonly post?: PostKind
  readonly personId?: string
  readonly personName?: string
}

/** 签收 of one receiver, on screen or registered by the office from a signed sheet. */
export interface SignedFor {
  readonly key: string
  readonly by: Author
  readonly at: string
  /** Of the sheet signed by hand. */
  readonly scanDigest?: string
}

/** The organ in the red head, with the word behind it. */
export interface Letterhead {
  readonly organ: string
  readonly word: string
}

export interface CircularStanding {
  /** The number (通知、通报) or the running issue of the year (简报), and who let it go out. */
  readonly issued?: {
    readonly documentNumber?: string
    readonly issue?: number
    readonly on: string
    /** 发文机关标志 as it was that day. */
    readonly letterhead: Letterhead
    readonly by: Author
    readonly scanDigest?: string
  }
  readonly receivers: readonly Receiver[]
  readonly signed: readonly SignedFor[]
  /** The last day on which those who had not signed were told again. */
  readonly urgedOn?: string
}

export interface CircularStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 信息通报: what the leading group or its office makes known, and who has signed for it (沈8 附件1 十、十二). */
export interface Circular {
  readonly id: string
  readonly unitId: string
  readonly state: CircularState
  readonly content: CircularContent
  readonly standing: CircularStanding
  readonly steps: readonly [CircularStep, ...CircularStep[]]
}

/** Receivers that have not signed yet, in their order. */
export const unsigned = ({ standing: { receivers, signed } }: Pick<Circular, 'standing'>): readonly Receiver[] => {
  const done = new Set(signed.map(({ key }) => key))
  return receivers.filter(({ key }) => !done.has(key))
}

/** `通知` as its paper and its title name it. */
export const circularWord: Readonly<Record<CircularKind, '通知' | '通报' | '简报'>> = {
  notice: '通知',
  circular: '通报',
  briefing: '简报',
}

export const canonicalCircular = (circular: Circular) => ({ v: 1, noun: 'circular', ...circular })
