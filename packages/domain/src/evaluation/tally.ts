import {
  add,
  compare,
  div,
  type Exact,
  type ExactText,
  exact,
  floor,
  hundred,
  mul,
  printExact,
  whole,
  zero,
} from '../kernel/exact.ts'
import { pointsOf, topOf, unknownMark } from './ballot.ts'
import type { Channel, TrimRule } from './channel.ts'

/** How often a mark was given. */
export interface CountedMark {
  readonly mark: string
  readonly n: number
}

/** What one channel gives one unit, with its base. */
export interface UnitTally {
  readonly unitId: string
  /** Marks given, 不了解 included. */
  readonly given: number
  readonly unknown: number
  /** 去掉的最高分、最低分. */
  readonly dropped: number
  /** Marks that the mean is of. */
  readonly base: number
  /** Absent when fewer marks came than the channel asks for. */
  readonly mean?: ExactText
  /** The mean in percent of the highest mark. */
  readonly rate?: ExactText
  /** How often each mark was given, in the order of the marks; absent with the mean. */
  readonly marks?: readonly CountedMark[]
}

interface Weighed {
  readonly points: Exact
  readonly n: number
}

const droppedAt = ({ by }: TrimRule, stated: number, count: number): number =>
  by === 'count' ? stated : Number(floor(div(mul(whole(stated), whole(count)), hundred)).n)

const without = (marks: readonly Weighed[], count: number): readonly Weighed[] => {
  let left = count
  return marks.map(({ points, n }) => {
    const taken = Math.min(left, n)
    left -= taken
    return { points, n: n - taken }
  })
}

const countOf = (marks: readonly { readonly n: number }[]): number => marks.reduce((all, { n }) => all + n, 0)

/** Without the lowest and the highest, where there are more than the rule says and something is left. */
const trimmed = (marks: readonly Weighed[], trim: TrimRule | undefined): readonly Weighed[] => {
  const count = countOf(marks)
  if (!trim || count <= trim.whenMoreThan) return marks
  const [lowest, highest] = [droppedAt(trim, trim.lowest, count), droppedAt(trim, trim.highest, count)]
  if (lowest + highest >= count) return marks
  const rising = marks.toSorted((a, b) => compare(a.points, b.points))
  return without(without(rising, lowest).toReversed(), highest)
}

/** The marks of one unit in one channel: trimmed, 不了解 as declared, the mean exact. In whatever order they come, it is the same. */
export const tallyUnit = (channel: Channel, unitId: string, marks: readonly CountedMark[]): UnitTally => {
  const unknown = countOf(marks.filter(({ mark }) => mark === unknownMark))
  const counting = marks.flatMap(({ mark, n }) => {
    const points = pointsOf(channel, mark)
    return points === null || n === 0 ? [] : [{ points, n }]
  })
  const kept = trimmed(counting, channel.trim)
  const base = countOf(kept)
  const tally = { unitId, given: countOf(marks), unknown, dropped: countOf(counting) - base, base }
  if (countOf(counting) < channel.minimum || base === 0) return tally
  const total = kept.reduce((sum, { points, n }) => add(sum, mul(points, whole(n))), zero)
  const mean = div(total, whole(base))
  return {
    ...tally,
    mean: printExact(mean),
    rate: printExact(mul(div(mean, topOf(channel.scale)), hundred)),
    marks: inOrder(channel, marks),
  }
}

const inOrder = (channel: Channel, marks: readonly CountedMark[]): readonly CountedMark[] => {
  const sums = new Map<string, number>()
  for (const { mark, n } of marks) if (n > 0) sums.set(mark, (sums.get(mark) ?? 0) + n)
  const keys =
    channel.scale.kind === 'levels'
      ? channel.scale.levels.map(({ key }) => key)
      : [...sums.keys()].filter((mark) => mark !== unknownMark).toSorted((a, b) => compare(exact(b), exact(a)))
  return [...keys, unknownMark].flatMap((mark) => {
    const n = sums.get(mark)
    return n === undefined ? [] : [{ mark, n }]
  })
}
