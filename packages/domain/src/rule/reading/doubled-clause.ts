import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { chineseNumber } from './terms.ts'

/** 每迟报一次扣0.5分，第二次起加倍扣分: the first ones at their price, the others at twice that. */

const doubled = /(?:加倍|翻倍|双倍)扣(?:减)?分?/uy
const fromNth =
  /第(?<n>[二三四五2-5])(?<unit>[次起例件])(?:(?:及|\(含\))?(?:以上|以后|之后)|起|开始)的?，?(?:每[次起例件])?/uy
const again = /(?:再次|重复|再)(?:发生|发现|出现|违反|违规)?的?，?/uy

const oneOf = words`每?(?<verb>\p{L}{2,8}?)(?:一|1|每)(?<unit>[次起例件])的?，?(?=(?:加倍|翻倍|双倍)扣)`

export const readDoubled = (cursor: Cursor): Clause | undefined => cursor.first<Clause>([readFurther, readOther])

/** 漏报一次加倍扣分: another thing, at twice the price. */
function readOther(cursor: Cursor): Clause | undefined {
  const { verb = '', unit = '' } = cursor.take(oneOf)?.groups ?? {}
  if (unit === '' || /第|再|前|后$/u.test(verb) || cursor.take(doubled) === undefined) return undefined
  return { kind: 'doubled', counted: { verb, per: '1', unit } }
}

function readFurther(cursor: Cursor): Clause | undefined {
  const found = cursor.take(fromNth) ?? cursor.take(again)
  if (found === undefined || cursor.take(doubled) === undefined) return undefined
  const { n = '2', unit } = found.groups ?? {}
  const from = /^\d/.test(n) ? Number(n) : (chineseNumber(n) ?? 0)
  return { kind: 'doubled', n: from, ...(unit !== undefined && { unit }) }
}
