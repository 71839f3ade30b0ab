import type { Edge } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { lettered, sticky } from './letters.ts'
import { readAmount, readAward } from './terms.ts'

/** 一次不合格扣一分，两次不合格扣三分，三次及以上不合格不得分: what so many times cost altogether. */

const times = '[次起例件]'
/** Once and twice at prices of their own: bands of one count, not a price for each. */
const inBands = lettered(
  `(?<!第)[一1](?<unit>${times})(?<name>\\p{L}{2,12}?)的?[扣减][^；;。\\n]{1,8}[，；;](?<!第)[二两2]\\k<unit>\\k<name>的?[扣减]`,
  '',
)
const next = sticky(`(?=[一二两三四五六1-9]${times})`)
const open = /(?<inclusive>及|\(含\))?以上/uy
const link = /的?，?/uy

export function readTimesBand(cursor: Cursor): Clause | undefined {
  const { unit = '', name = '' } = inBands.exec(cursor.text)?.groups ?? {}
  const amount = name !== '' && cursor.take(next) ? readAmount(cursor) : undefined
  if (amount?.unit !== unit) return undefined
  const above = cursor.take(open)?.groups
  if (!cursor.text.startsWith(name, cursor.at)) return undefined
  cursor.at += name.length
  cursor.take(link)
  const award = readAward(cursor)
  if (award?.kind !== 'deduct' && award?.kind !== 'none') return undefined
  const exactly = { ...amount, inclusive: true }
  const from: Edge = above && above.inclusive === undefined ? amount : exactly
  const measure = { kind: 'input', name: `${name}${unit}数` } as const
  const when = { kind: 'band', measure, from, ...(above === undefined && { to: exactly }) } as const
  const own: Clause = { kind: 'award', when, award }
  // Nothing is lost where it did not happen.
  return above
    ? { kind: 'several', clauses: [own, { kind: 'award', when: { kind: 'else' }, award: { kind: 'full' } }] }
    : own
}
