import type { Cursor } from './cursor.ts'

/** A sentence family: what reads it, and the signs without which no phrase of it can stand here. */
export interface Family<T> {
  readonly read: (cursor: Cursor) => T | undefined
  /** One sign of each group stands between the beginning of the phrase and the next hard stop. */
  readonly needs: readonly (readonly Signs[])[]
  /** The phrase begins with one of these; absent where it may begin with a name. */
  readonly begins?: ReadonlySet<string>
}

/** Some of the needed signs: bits in one word of those that stand ahead. */
interface Signs {
  readonly word: number
  readonly bits: number
}

/** The number of each sign that some family needs, by its UTF-16 unit; 0 for all others. */
const numbers = new Uint16Array(0x1_0000)
const signs: string[] = []

function numberOf(sign: string): number {
  const unit = sign.charCodeAt(0)
  if (numbers[unit] === 0) numbers[unit] = signs.push(sign)
  return numbers[unit] as number
}

const wordOf = (number: number): number => number >> 5
const bitOf = (number: number): number => 1 << (number & 31)

function signsOf(group: string): readonly Signs[] {
  const words = Map.groupBy([...group].map(numberOf), wordOf)
  return [...words].map(([word, all]) => ({ word, bits: all.reduce((bits, number) => bits | bitOf(number), 0) }))
}

/** `needs`: groups of signs, written one after another. */
export const family = <T>(read: Family<T>['read'], ...needs: readonly string[]): Family<T> => ({
  read,
  needs: needs.map(signsOf),
})

/** The family of phrases that begin with one of the signs. */
export const beginning = <T>(signsOf: string, one: Family<T>): Family<T> => ({ ...one, begins: new Set(signsOf) })

const hardStops: ReadonlySet<number> = new Set([...';。\n'].map((sign) => sign.charCodeAt(0)))

/** The same place is asked about for whole phrases and for the conditions in them. */
let last: { readonly text: string; readonly at: number; readonly ahead: Int32Array } | undefined

/** Which of the needed signs stand between here and the next hard stop. */
export function signsAhead({ text, at }: Cursor): Int32Array {
  if (last?.at === at && last.text === text) return last.ahead
  const ahead = new Int32Array(wordOf(signs.length) + 1)
  for (let i = at; i < text.length && !hardStops.has(text.charCodeAt(i)); i += 1) {
    const number = numbers[text.charCodeAt(i)] as number
    ahead[wordOf(number)] = (ahead[wordOf(number)] as number) | bitOf(number)
  }
  last = { text, at, ahead }
  return ahead
}

export function mayStand({ needs }: Family<unknown>, ahead: Int32Array): boolean {
  for (const group of needs) if (!holdsOne(group, ahead)) return false
  return true
}

function holdsOne(group: readonly Signs[], ahead: Int32Array): boolean {
  for (const { word, bits } of group) if (((ahead[word] as number) & bits) !== 0) return true
  return false
}

/** What the first of the families reads that may stand here and reads something of which `whole` holds. */
export function firstOf<T>(
  families: readonly Family<T>[],
  cursor: Cursor,
  whole: (value: T) => boolean = () => true,
): T | undefined {
  const ahead = signsAhead(cursor)
  const sign = cursor.text.charAt(cursor.at)
  for (const one of families) {
    if ((one.begins && !one.begins.has(sign)) || !mayStand(one, ahead)) continue
    const value = cursor.attempt((c) => {
      const read = one.read(c)
      return read !== undefined && whole(read) ? read : undefined
    })
    if (value !== undefined) return value
  }
  return undefined
}
