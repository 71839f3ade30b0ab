import type { CarriedFinding } from '../plan/findings.ts'
import { basisOf } from './draft-parts.ts'
import type { DraftNote, Place, ReadFinding, ReadNotice, Settled } from './model.ts'
import { placesByField } from './places.ts'

export interface Carrying {
  readonly noticeId: string
  readonly notice: Pick<ReadNotice, 'text' | 'rows' | 'findings' | 'headings'>
  readonly notes: readonly DraftNote[]
  readonly sources: Readonly<Record<string, string>>
  readonly settled: Readonly<Record<string, Settled>>
}

const longestQuote = 60

interface Spot extends Place {
  readonly at: string
}

/** The shortest spot that holds the place, else the longest inside it; `spots` stand in the order of the text, none longer than `longest`. */
const nearest = (spots: readonly Spot[], longest: number, { start, end }: Place): Spot | undefined => {
  let [low, high] = [0, spots.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spots[middle]?.start ?? 0) < start - longest) low = middle + 1
    else high = middle
  }
  const near: Spot[] = []
  for (let at = low; at < spots.length && (spots[at]?.start ?? 0) < end; at++) near.push(spots[at] as Spot)
  const length = (spot: Spot) => spot.end - spot.start
  const holding = near.filter((spot) => spot.start <= start && end <= spot.end)
  const inside = near.filter((spot) => start <= spot.start && spot.end <= end)
  return holding.sort((a, b) => length(a) - length(b))[0] ?? inside.sort((a, b) => length(b) - length(a))[0]
}

/** Findings and notes that nobody has settled, as findings of the plan: each with its clause, and the place of the plan it is about. */
export const carriedFindings = ({ noticeId, notice, notes, sources, settled }: Carrying): readonly CarriedFinding[] => {
  const signs = [...notice.text]
  const means = { headings: notice.headings, signs }
  const fields = notice.rows.flatMap((row) => row.fields)
  const placeOf = placesByField(sources)
  const spots = fields
    .flatMap(({ id, start, end }): Spot[] => {
      const at = placeOf.get(id)
      return at === undefined ? [] : [{ at, start, end }]
    })
    .sort((a, b) => a.start - b.start)
  const longest = spots.reduce((most, spot) => Math.max(most, spot.end - spot.start), 0)
  const within = (place: Place) => nearest(spots, longest, place)?.at ?? 'document.text'
  const as = (found: ReadFinding | DraftNote): CarriedFinding['finding'] => ({
    code: found.code,
    severity: 'severity' in found ? found.severity : (found.change?.severity ?? 'note'),
    acceptable: true,
    at: ('change' in found ? found.change?.at : undefined) ?? within(found),
    basis: basisOf(means, found),
    params: {
      ...found.params,
      quote: signs.slice(found.start, Math.min(found.end, found.start + longestQuote)).join(''),
      place: String(found.start),
      noticeId,
    },
    proposals: ('change' in found ? found.change?.proposals : undefined) ?? [],
  })
  return [...notice.findings, ...notes]
    .filter(({ key }) => !Object.hasOwn(settled, key))
    .map((found) => ({ key: found.key, finding: as(found) }))
}
