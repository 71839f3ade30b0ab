import type { Amount, Band, Edge } from '../model.ts'
import type { Cursor } from './cursor.ts'
import { awardAhead, readAmount } from './terms.ts'

const atLeast = /达到或超过|达到?(?=\d|百分)|达到|大于或等于|不低于|不少于|不小于|大于等于|≥|>=/uy
const above = /超过|高于|大于|多于|>/uy
const atMost = /不超过|小于或等于|不高于|不多于|不大于|小于等于|≤|<=|控制在/uy
const below = /不足|低于|小于|少于|不满|未达到|未达|达不到|未满|不到|</uy
const equals = /等于|恰为|=/uy
const zeroWord = /为?零(?=[的，得计不记扣]|$)/uy
const up = /(及|或)?以上/uy
const down = /(及|或)?(?:以下|以内)/uy
const within = /以内/uy
const dash = /[-~至到]/uy
const comma = /[、，]?(?:且|但|并)?/uy
const including = /\((不)?含/uy
const close = /\)/uy

/** Words that begin a band, for names that stand before one. */
export const bandStart = String.raw`:?(?:在|为|介于|处于)?(?:达到(?!或(?:好于|优于))|达(?=\d|百分)|大于或等于|小于或等于|不低于|不少于|不小于|大于等于|≥|>=?|超过|高于|大于|多于|不超过|不高于|不多于|不大于|小于等于|≤|<=?|控制在|不足|低于|小于|少于|不满|未达到?|未满|达不到|不到(?=\d)|等于|恰为|=|为(?=\d)|为零(?=[的，得计不记扣])|(?:(?<![A-Za-z])-?|(?=\d+(?:\.\d+)?%))\d(?!\d*(?:周岁|岁|年|小时)(?:及)?以)|负|百分之|[一二两三四五六七八九十百]+(?:%|(?:[例起次个家项件人天日]|个工作日)(?:\(含\))?及?以[上下]))`

/** （含）, （不含80%）: undefined when absent, `false` for a number that is not the edge's. */
function mark(cursor: Cursor, edge: Amount): { readonly inclusive: boolean } | false | undefined {
  const open = cursor.take(including)
  if (open === undefined) return undefined
  const named = readAmount(cursor)
  if (cursor.take(close) === undefined) return false
  if (named && (named.value !== edge.value || (named.unit ?? edge.unit) !== edge.unit)) return false
  return { inclusive: open[1] === undefined }
}

/** ≥规定数的90%: a share of what was asked, so the figure is the completion rate. */
const ofTarget = /(?:年度|全年)?(?:规定|目标任务|任务|目标|计划|指标|要求)(?:数|值|量)?的?(?=\d+(?:\.\d+)?%)/uy
export const saysOfTarget = new RegExp(ofTarget.source, 'u')

function edgeAfter(cursor: Cursor, word: RegExp, inclusive: boolean, tail?: RegExp): Edge | undefined {
  if (cursor.take(word) === undefined) return undefined
  cursor.take(ofTarget)
  const amount = readAmount(cursor)
  if (amount === undefined) return undefined
  const before = mark(cursor, amount)
  if (tail) cursor.take(tail)
  const after = mark(cursor, amount)
  if (before === false || after === false) return undefined
  const said = before ?? after
  return said !== undefined && said.inclusive !== inclusive ? undefined : { ...amount, inclusive }
}

/** 80%以上, 80%（含）以上, 80%以上（含80%）, 80%及以上. */
function edgeBefore(cursor: Cursor, word: RegExp): Edge | undefined {
  const amount = readAmount(cursor)
  if (amount === undefined) return undefined
  const before = mark(cursor, amount)
  const match = cursor.take(word)
  if (match === undefined) return undefined
  const after = mark(cursor, amount)
  if (before === false || after === false) return undefined
  const said = match[1] !== undefined ? { inclusive: true } : (before ?? after)
  return { ...amount, ...said }
}

const lower = (cursor: Cursor): Edge | undefined =>
  cursor.first([(c) => edgeAfter(c, atLeast, true, up), (c) => edgeAfter(c, above, false), (c) => edgeBefore(c, up)])

const upper = (cursor: Cursor): Edge | undefined =>
  cursor.first([
    (c) => edgeAfter(c, atMost, true, within),
    (c) => edgeAfter(c, below, false),
    (c) => edgeBefore(c, down),
  ])

/** 90%—100%, 80%（含）至90%（不含）, 80-90%. */
function range(cursor: Cursor): Band | undefined {
  const start = readAmount(cursor)
  const startMark = start && mark(cursor, start)
  if (start === undefined || startMark === false || cursor.take(dash) === undefined) return undefined
  const end = readAmount(cursor)
  const endMark = end && mark(cursor, end)
  if (end === undefined || endMark === false) return undefined
  cursor.take(/之间/uy)
  const unit = start.unit ?? end.unit
  return {
    from: { value: start.value, ...(unit !== undefined && { unit }), ...startMark },
    to: { ...end, ...endMark },
  }
}

function exactly(cursor: Cursor): Band | undefined {
  if (cursor.take(zeroWord)) return { from: { value: '0', inclusive: true }, to: { value: '0', inclusive: true } }
  if (cursor.take(equals) === undefined) return undefined
  const amount = readAmount(cursor)
  return amount && { from: { ...amount, inclusive: true }, to: { ...amount, inclusive: true } }
}

const placed = /:?(?:在|为|介于|处于)|:/uy

/** Signs with which a band may begin. */
const mayBegin = /(?=[-\d负百零一二三四五六七八九十两半达大不≥>超高多小≤<控低少未等恰=在为介处:])/uy

export const readBand = (cursor: Cursor): Band | undefined =>
  cursor.take(mayBegin) && cursor.first<Band>([(c) => (c.take(placed) ? readPlacedBand(c) : undefined), readPlacedBand])

/** Each edge is read once, by itself and before the other one. */
function readPlacedBand(cursor: Cursor): Band | undefined {
  const whole = cursor.first<Band>([range, exactly])
  if (whole) return whole
  const start = cursor.at
  const from = cursor.attempt(lower)
  const behindFrom = cursor.at
  const upTo = from && cursor.attempt(second(upper))
  if (from && upTo) return { from, to: upTo }
  cursor.at = start
  const to = cursor.attempt(upper)
  const behindTo = cursor.at
  const downTo = to && cursor.attempt(second(lower))
  if (to && downTo) return { from: downTo, to }
  if (from ?? to) {
    cursor.at = from ? behindFrom : behindTo
    return from ? { from } : { to: to as Edge }
  }
  return cursor.attempt(named)
}

const second =
  (edge: typeof lower) =>
  (cursor: Cursor): Edge | undefined => {
    cursor.take(comma)
    return edge(cursor)
  }

/** 办结率100%的得5分: the number alone is what has to be reached; 败诉率为0的: a zero is what there is. */
function named(cursor: Cursor): Band | undefined {
  const amount = readAmount(cursor)
  if (amount === undefined || !awardAhead(cursor)) return undefined
  const edge = { ...amount, inclusive: true }
  if (amount.value === '0' && (amount.unit ?? '%') === '%') return { from: edge, to: edge }
  return amount.unit === '%' || amount.unit === '个百分点' ? { from: edge } : undefined
}

const less = /(≤|<=|小于等于|不高于)|(<|小于|低于)/uy
const more = /(≥|>=|大于等于|不低于)|(>|大于|高于)/uy

/** 80%≤完成率<90%: both edges around the measure, which `name` reads. */
export function readChained<M>(
  cursor: Cursor,
  name: (cursor: Cursor) => M | undefined,
): { readonly measure: M; readonly band: Band } | undefined {
  return cursor.first(
    [less, more].map((word) => (c: Cursor) => {
      const [first, measure, second] = [chainedEdge(c, word, true), name(c), chainedEdge(c, word, false)]
      if (first === undefined || measure === undefined || second === undefined) return undefined
      const unit = second.unit ?? first.unit
      const [a, b] = [first, second].map((edge) => ({ ...edge, ...(unit !== undefined && { unit }) })) as [Edge, Edge]
      return { measure, band: word === less ? { from: a, to: b } : { from: b, to: a } }
    }),
  )
}

/** The number before the sign, or after it. */
function chainedEdge(cursor: Cursor, word: RegExp, before: boolean): Edge | undefined {
  const ahead = before ? readAmount(cursor) : undefined
  const match = cursor.take(word)
  const amount = before ? ahead : match && readAmount(cursor)
  return amount && match ? { ...amount, inclusive: match[1] !== undefined } : undefined
}

export const chainStart = '≤|<|≥|>|小于|大于|不?低于|不?高于'
