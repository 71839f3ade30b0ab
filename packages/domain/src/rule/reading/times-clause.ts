import type { Amount, Award, Edge } from '../model.ts'
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

/** 重伤1人扣15分，重伤2人及以上扣30分: how many of one class, up to those without end. */
const classBand = sticky(
  `(?<name>\\p{L}{0,12}?)(?=(?<n>[一二两三四五1-9])(?<unit>[人起例件次户家天日])(?:(?:(?:及|\\(含\\))?以上)?的?，?[扣减]|(?:及|\\(含\\))?以上的?，?(?:本项|该项)?不得分))`,
)
const noClass = /每|第|前|后|有$|至少|少于|多于|^(?:再|累计|合计|共)/u

export function readTimesBand(cursor: Cursor): Clause | undefined {
  return cursor.attempt(readClassBand) ?? readNamedTimes(cursor)
}

function readClassBand(cursor: Cursor): Clause | undefined {
  const { name: own = '', n = '', unit = '' } = cursor.take(classBand)?.groups ?? {}
  const name = own === '' && n !== '1' && n !== '一' ? firstNamed(cursor.text.slice(0, cursor.at), unit) : own
  if ([...name].length < 2 || noClass.test(name) || !countsUp(cursor.text, name, unit)) return undefined
  const amount = readAmount(cursor)
  const above = amount && cursor.take(open)?.groups
  cursor.take(link)
  const award = readAward(cursor)
  if (amount === undefined || (award?.kind !== 'deduct' && award?.kind !== 'none')) return undefined
  return bandOf(`${name}${unit}数`, amount, above, award)
}

const namedFirst = new Map<string, RegExp>()

/** 超过时限1天扣0.2分，2天扣0.5分: named once, with the first. The units are few, and each has its pattern once. */
function firstNamed(before: string, unit: string): string {
  const form = namedFirst.get(unit) ?? lettered(`(?<name>\\p{L}{2,12})[1一]${unit}的?，?[扣减]`, 'g')
  namedFirst.set(unit, form)
  return [...before.matchAll(form)].at(-1)?.groups?.name ?? ''
}

/** One, then two or more: dearer together, and said for every number. */
const countsUp = (text: string, name: string, unit: string): boolean =>
  new RegExp(`${name}[1一]${unit}的?，?[扣减][^；;。\\n]{1,8}[，；;]`).test(text) &&
  new RegExp(`(?:${name}|[，；;])[2二两]${unit}(?:及|\\(含\\))?(?:以上)?的?，?[扣减]`).test(text) &&
  new RegExp(`(?:${name}|[，；;])[2-9二两三四五]${unit}(?:及|\\(含\\))?以上`).test(text)

function readNamedTimes(cursor: Cursor): Clause | undefined {
  const { unit = '', name = '' } = inBands.exec(cursor.text)?.groups ?? {}
  const amount = name !== '' && cursor.take(next) ? readAmount(cursor) : undefined
  if (amount?.unit !== unit) return undefined
  const above = cursor.take(open)?.groups
  if (!cursor.text.startsWith(name, cursor.at)) return undefined
  cursor.at += name.length
  cursor.take(link)
  const award = readAward(cursor)
  if (award?.kind !== 'deduct' && award?.kind !== 'none') return undefined
  return bandOf(`${name}${unit}数`, amount, above, award)
}

function bandOf(
  name: string,
  amount: Amount,
  above: Record<string, string | undefined> | undefined,
  award: Award,
): Clause {
  const exactly = { ...amount, inclusive: true }
  const from: Edge = above && above.inclusive === undefined ? amount : exactly
  const measure = { kind: 'input', name } as const
  const when = { kind: 'band', measure, from, ...(above === undefined && { to: exactly }) } as const
  const own: Clause = { kind: 'award', when, award }
  // Nothing is lost where it did not happen.
  return above
    ? { kind: 'several', clauses: [own, { kind: 'award', when: { kind: 'else' }, award: { kind: 'full' } }] }
    : own
}
