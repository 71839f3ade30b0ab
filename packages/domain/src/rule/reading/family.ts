import type { Cursor } from './cursor.ts'

/** A sentence family: what reads it, and the signs without which no phrase of it can stand here. */
export interface Family<T> {
  readonly read: (cursor: Cursor) => T | undefined
  /** The groups of signs, as bits in the words of `signsAhead`: of each group one sign stands before the next hard stop. */
  readonly needs: Int32Array
  /** The phrase begins with one of these; absent where it may begin with a name. */
  readonly begins?: ReadonlySet<string>
}

/** More groups than families ask for have no place in the words. */
const words = 5

/** Of each sign the groups that it is in, by the sign's UTF-16 unit: a number for each such set, 0 for signs that nobody asks for. */
const setOf = new Uint16Array(0x1_0000)
const sets: Int32Array[] = [new Int32Array(words)]
const groups = new Map<string, number>()

/** The bit of a group of signs; its signs are marked as soon as it is first asked for. */
function groupOf(group: string): number {
  const known = groups.get(group)
  if (known !== undefined) return known
  const bit = groups.size
  if (bit >= words * 32) throw new RangeError('more groups of signs than bits')
  groups.set(group, bit)
  for (const sign of new Set(group)) {
    const unit = sign.charCodeAt(0)
    const set = new Int32Array(sets[setOf[unit] as number] as Int32Array)
    setOf[unit] = sets.push(withBit(set, bit)) - 1
  }
  return bit
}

function withBit(set: Int32Array, bit: number): Int32Array {
  set[bit >> 5] = (set[bit >> 5] as number) | (1 << (bit & 31))
  return set
}

/** `needs`: groups of signs, written one after another. */
export const family = <T>(read: Family<T>['read'], ...needs: readonly string[]): Family<T> => ({
  read,
  needs: needs.map(groupOf).reduce(withBit, new Int32Array(words)),
})

/** The family of phrases that begin with one of the signs. */
export const beginning = <T>(signsOf: string, one: Family<T>): Family<T> => ({ ...one, begins: new Set(signsOf) })

/** The same place is asked about for whole phrases and for the conditions in them. */
let last: { readonly text: string; readonly at: number; readonly ahead: Int32Array } | undefined

/** Of which groups a sign stands between here and the next hard stop. */
export function signsAhead({ text, at }: Cursor): Int32Array {
  if (last?.at === at && last.text === text) return last.ahead
  const ahead = new Int32Array(words)
  for (let i = at; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (isHardStop(unit)) break
    const number = setOf[unit] as number
    if (number === 0) continue
    const set = sets[number] as Int32Array
    for (let word = 0; word < words; word += 1) ahead[word] = (ahead[word] as number) | (set[word] as number)
  }
  last = { text, at, ahead }
  return ahead
}

const [semicolon, stop, newLine] = [...';。\n'].map((sign) => sign.charCodeAt(0))
const isHardStop = (unit: number): boolean => unit === stop || unit === semicolon || unit === newLine

export function mayStand({ needs }: Family<unknown>, ahead: Int32Array): boolean {
  for (let word = 0; word < words; word += 1) {
    const needed = needs[word] as number
    if (((ahead[word] as number) & needed) !== needed) return false
  }
  return true
}

/** What the first of the families reads that may stand here and reads something of which `whole` holds. */
export function firstOf<T>(
  families: readonly Family<T>[],
  cursor: Cursor,
  whole?: (value: T) => boolean,
): T | undefined {
  const ahead = signsAhead(cursor)
  const { at } = cursor
  const sign = cursor.text.charAt(at)
  for (const one of families) {
    if (!mayStand(one, ahead) || (one.begins && !one.begins.has(sign))) continue
    const value = one.read(cursor)
    if (value !== undefined && (whole === undefined || whole(value))) return value
    cursor.at = at
  }
  return undefined
}
