import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { readPoints } from './terms.ts'

/** 按时办结率、满意率各占5分; 森林覆盖率、湿地保护率两项指标各2分; 均扣完为止; 缺项不得分. */

const listed = words`(?<names>[\p{L}“”]{2,20}(?:、[\p{L}“”]{2,20}?){1,7}?)(?:(?:这)?(?<n>[两二三四五六七八])(?:项|个)(?:指标|部分|内容)?)?(?:分值)?各(?:占|为|计)?(?=\d)`
const lastOf = /(?:和|及|与)(?=[\p{L}“”]{2,20}$)/u
const counts = ['', '', '两二', '三', '四', '五', '六', '七', '八']

export function readEachMarks(cursor: Cursor): Clause | undefined {
  const { names = '', n } = cursor.take(listed)?.groups ?? {}
  const points = names === '' ? undefined : readPoints(cursor)
  const list = names.replace(lastOf, '、').split('、')
  if (points === undefined || (n !== undefined && !counts[list.length]?.includes(n))) return undefined
  return { kind: 'eachMarks', names: list, points }
}

const eachUsedUp = /(?:以上)?(?:各项)?均(?:以)?[扣减]完为止/uy
export const readLimitOfEach = (cursor: Cursor): Clause | undefined =>
  cursor.take(eachUsedUp) ? { kind: 'limitOfEach', limit: { kind: 'untilZero' } } : undefined

const lacking = /缺项(?:的)?，?(?:不得分|不计分)/uy
export const readLackingEntry = (cursor: Cursor): Clause | undefined =>
  cursor.take(lacking) ? { kind: 'lacking' } : undefined
