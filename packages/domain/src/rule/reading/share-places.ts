import { add, compare, div, type Exact, equal, exact, hundred, printExact } from '../../kernel/exact.ts'
import type { Award, Edge, Measure, RankBand } from '../model.ts'
import type { When } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { chineseNumber, readAmount } from './terms.ts'

/** Places as a share of all: 前30%, 后三分之一, 前30%至70%, 居中1/3. */

type Share = Omit<RankBand, 'award'> & { readonly middle?: true }

const end = /(?<first>前|排名前)|(?<last>最?后|末位?|倒数)|(?<middle>居中|中间)的?/uy
const fraction =
  /(?<top>[1-9])\/(?<of>[2-9]|10)(?!\d)|(?<share>[二三四五六七八九十])分之(?<parts>[一二三四五六七八九])|(?<half>一半)/uy
const dash = /[-~至到]/uy
const including = /\(含\)/uy
const over = (top: string, of: string): string => printExact(div(exact(top), exact(of)))

export function readShare(cursor: Cursor): Share | undefined {
  const said = cursor.take(end)?.groups
  const one = said && readPart(cursor)
  if (one === undefined) return undefined
  const { first, middle } = said ?? {}
  const two = first !== undefined && cursor.take(dash) ? readPart(cursor) : undefined
  cursor.take(including)
  const run = two === undefined ? { from: '0', to: one } : { from: one, to: two }
  if (middle !== undefined) return { end: 'first', by: 'share', ...run, middle: true }
  return { end: first === undefined ? 'last' : 'first', by: 'share', ...run }
}

export const readPart = (cursor: Cursor): string | undefined => cursor.first([readFraction, readPercent])

function readFraction(cursor: Cursor): string | undefined {
  const { top, of, share, parts, half } = cursor.take(fraction)?.groups ?? {}
  if (half !== undefined) return over('1', '2')
  if (share !== undefined) return within(over(String(chineseNumber(parts ?? '')), String(chineseNumber(share))))
  return top === undefined || of === undefined ? undefined : within(over(top, of))
}

function readPercent(cursor: Cursor): string | undefined {
  const amount = readAmount(cursor)
  return amount?.unit === '%' ? within(printExact(div(exact(amount.value), hundred))) : undefined
}

/** Some of the places, not none and not more than all. */
const within = (part: string): string | undefined => {
  const { n, d } = exact(part)
  return n > 0n && n <= d ? part : undefined
}

/** 前20%的…，前50%的…: the next share begins where the one before it stops. */
export const shareBehind = (band: RankBand, last: RankBand | undefined): RankBand =>
  last?.end === band.end && last.by && band.from === '0' && compare(exact(band.to), exact(last.to)) > 0
    ? { ...band, from: last.to }
    : band

/** 居中1/3 behind the first third; undefined where no share of all places stands before it. */
export const middleBehind = (band: RankBand, last: RankBand | undefined): RankBand | undefined =>
  last?.by && last.end === 'first'
    ? { ...band, from: last.to, to: printExact(add(exact(last.to), exact(band.to))) }
    : undefined

/** 30%-70% behind 前30%: of places, since it goes on where that share stops; what stands on the edge belongs to the first. */
export function shareBetween(
  { measure, from, to }: BandWhen,
  award: Award,
  last: RankBand | undefined,
): RankBand[] | undefined {
  if (!last?.by || last.end !== 'first' || (measure && !isRanking(measure)) || from?.unit !== '%' || to?.unit !== '%')
    return undefined
  if (from.inclusive || to.inclusive === false || !equal(partOf(from), exact(last.to))) return undefined
  return [{ end: 'first', by: 'share', from: last.to, to: printExact(partOf(to)), award }]
}

const isRanking = (measure: Measure): boolean =>
  measure.kind === 'input' && /^(?:综合)?(?:得分)?(?:排名|名次|位次)$/u.test(measure.name)

type BandWhen = Extract<When, { readonly kind: 'band' }>
const partOf = ({ value }: Edge): Exact => div(exact(value), hundred)

/** 60%以后 behind 30%-60%: all that is left. */
export const isBehind = (share: string, last: RankBand | undefined): boolean =>
  last?.by !== undefined && last.end === 'first' && equal(exact(share), exact(last.to))
