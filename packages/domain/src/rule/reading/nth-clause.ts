import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { longNameBefore } from './long-name.ts'
import { chineseNumber, readDeductWord, readPoints } from './terms.ts'

/** 工作不落实的，第一次扣0.5分，第二次扣1分，第三次及以上每次扣2分: each time at a price of its own. */

const first = '第[一1][次起例件]'
const named = longNameBefore(`的?，?(?:发生|发现|出现)?${first}`)
const lead = /的?，?(?:发生|发现|出现)?/uy
const nth =
  /第(?<n>[一二三四五1-5])(?<unit>[次起例件])(?:(?<onwards>(?:及|\(含\))?(?:以上|以后|之后)|起|开始)的?，?(?:每[次起例件])?)?的?，?/uy

export function readNth(cursor: Cursor): Clause | undefined {
  const name = cursor.attempt(named)
  cursor.take(lead)
  const { n, unit, onwards } = cursor.take(nth)?.groups ?? {}
  const points = n !== undefined && readDeductWord(cursor) ? readPoints(cursor) : undefined
  if (n === undefined || unit === undefined || points === undefined) return undefined
  const place = /^\d/.test(n) ? Number(n) : (chineseNumber(n) ?? 0)
  return {
    kind: 'nth',
    ...(name !== undefined && { name }),
    n: place,
    unit,
    points,
    ...(onwards !== undefined && { onwards: true }),
  }
}
