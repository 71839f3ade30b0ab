import type { Cursor } from './cursor.ts'
import { lettered } from './letters.ts'

/**
 * Names are the only part of a sentence that is not a word of the language: a run of letters before words that are. They are read
 * sign by sign, since a pattern over all letters of all scripts takes milliseconds to compile, once for each that holds it.
 */
export interface Alphabet {
  /** The sign or signs at this place that a name may hold, to their end; -1 without. */
  readonly next: (text: string, at: number) => number
}

const unknown = 0
const inside = 1
const outside = 2

/** `signs` is a pattern of one sign; `others`, sticky, of what else a name may hold: digits inside words, brackets. */
export function alphabet(signs: string, others?: RegExp): Alphabet {
  const one = new RegExp(`^${signs}$`, 'u')
  const known = new Uint8Array(0x1_0000)
  const sign = (text: string, at: number): number => {
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit < 0xdc00) {
      const pair = text.slice(at, at + 2)
      return one.test(pair) ? at + pair.length : -1
    }
    if (known[unit] === unknown) known[unit] = one.test(text.charAt(at)) ? inside : outside
    return known[unit] === inside ? at + 1 : -1
  }
  const other = (text: string, at: number): number => {
    if (others === undefined) return -1
    others.lastIndex = at
    return others.test(text) ? others.lastIndex : -1
  }
  const next = (text: string, at: number): number => {
    if (at >= text.length) return -1
    const end = sign(text, at)
    return end === -1 ? other(text, at) : end
  }
  return { next }
}

/** The next place at or after `from` where a pattern matches, -1 without one. */
export type Places = (text: string, from: number) => number

const placesOf = new Map<string, Places>()

/** Readers ask again from each place up to the next one, and several of them for the same words: the last answer is kept. */
export function places(source: string): Places {
  const made = placesOf.get(source)
  if (made) return made
  const pattern = lettered(`(?=${source})`, 'g')
  let known = { text: '', from: 0, place: -1 }
  const find: Places = (text, from) => {
    const holds = known.text === text && known.from <= from && (known.place === -1 || known.place >= from)
    if (!holds) {
      pattern.lastIndex = from
      known = { text, from, place: pattern.exec(text)?.index ?? -1 }
    }
    return known.place
  }
  placesOf.set(source, find)
  return find
}

/** A name in signs, and in UTF-16 units, of which a sign may take two. */
const mostSigns = 60
const mostUnits = 2 * mostSigns

/** The shortest name here, of `least` to `most` signs, that `followers` come after. */
export const nameUpTo =
  ({ next }: Alphabet, followers: Places, least = 1, most = mostSigns): ((cursor: Cursor) => string | undefined) =>
  (cursor) => {
    const { text, at } = cursor
    let place = followers(text, at + 1)
    let end = at
    for (let signs = 1; signs <= most; signs += 1) {
      if (place === -1 || place > at + mostUnits) return undefined
      end = next(text, end)
      if (end === -1) return undefined
      if (place < end) place = followers(text, end)
      if (place === end && signs >= least) {
        cursor.at = end
        return text.slice(at, end)
      }
    }
    return undefined
  }
