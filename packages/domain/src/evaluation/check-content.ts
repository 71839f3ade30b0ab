import { compare, type Exact, equal, exact, hundred, one, parseExact, sign, sum, zero } from '../kernel/exact.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { topOf } from './ballot.ts'
import { type Channel, type ChannelScale, type EvaluationContent, leastSecret } from './channel.ts'

export type ContentCode =
  | 'evaluation.titleMissing'
  | 'evaluation.daysWrong'
  | 'evaluation.numberWrong'
  | 'evaluation.channelMissing'
  | 'evaluation.channelName'
  | 'evaluation.weightsWrong'
  | 'evaluation.scaleWrong'
  | 'evaluation.spreadWrong'
  | 'evaluation.trimWrong'
  | 'evaluation.rosterMissing'
  | 'evaluation.ticketDaysWrong'
  | 'evaluation.secretMinimum'

type Checked = Result<null, DomainError<ContentCode>>

const number = (text: string): Exact | undefined => {
  const read = parseExact(text)
  return read.ok ? read.value : undefined
}

const within = (text: string, low: Exact, high?: Exact): boolean => {
  const value = number(text)
  return value !== undefined && compare(value, low) >= 0 && (high === undefined || compare(value, high) <= 0)
}

/** Levels have names of their own and fall; a range has an upper end above zero. */
const isScale = (scale: ChannelScale): boolean => {
  if (scale.kind === 'marks') {
    const [from, to] = [number(scale.from), number(scale.to)]
    return from !== undefined && to !== undefined && sign(from) >= 0 && compare(from, to) < 0
  }
  const { levels } = scale
  const isDistinct = (of: readonly string[]) => new Set(of).size === of.length && !of.includes('')
  return (
    levels.length >= 2 &&
    isDistinct(levels.map(({ key }) => key)) &&
    !levels.some(({ key }) => key === 'unknown') &&
    isDistinct(levels.map(({ name }) => name)) &&
    levels.every(({ points }) => within(points, zero)) &&
    levels.every(({ points }, at) => at === 0 || compare(exact(points), exact(levels[at - 1]?.points ?? '0')) < 0) &&
    sign(exact(levels[0]?.points ?? '0')) > 0
  )
}

/** What is wrong with one channel that is drawn up, undefined when nothing is. */
const faultOf = (channel: Channel): ContentCode | undefined => {
  const { name, scale, unknown, spread, trim, roster, way, minimum } = channel
  if (name === '') return 'evaluation.channelName'
  if (!isScale(scale)) return 'evaluation.scaleWrong'
  const top = topOf(scale)
  if (unknown.kind === 'counted' && !within(unknown.points, zero, top)) return 'evaluation.scaleWrong'
  if (spread && !(within(spread.atLeast, zero, top) && within(spread.percent, zero, hundred)))
    return 'evaluation.spreadWrong'
  if (way === 'secret' && minimum < leastSecret) return 'evaluation.secretMinimum'
  if (trim) {
    const { by, highest, lowest, whenMoreThan } = trim
    const isNothing = highest + lowest === 0
    const isAll = by === 'count' ? highest + lowest > whenMoreThan : highest + lowest >= 100
    if (isNothing || isAll) return 'evaluation.trimWrong'
  }
  return way !== 'paper' && (roster.posts.length === 0 || roster.unitIds.length === 0)
    ? 'evaluation.rosterMissing'
    : undefined
}

/** Whether ballots can go by it: asked when it is opened, and shown while it is drafted. */
export const checkContent = (content: EvaluationContent): Checked => {
  const { title, opensOn, closesOn, outOf, channels, ticketsUntil = '' } = content
  if (title === '') return refuse('evaluation.titleMissing', { at: 'content.title' })
  if (closesOn < opensOn) return refuse('evaluation.daysWrong', { at: 'content.closesOn' })
  const isSecret = channels.some(({ way }) => way === 'secret')
  if (isSecret && !(opensOn <= ticketsUntil && ticketsUntil < closesOn))
    return refuse('evaluation.ticketDaysWrong', { at: 'content.ticketsUntil' })
  if (!within(outOf, one)) return refuse('evaluation.numberWrong', { at: 'content.outOf' })
  if (channels.length === 0) return refuse('evaluation.channelMissing', { at: 'content.channels' })
  for (const [at, channel] of channels.entries()) {
    const fault = faultOf(channel)
    if (fault) return refuse(fault, { at: `content.channels.${at}`, params: { name: channel.name } })
  }
  const weights = channels.map(({ weight }) => number(weight))
  if (weights.some((weight) => weight === undefined || sign(weight) <= 0) || !equal(sum(weights as Exact[]), hundred))
    return refuse('evaluation.weightsWrong', { at: 'content.channels' })
  return ok(null)
}
