import type { BodyOf } from '@quanheng/contract/route'
import type { divideSuperiorPlan, setSuperiorIndicators } from '@quanheng/contract/superior-plan'
import type { Line, Share, SuperiorPlan } from '../superior-plan.ts'

export type GivenIndicator = BodyOf<typeof setSuperiorIndicators>['indicators'][number]
export type GivenShare = BodyOf<typeof divideSuperiorPlan>['shares'][number]

export const givenIndicator = ({ shares: _, sums: __, ...line }: Line): GivenIndicator => line

export const givenShare = ({ key: _, unitName: __, sectionName: ___, ...share }: Share): GivenShare => share

/** All indicators, with this one in place of the one that it changes or behind them. */
export const indicatorsWith = ({ lines }: SuperiorPlan, changed: GivenIndicator): GivenIndicator[] => {
  const all = lines.map(givenIndicator)
  return changed.key === null ? [...all, changed] : all.map((one) => (one.key === changed.key ? changed : one))
}

export const indicatorsWithout = ({ lines }: SuperiorPlan, key: string): GivenIndicator[] =>
  lines.filter((line) => line.key !== key).map(givenIndicator)

/** The whole breakdown, with these shares of one indicator. */
export const sharesWith = ({ lines }: SuperiorPlan, key: string, shares: readonly GivenShare[]): GivenShare[] =>
  lines.flatMap((line) => (line.key === key ? shares : line.shares.map(givenShare)))
