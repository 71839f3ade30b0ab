import { add, div, type ExactText, equal, exact, hundred, mul, printExact, sign, sum } from '../kernel/exact.ts'
import { printRounded } from '../kernel/rounding.ts'
import type { EvaluationContent } from './channel.ts'
import { type CountedMark, tallyUnit, type UnitTally } from './tally.ts'

/** What the count needs of a round. */
interface Evaluated {
  readonly unitIds: readonly string[]
  readonly content: EvaluationContent
}

export interface ChannelTally {
  readonly channelKey: string
  /** How many people or ballots were asked, and how many came back. */
  readonly asked: number
  readonly came: number
  readonly units: readonly UnitTally[]
}

/** The combined result of one unit; without a value it is 暂缺, never zero. */
export interface UnitResult {
  readonly unitId: string
  /** Before rounding. */
  readonly exact?: ExactText
  readonly value?: ExactText
}

export interface EvaluationResult {
  readonly channels: readonly ChannelTally[]
  readonly units: readonly UnitResult[]
}

/** Everything that was given in one channel. */
export interface ChannelMarks {
  readonly channelKey: string
  readonly asked: number
  readonly came: number
  readonly marks: ReadonlyMap<string, readonly CountedMark[]>
}

/** 计票: exact to the end, rounded once. A channel that is short for a unit leaves it 暂缺, or gives its weight to the others. */
export const resultOf = ({ unitIds, content }: Evaluated, given: readonly ChannelMarks[]): EvaluationResult => {
  const channels = content.channels.map((channel): ChannelTally => {
    const found = given.find(({ channelKey }) => channelKey === channel.key)
    return {
      channelKey: channel.key,
      asked: found?.asked ?? 0,
      came: found?.came ?? 0,
      units: unitIds.map((unitId) => tallyUnit(channel, unitId, found?.marks.get(unitId) ?? [])),
    }
  })
  return { channels, units: unitIds.map((unitId) => combined(content, channels, unitId)) }
}

const combined = (
  { channels, outOf, places, whenShort }: EvaluationContent,
  tallies: readonly ChannelTally[],
  unitId: string,
): UnitResult => {
  const parts = channels.flatMap(({ key, weight }) => {
    const rate = tallies.find(({ channelKey }) => channelKey === key)?.units.find((one) => one.unitId === unitId)?.rate
    return rate === undefined ? [] : [{ weight: exact(weight), rate: exact(rate) }]
  })
  const weights = sum(parts.map(({ weight }) => weight))
  if (sign(weights) === 0 || (whenShort === 'missing' && !equal(weights, hundred))) return { unitId }
  const rate = div(parts.map(({ weight, rate: one }) => mul(weight, one)).reduce(add), weights)
  const value = div(mul(rate, exact(outOf)), hundred)
  return { unitId, exact: printExact(value), value: printRounded(value, { mode: 'halfUp', places }) }
}

/** Marks of ballots that name no one, mark by mark. */
export const countMarks = (marks: readonly { readonly unitId: string; readonly mark: string }[]) => {
  const counted = new Map<string, CountedMark[]>()
  for (const [unitId, ofUnit] of Map.groupBy(marks, (one) => one.unitId)) {
    const byMark = Map.groupBy(ofUnit, ({ mark }) => mark)
    counted.set(
      unitId,
      [...byMark].map(([mark, all]) => ({ mark, n: all.length })).toSorted((a, b) => (a.mark < b.mark ? -1 : 1)),
    )
  }
  return counted
}
