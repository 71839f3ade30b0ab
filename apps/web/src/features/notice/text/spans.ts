import type { Field } from '../notice.ts'

/** A piece of a line; `field` is the shortest field that covers it. */
export interface Piece {
  readonly text: string
  readonly field?: Field
  /** A finding is about these words. */
  readonly found: boolean
  /** The piece begins its field: what a click on the other side scrolls to. */
  readonly first: boolean
}

export interface TextLine {
  /** Offset of the line in code points; unique. */
  readonly start: number
  readonly pieces: readonly Piece[]
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Which places touch each line, in one walk over both. */
const byLine = <P extends Place>(
  starts: readonly number[],
  places: readonly P[],
): ReadonlyMap<number, readonly P[]> => {
  const touching = new Map<number, P[]>()
  for (const place of places) {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= place.start) low = middle + 1
      else high = middle
    }
    for (let at = Math.max(0, low - 1); at < starts.length && (starts[at] ?? 0) < place.end; at++) {
      const known = touching.get(at)
      if (known) known.push(place)
      else touching.set(at, [place])
    }
  }
  return touching
}

const covers = ({ start, end }: Place, from: number, to: number): boolean => start <= from && to <= end

/** The text in lines, cut where a field or a finding begins or ends. Offsets are code points. */
export const linesOf = (text: string, fields: readonly Field[], findings: readonly Place[]): readonly TextLine[] => {
  const lines = text.split('\n').map((line) => [...line])
  const starts: number[] = []
  let offset = 0
  for (const line of lines) {
    starts.push(offset)
    offset += line.length + 1
  }
  const [fieldsAt, findingsAt] = [byLine(starts, fields), byLine(starts, findings)]
  return lines.map((signs, at) => {
    const start = starts[at] ?? 0
    const end = start + signs.length
    const [own, found] = [fieldsAt.get(at) ?? [], findingsAt.get(at) ?? []]
    const cuts = [
      ...new Set(
        [start, end, ...[...own, ...found].flatMap((place) => [place.start, place.end])].filter(
          (cut) => cut >= start && cut <= end,
        ),
      ),
    ].sort((a, b) => a - b)
    const pieces = cuts.slice(0, -1).map((from, index): Piece => {
      const to = cuts[index + 1] ?? end
      const [field] = own.filter((one) => covers(one, from, to)).sort((a, b) => a.end - a.start - (b.end - b.start))
      return {
        text: signs.slice(from - start, to - start).join(''),
        ...(field && { field }),
        found: found.some((one) => covers(one, from, to)),
        first: field?.start === from,
      }
    })
    return { start, pieces }
  })
}
