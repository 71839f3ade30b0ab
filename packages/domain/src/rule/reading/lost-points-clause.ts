import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { readDeductWord, readPoints } from './terms.ts'

/** Points lost in another appraisal: 省级考核每扣1分相应扣0.1分; as said, 每1分省级考核失分扣0.1分. */

const elsewhere = words`(?:在)?(?<name>[\p{L}“”]{2,20}?)中?，?每被?(?:扣减|扣除|扣|失|丢)(?=\d+(?:\.\d+)?分的?，?(?:本项|该项)?(?:相应|按比例)?[扣减])`
const said = words`每(?=\d+(?:\.\d+)?分\p{L}{2,20}失分扣)`
const named = words`(?<name>\p{L}{2,20}?)失分(?=扣)`
const link = /的?，?(?:本项|该项)?/uy
const accordingly = /(?:相应|按比例)/uy

export function readLostPoints(cursor: Cursor): Clause | undefined {
  const before = cursor.take(elsewhere)?.groups?.name
  if (before === undefined && cursor.take(said) === undefined) return undefined
  const per = readPoints(cursor)
  const name = before ?? cursor.take(named)?.groups?.name
  cursor.take(link)
  const shared = cursor.take(accordingly) !== undefined
  const points = readDeductWord(cursor) ? readPoints(cursor) : undefined
  if (per === undefined || name === undefined || points === undefined) return undefined
  const counted = { verb: '', per, unit: '分', name: `${name}失分` }
  const count: Clause = { kind: 'count', counted, effect: 'deduct', points }
  return shared ? { kind: 'several', clauses: [count, { kind: 'partial', partial: 'proRata' }] } : count
}
