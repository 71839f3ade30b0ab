import type { CarriedFinding } from '../plan/findings.ts'
import { basisOf } from './draft-parts.ts'
import type { DraftNote, Place, ReadFinding, ReadNotice, Settled } from './model.ts'

export interface Carrying {
  readonly noticeId: string
  readonly notice: Pick<ReadNotice, 'text' | 'rows' | 'findings' | 'headings'>
  readonly notes: readonly DraftNote[]
  readonly sources: Readonly<Record<string, string>>
  readonly settled: Readonly<Record<string, Settled>>
}

const longestQuote = 60

/** Findings and notes that nobody has settled, as findings of the plan: each with its clause, and the place of the plan it is about. */
export const carriedFindings = ({ noticeId, notice, notes, sources, settled }: Carrying): readonly CarriedFinding[] => {
  const signs = [...notice.text]
  const means = { headings: notice.headings, signs }
  const fields = notice.rows.flatMap((row) => row.fields)
  const placeOf = new Map(Object.entries(sources).map(([at, field]) => [field, at]))
  const spots = fields
    .flatMap((field) => {
      const at = placeOf.get(field.id)
      return at === undefined ? [] : [{ at, field }]
    })
    .sort((a, b) => a.field.end - a.field.start - (b.field.end - b.field.start))
  const within = ({ start, end }: Place) =>
    spots.find(({ field }) => field.start <= start && end <= field.end)?.at ??
    spots.find(({ field }) => start <= field.start && field.end <= end)?.at ??
    'document.text'
  const as = (found: ReadFinding | DraftNote): CarriedFinding['finding'] => ({
    code: found.code,
    severity: 'severity' in found ? found.severity : 'note',
    acceptable: true,
    at: within(found),
    basis: basisOf(means, found),
    params: {
      ...found.params,
      quote: signs.slice(found.start, Math.min(found.end, found.start + longestQuote)).join(''),
      place: String(found.start),
      noticeId,
    },
    proposals: [],
  })
  return [...notice.findings, ...notes]
    .filter(({ key }) => !Object.hasOwn(settled, key))
    .map((found) => ({ key: found.key, finding: as(found) }))
}
