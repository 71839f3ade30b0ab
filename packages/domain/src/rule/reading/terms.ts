import { exact, printExact } from '../../kernel/exact.ts'
import type { Amount, Award, Measure } from '../model.ts'
import { defaultRate, defaultTarget } from '../phrases.ts'
import type { Cursor } from './cursor.ts'

/** The words out of which clauses are made. Each reader takes exactly what it understands. */

const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[一二两三四五六七八九十百]+|半`
const units =
  '个百分点|百分点|%|亿元|万元|千元|元|公里|平方米|万吨|吨|亩|公顷|人次|个|例|起|次|家|项|件|人|户|处|条|篇|场|天|日|名|位|份|批|座|所|套|台|宗|期|倍|分'
/** Letters of any script and the marks found in the names of tasks; never a digit, a stop or a blank. */
const nameChar = String.raw`[\p{L}\p{M}“”‘’《》「」·]`

const amountPattern = new RegExp(
  `(?<sign>-|负)?(?:百分之(?<percent>${number})|(?<value>${number})(?<unit>${units})?)`,
  'uy',
)
const pointsPattern = new RegExp(`(?<value>${number})分`, 'uy')

const rate = '(?:任务|目标|目标任务|计划)?完成(?:率|比例)'
/** 完成率 is computed from two inputs and never an input itself. */
const rateWords = new RegExp(`^${rate}$`, 'u')

/** A name holding one of these has swallowed a phrase that the language should have understood. */
const notInNames =
  /每|以上|以下|以内|达到|不?低于|不?高于|不足|不满|不?超过|不?少于|不?多于|不?大于|不?小于|百分|最高|最多|至多|满分|不得|扣|加分|得分|计分|酌情|按比例|不等于|除.+外|除非|如果|^[若但且]/u

const digits: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((c, i) => [c, i]).concat([['两', 2]]),
)

/** 1 to 999 in Chinese numerals; undefined for what is not one number (一二, 十十). */
function chineseNumber(text: string): number | undefined {
  if (text === '半') return 0.5
  const match = /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/u.exec(
    text,
  )
  if (match === null) return undefined
  const [, h, t, ten, o] = match
  const of = (c: string | undefined) => (c === undefined ? 0 : (digits[c] ?? 0))
  return of(h) * 100 + (ten === undefined ? 0 : (t === undefined ? 1 : of(t)) * 10) + of(o)
}

/** A number as written, to its exact text. */
function numeral(text: string): string | undefined {
  if (/^\d/.test(text)) return printExact(exact(text.replaceAll(',', '')))
  const value = chineseNumber(text)
  return value === undefined ? undefined : String(value)
}

export function readAmount(cursor: Cursor): Amount | undefined {
  return cursor.attempt(() => {
    const groups = cursor.take(amountPattern)?.groups
    const value = groups && numeral(groups.percent ?? groups.value ?? '')
    if (groups === undefined || value === undefined) return undefined
    const signed = groups.sign && value !== '0' ? `-${value}` : value
    const unit = groups.percent ? '%' : groups.unit === '百分点' ? '个百分点' : groups.unit
    return unit === undefined ? { value: signed } : { value: signed, unit }
  })
}

export function readPoints(cursor: Cursor): string | undefined {
  return cursor.attempt(() => {
    const value = cursor.take(pointsPattern)?.groups?.value
    return value === undefined ? undefined : numeral(value)
  })
}

/** The shortest name that one of `followers` comes after; it must not have swallowed a phrase. */
export const nameBefore = (followers: string): ((cursor: Cursor) => string | undefined) => {
  const pattern = new RegExp(`${nameChar}{1,40}?(?=${followers})`, 'uy')
  return (cursor) => {
    const name = cursor.attempt(() => cursor.take(pattern)?.[0])
    return name === undefined || notInNames.test(name) || rateWords.test(name) ? undefined : name
  }
}

const ratePattern = new RegExp(`${rate}(?:\\((?<actual>${nameChar}{1,40})[÷/](?<target>${nameChar}{1,40})\\))?`, 'uy')

/** 完成率, 完成率（A÷B）, or the name of one figure. */
export const measureBefore = (followers: string): ((cursor: Cursor) => Measure | undefined) => {
  const named = nameBefore(followers)
  const follows = new RegExp(`(?=${followers})`, 'uy')
  const computed = (cursor: Cursor): Measure | undefined => {
    const match = cursor.take(ratePattern)
    if (match === undefined || cursor.take(follows) === undefined) return undefined
    const { actual, target } = match.groups ?? {}
    return actual !== undefined && target !== undefined ? { kind: 'rate', actual, target } : defaultRate
  }
  const input = (cursor: Cursor): Measure | undefined => {
    const name = named(cursor)
    return name === undefined ? undefined : { kind: 'input', name }
  }
  return (cursor) => cursor.first([computed, input])
}

/** The words by which a sentence points at the unit's target. */
const targetPattern = /(?:年度)?(?:目标任务数?|目标值|目标数|目标|任务数|计划数)/uy
export const readTarget = (cursor: Cursor): string | undefined =>
  cursor.take(targetPattern) === undefined ? undefined : defaultTarget

const fullAward = /得?满分(?!的)/uy
const noAward = /不得分|不计分|得零分/uy
const shareAward = /得(?:满分|分值)的/uy
const given = /[得计记]/uy

export function readAward(cursor: Cursor): Award | undefined {
  if (cursor.take(fullAward)) return { kind: 'full' }
  if (cursor.take(noAward)) return { kind: 'none' }
  if (cursor.take(shareAward)) {
    const amount = readAmount(cursor)
    return amount?.unit === '%' && !amount.value.startsWith('-') ? { kind: 'share', percent: amount.value } : undefined
  }
  if (cursor.take(given) === undefined) return undefined
  const points = readPoints(cursor)
  return points === undefined ? undefined : { kind: 'points', points }
}
