import type { Reference } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky, words } from './letters.ts'
import { chineseNumber, listNames, measureBefore, readAmount, readReference } from './terms.ts'

/** 未完成的，低于90%的，超过目标的部分，: the side on which the step that follows counts. */

const unmet =
  /(?:未(?:能)?(?:完成|达到|达标|实现)|没有完成|达不到|完不成)(?:国家|上级|[省市县区]|年度|全年|当年|年初|既定|预期|预算|下达|确定|分解|规定|的)*(?:目标任务|任务目标|目标|任务|目标值|计划|要求|进度|标准|指标)?(?:的|，)*(?=，|每)/uy
const met = /(?:超额完成|超(?:过|出)?(?:目标|任务|计划|部分)|超额)(?:任务|目标|部分)?(?:的|部分)*(?=，)/uy
const below = /(?:低于|不足|达不到|未达到|少于|<(?!=))/uy
const above = /(?:超过|高于|超出|大于|>(?!=))/uy
const tail = /(?:的)?(?:部分)?(?:的)?(?=，|每)/uy
const measure = measureBefore('(?<!不)(?:低于|不足|达不到|未达到|少于|超过|高于|超出|大于|[<>])', listNames)

export const readSideClause = (cursor: Cursor): Clause | undefined =>
  cursor.first<Clause>([
    readBothSides,
    readStretch,
    (c) => (c.take(unmet) ? { kind: 'side', side: 'below' } : undefined),
    (c) => (c.take(met) ? { kind: 'side', side: 'above' } : undefined),
    (c) => {
      const named = c.attempt(measure)
      const side = c.take(below) ? 'below' : c.take(above) ? 'above' : undefined
      const reference = side && readEdge(c)
      if (side === undefined || reference === undefined || c.take(tail) === undefined) return undefined
      return { kind: 'side', ...(named && { measure: named }), reference, side }
    },
  ])

const aimed = '(?:年度|全年)?(?:目标|任务|计划)(?:任务|值|数)?(?:为|是|:)?(?=\\d)'
const owed = '(?:应|要|须|需|要求)?(?:达到?|不低于|不少于|至少|完成)(?=\\d|[一二两三四五六七八九十])|≥'
const aimedMeasure = measureBefore(
  `${aimed}|${owed}|\\d+(?:\\.\\d+)?%，(?:\\p{L}{0,12}每|缺|少|发现|出现|有)`,
  listNames,
)
const aimWords = sticky(`(?:${aimed}|${owed})?`)
const ownTarget = sticky(aimed)
const atEnd = /(?:以上)?(?=[，;。])/uy

/** 每月调度不少于1次，; 增速目标为6.5%，; 合格率100%，每…: the figure that what follows is counted from. */
export const readAim = (cursor: Cursor): Clause | undefined =>
  cursor.first<Clause>([
    readHowOften,
    (c) => {
      const reference = c.take(ownTarget) && readAmount(c)
      return reference && c.take(atEnd) ? { kind: 'aim', reference } : undefined
    },
    (c) => {
      const named = aimedMeasure(c)
      const reference = named && c.take(aimWords) ? readAmount(c) : undefined
      return named && reference && c.take(atEnd) ? { kind: 'aim', measure: named, reference } : undefined
    },
  ])

const often = words`(?<whose>[\p{L}“”()]{1,16}?(?=每[年季月半]))?(?:(?:按规定|按要求)?每(?<period>季度|季|半年|月|年度?)|(?:全年|年内|年度|每年度?))(?<deed>[\p{L}“”《》、()]{0,24}?)(?<least>至少|不少于)?(?<deeds>[\p{L}“”《》、]{0,24}?)(?<n>[\d一二两三四五六七八九十]{1,3})(?<unit>次|场|期|篇|条|件|个)(?:以上)?(?<what>[\p{L}“”《》、]{0,20})(?=，(?:全年)?(?:每)?(?:少|缺))`
const periodsInYear: Readonly<Record<string, number>> = { 季度: 4, 季: 4, 半年: 2, 月: 12 }

/** 每季度组织1次应急演练，每少一次…; 每年至少专题研究2次，少1次…: how often in the year, which what is missing is counted from. */
function readHowOften(cursor: Cursor): Clause | undefined {
  const said = cursor.take(often)?.groups
  if (said === undefined) return undefined
  const { whose = '', period = '年', deed = '', least, deeds = '', n = '', unit = '', what = '' } = said
  const name = `${whose}${deed}${deeds}${what}`
  const many = exactNumber(n)
  if (many === undefined || !/\p{L}{2}/u.test(name) || saysMore.test(name)) return undefined
  if (least === undefined && periodsInYear[period] === undefined) return undefined
  const value = String(many * (periodsInYear[period] ?? 1))
  return { kind: 'aim', measure: { kind: 'input', name }, reference: { value, unit } }
}

const exactNumber = (text: string): number | undefined => (/^\d+$/u.test(text) ? Number(text) : chineseNumber(text))
const saysMore = /[扣每]|得分|加分|[未不]/u

const either = /(?:高于(?:\(|或|和|、)低于\)?|低于(?:\(|或|和|、)高于\)?)/uy

const readBothSides = (cursor: Cursor): Clause | undefined =>
  cursor.take(either) && readReference(cursor) && cursor.take(tail) ? { kind: 'bothSides' } : undefined

const dash = /[-~至到]/uy
const lowerNext = /(?:之间)?的?(?:部分)?(?=，?每(?:低|少|降|下降|减少))/uy
const higherNext = /(?:之间)?的?(?:部分)?(?=，?每(?:高|超|多|增|提高))/uy
const upTo = /(?:以下|以内)的?(?:部分)?(?=，?每)/uy
const from = /以上的?(?:部分)?(?=，?每)/uy
const notUnder = /(?:高于|超过|不低于)/uy
const notOver = /(?:低于|不超过|不足)/uy

/** 100%-130%的，每高…; 130%以上的，每高…; 低于100%高于80%的部分每低…: a stretch of the figure. */
const readStretch = (cursor: Cursor): Clause | undefined =>
  cursor.first<Clause>([
    (c) => {
      const near = readAmount(c)
      if (near === undefined) return undefined
      if (c.take(upTo)) return { kind: 'side', reference: near, side: 'below' }
      if (c.take(from)) return { kind: 'side', reference: near, side: 'above' }
      const far = c.take(dash) && readAmount(c)
      if (far === undefined) return undefined
      const [low, high] = [{ ...near, ...(far.unit !== undefined && { unit: near.unit ?? far.unit }) }, far]
      if (c.take(lowerNext)) return { kind: 'side', reference: high, side: 'below', until: low }
      return c.take(higherNext) ? { kind: 'side', reference: low, side: 'above', until: high } : undefined
    },
    (c) => {
      const near = c.take(below) && readAmount(c)
      const far = near && c.take(notUnder) && readAmount(c)
      return near && far && c.take(lowerNext) ? { kind: 'side', reference: near, side: 'below', until: far } : undefined
    },
    (c) => {
      const near = c.take(above) && readAmount(c)
      const far = near && c.take(notOver) && readAmount(c)
      return near && far && c.take(higherNext)
        ? { kind: 'side', reference: near, side: 'above', until: far }
        : undefined
    },
  ])

const readEdge = (cursor: Cursor): Reference | undefined => readReference(cursor) ?? readAmount(cursor)
