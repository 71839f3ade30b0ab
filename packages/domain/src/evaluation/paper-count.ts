import type { Author } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { readMark } from './ballot.ts'
import type { Channel } from './channel.ts'
import type { CountedMark } from './tally.ts'

/** What one counter found for one unit: how often each mark stands on the ballots that are valid. */
export interface UnitCount {
  readonly unitId: string
  readonly marks: readonly CountedMark[]
}

/** One count of a channel's ballots on paper by one person, with the scan of the tally sheet. */
export interface PaperCount {
  readonly channelKey: string
  readonly by: Author
  readonly at: string
  /** 发出 · 收回 · 无效. */
  readonly handedOut: number
  readonly returned: number
  readonly invalid: number
  readonly units: readonly UnitCount[]
  readonly scanDigest: string
}

export interface CountDifference {
  /** Absent: of the ballots as a whole. */
  readonly unitId?: string
  /** A mark, or one of `handedOut`, `returned`, `invalid`. */
  readonly mark: string
  readonly first: number
  readonly second: number
}

export type PaperCountCode =
  | 'evaluation.countWrong'
  | 'evaluation.markWrong'
  | 'evaluation.ballotsDoNotAgree'
  | 'evaluation.unitStrange'

const heads = ['handedOut', 'returned', 'invalid'] as const

const counted = ({ marks }: UnitCount): number => marks.reduce((all, { n }) => all + n, 0)

/** Ballots come back of those handed out; of each unit there are no more marks than valid ballots. Marks are merged and sorted. */
export const readCount = (
  channel: Channel,
  unitIds: readonly string[],
  { handedOut, returned, invalid, units }: Pick<PaperCount, 'handedOut' | 'returned' | 'invalid' | 'units'>,
): Result<readonly UnitCount[], DomainError<PaperCountCode>> => {
  if (returned > handedOut || invalid > returned) return refuse('evaluation.countWrong', { at: 'returned' })
  if (
    units.some(({ unitId }) => !unitIds.includes(unitId)) ||
    new Set(units.map((one) => one.unitId)).size < units.length
  )
    return refuse('evaluation.unitStrange', { at: 'units' })
  const read: UnitCount[] = []
  for (const unitId of unitIds) {
    const given = units.find((one) => one.unitId === unitId)?.marks ?? []
    const sums = new Map<string, number>()
    for (const { mark: text, n } of given) {
      const mark = readMark(channel, text)
      if (mark === undefined) return refuse('evaluation.markWrong', { at: 'units', params: { text } })
      sums.set(mark, (sums.get(mark) ?? 0) + n)
    }
    const marks = [...sums].filter(([, n]) => n > 0).map(([mark, n]) => ({ mark, n }))
    marks.sort((a, b) => (a.mark < b.mark ? -1 : 1))
    const one = { unitId, marks }
    if (counted(one) > returned - invalid) {
      const params = { found: String(counted(one)), valid: String(returned - invalid) }
      return refuse('evaluation.ballotsDoNotAgree', { at: 'units', params })
    }
    read.push(one)
  }
  return ok(read)
}

/** Where two counts differ, place by place; empty when they agree. */
export const differencesOf = (first: PaperCount, second: PaperCount): readonly CountDifference[] => {
  const ofHeads = heads
    .filter((head) => first[head] !== second[head])
    .map((head) => ({ mark: head, first: first[head], second: second[head] }))
  const ofUnits = first.units.flatMap(({ unitId, marks }) => {
    const others = second.units.find((one) => one.unitId === unitId)?.marks ?? []
    const all = [...new Set([...marks, ...others].map(({ mark }) => mark))]
    const n = (list: readonly CountedMark[], mark: string) => list.find((one) => one.mark === mark)?.n ?? 0
    return all
      .map((mark) => ({ unitId, mark, first: n(marks, mark), second: n(others, mark) }))
      .filter((one) => one.first !== one.second)
  })
  return [...ofHeads, ...ofUnits]
}

/** The last two counts of a channel; a third person, or the first again, settles where they differ. */
export const lastCounts = (counts: readonly PaperCount[], channelKey: string): readonly PaperCount[] =>
  counts.filter((one) => one.channelKey === channelKey).slice(-2)

/** The count that holds: two different people found the same, one after the other. */
export const agreedCount = (counts: readonly PaperCount[], channelKey: string): PaperCount | undefined => {
  const [first, second] = lastCounts(counts, channelKey)
  if (!first || !second || first.by.personId === second.by.personId) return undefined
  return differencesOf(first, second).length === 0 ? second : undefined
}
