import {
  compare,
  div,
  type Exact,
  exact,
  floor,
  hundred,
  max,
  mul,
  parseExact,
  printExact,
  whole,
} from '../kernel/exact.ts'
import { readQuantity } from '../kernel/quantity.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import type { Channel, ChannelScale } from './channel.ts'

/** 不了解, in place of a mark. */
export const unknownMark = 'unknown'

/** What one person says of one unit: the key of a level, a mark as exact text, or `unknown`. */
export interface Mark {
  readonly unitId: string
  readonly mark: string
}

/** 实名票: of one person in one channel; all units at once. */
export interface Ballot {
  readonly id: string
  readonly evaluationId: string
  readonly channelKey: string
  readonly personId: string
  /** In the order of the round's units. */
  readonly marks: readonly Mark[]
  readonly at: string
}

export const canonicalBallot = (ballot: Ballot) => ({ v: 1, noun: 'evaluationBallot', ...ballot })

export type BallotCode =
  | 'evaluation.unitMissing'
  | 'evaluation.unitStrange'
  | 'evaluation.markWrong'
  | 'evaluation.spreadExceeded'

/** The highest that a mark can be: what rates are out of. */
export const topOf = (scale: ChannelScale): Exact =>
  scale.kind === 'marks' ? exact(scale.to) : scale.levels.map(({ points }) => exact(points)).reduce(max)

/** Points of a mark that was read; null for 不了解 that is left out. Throws on a mark that `readMark` did not let through. */
export const pointsOf = ({ scale, unknown }: Pick<Channel, 'scale' | 'unknown'>, mark: string): Exact | null => {
  if (mark === unknownMark) return unknown.kind === 'counted' ? exact(unknown.points) : null
  if (scale.kind === 'marks') return exact(mark)
  const level = scale.levels.find(({ key }) => key === mark)
  if (level === undefined) throw new RangeError(`no such level: ${mark}`)
  return exact(level.points)
}

/** A mark as the channel asks for it; typed marks are normalised. Undefined where it is none. */
export const readMark = ({ scale, unknown }: Pick<Channel, 'scale' | 'unknown'>, text: string): string | undefined => {
  if (text === unknownMark) return unknown.kind === 'notOffered' ? undefined : text
  if (scale.kind === 'levels') return scale.levels.some(({ key }) => key === text) ? text : undefined
  const read = readQuantity(text)
  if (!read.ok) return undefined
  const value = parseExact(read.value)
  if (!value.ok || compare(value.value, exact(scale.from)) < 0 || compare(value.value, exact(scale.to)) > 0)
    return undefined
  return printExact(value.value)
}

/** How many units of `count` may get the high points; undefined where nothing is forced. */
export const mostHigh = ({ spread }: Pick<Channel, 'spread'>, count: number): number | undefined =>
  spread && Number(floor(div(mul(whole(count), exact(spread.percent)), hundred)).n)

/** Whether a mark counts against the forced spread. */
export const isHigh = (channel: Pick<Channel, 'scale' | 'unknown' | 'spread'>, mark: string): boolean => {
  if (!channel.spread || mark === unknownMark) return false
  const points = pointsOf(channel, mark)
  return points !== null && compare(points, exact(channel.spread.atLeast)) >= 0
}

/** A ballot over exactly these units, each marked once as the channel asks, within the forced spread. */
export const readBallot = (
  channel: Channel,
  unitIds: readonly string[],
  given: readonly Mark[],
): Result<readonly Mark[], DomainError<BallotCode>> => {
  const strange = given.findIndex(({ unitId }) => !unitIds.includes(unitId))
  if (strange >= 0 || new Set(given.map(({ unitId }) => unitId)).size < given.length)
    return refuse('evaluation.unitStrange', { at: 'marks' })
  const marks: Mark[] = []
  for (const unitId of unitIds) {
    const one = given.find((mark) => mark.unitId === unitId)
    if (!one || one.mark === '') {
      const count = unitIds.filter((id) => !given.some((mark) => mark.unitId === id && mark.mark !== '')).length
      return refuse('evaluation.unitMissing', { at: 'marks', params: { count: String(count) } })
    }
    const mark = readMark(channel, one.mark)
    if (mark === undefined) return refuse('evaluation.markWrong', { at: 'marks', params: { text: one.mark } })
    marks.push({ unitId, mark })
  }
  const most = mostHigh(channel, unitIds.length)
  const high = marks.filter(({ mark }) => isHigh(channel, mark)).length
  if (most !== undefined && high > most)
    return refuse('evaluation.spreadExceeded', { at: 'marks', params: { most: String(most), found: String(high) } })
  return ok(marks)
}
