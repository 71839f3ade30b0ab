import { folded } from '@quanheng/domain/library/grams'

interface Run {
  readonly at: number
  readonly run: string
  readonly found: boolean
}

/** Characters shown before the first word that was found, and in all. */
const shown = { before: 40, most: 200 }

/** Where the words stand in a folded text, from the left, without overlap. */
const placesOf = (text: string, words: readonly string[]): readonly (readonly [number, number])[] => {
  const places = words.flatMap((word): readonly (readonly [number, number])[] => {
    const found: [number, number][] = []
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push([at, at + word.length])
    return found
  })
  const ordered = places.toSorted(([a], [b]) => a - b)
  let end = 0
  return ordered.filter(([from, to]) => {
    if (from < end) return false
    end = to
    return true
  })
}

/** A text around the first word that was found, cut into runs. Folding that changes the length marks nothing. */
export const marked = (whole: string, words: readonly string[]): readonly Run[] => {
  const text = whole.replaceAll('\n', ' ')
  const compared = folded(text)
  const places = compared.length === text.length ? placesOf(compared, words) : []
  const from = Math.max(0, (places[0]?.[0] ?? 0) - shown.before)
  const to = Math.min(text.length, from + shown.most)
  const runs: Run[] = from > 0 ? [{ at: -1, run: '…', found: false }] : []
  let at = from
  for (const [first, last] of places) {
    if (last > to) break
    if (first > at) runs.push({ at, run: text.slice(at, first), found: false })
    runs.push({ at: first, run: text.slice(first, last), found: true })
    at = last
  }
  if (at < to) runs.push({ at, run: text.slice(at, to), found: false })
  return to < text.length ? [...runs, { at: to, run: '…', found: false }] : runs
}
