import type { ExactText } from '../kernel/exact.ts'

/** 领导评价 · 互评 · 基层评议 · 公众评议. */
export const channelKinds = ['leaders', 'peers', 'lowerUnits', 'public'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** 实名网上填票 · 无记名网上投票 · 纸质票. */
export const channelWays = ['byName', 'secret', 'paper'] as const
export type ChannelWay = (typeof channelWays)[number]

export interface MarkLevel {
  readonly key: string
  /** 优秀、良好、一般、较差, or the office's own words. */
  readonly name: string
  readonly points: ExactText
}

/** What may be put on a ballot for one unit: a mark within a range, or one of several levels. */
export type ChannelScale =
  | { readonly kind: 'marks'; readonly from: ExactText; readonly to: ExactText }
  | { readonly kind: 'levels'; readonly levels: readonly MarkLevel[] }

/** 不了解: not offered, left out of the mean, or counted at declared points. */
export type UnknownRule =
  | { readonly kind: 'notOffered' }
  | { readonly kind: 'leftOut' }
  | { readonly kind: 'counted'; readonly points: ExactText }

/** 强制分布: of the units on one ballot at most this many percent get these points or more; rounded down to whole units. */
export interface SpreadRule {
  readonly atLeast: ExactText
  readonly percent: ExactText
}

/** 去掉最高分和最低分, once a unit has more marks than stated; `percent` of them is rounded down. */
export interface TrimRule {
  readonly whenMoreThan: number
  readonly by: 'count' | 'percent'
  readonly highest: number
  readonly lowest: number
}

/** One way of asking one kind of people, with its weight in the result. */
export interface Channel {
  readonly key: string
  readonly name: string
  readonly kind: ChannelKind
  readonly way: ChannelWay
  /** Percent; those of all channels add up to 100. */
  readonly weight: ExactText
  readonly scale: ChannelScale
  readonly unknown: UnknownRule
  readonly spread?: SpreadRule
  readonly trim?: TrimRule
  /** Fewer marks that count than this: the unit has no result of this channel, and none is shown. */
  readonly minimum: number
  /** A ballot by name may be changed until the round closes; else it stands once sent. */
  readonly mayChange: boolean
  /** Whoever holds one of these posts in one of these units on the day of opening; empty for ballots on paper. */
  readonly roster: { readonly posts: readonly string[]; readonly unitIds: readonly string[] }
}

/** Fewer secret marks of a unit than this say too much of whoever gave them. */
export const leastSecret = 5

export interface EvaluationContent {
  readonly title: string
  /** What the result is out of: 100, or the full mark of the indicator. */
  readonly outOf: ExactText
  /** Decimal places of the result; rounded once, 四舍五入. */
  readonly places: number
  /** A unit that a channel has no result of: 暂缺, or the other channels carry its weight in proportion. */
  readonly whenShort: 'missing' | 'reweigh'
  readonly opensOn: string
  /** 无记名票: last day on which tickets are taken, under one's name; ballots go into the box from the next day on. */
  readonly ticketsUntil?: string
  /** Last day, inclusive. */
  readonly closesOn: string
  readonly channels: readonly Channel[]
}
