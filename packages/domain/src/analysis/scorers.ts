import { abs, compare, type Exact, equal, one, printExact, sign } from '../kernel/exact.ts'
import { median, modifiedZ, outlying } from './median.ts'
import type { Lean, ScorerFigures } from './model.ts'

export interface ScoredRow {
  readonly unitId: string
  readonly sectionId?: string
  /** Of the full marks. */
  readonly share: Exact
}

/** A scorer of fewer rows, or a year of fewer scorers, tells nothing. */
const fewest = { rows: 5, scorers: 4 } as const

const keyOf = ({ unitId, sectionId }: ScoredRow): string => `${unitId}\n${sectionId ?? ''}`

/** Every scorer with the median of what it gave, and whether that lies apart from what the others gave; lenient ones first. */
export const scorerFigures = (rows: readonly ScoredRow[]): readonly ScorerFigures[] => {
  const found = [...Map.groupBy(rows, keyOf).values()].flatMap((own) => {
    const middle = median(own.map(({ share }) => share))
    const [first] = own
    if (middle === undefined || first === undefined) return []
    const { share: _, ...scorer } = first
    const full = own.filter(({ share }) => compare(share, one) >= 0).length
    return [{ scorer, middle, rows: own.length, full }]
  })
  const judged = found.filter((scorer) => scorer.rows >= fewest.rows)
  const zs = judged.length < fewest.scorers ? [] : modifiedZ(judged.map(({ middle }) => middle))
  const zOf = new Map(judged.map((scorer, at) => [scorer, zs[at]]))
  return found
    .sort((a, b) => compare(b.middle, a.middle))
    .map((one): ScorerFigures => {
      const z = zOf.get(one)
      return {
        ...one.scorer,
        rows: one.rows,
        full: one.full,
        median: printExact(one.middle),
        ...(z && { z: printExact(z) }),
        lean: z ? leanOf(z) : zOf.has(one) && zs.length > 0 ? 'alike' : 'few',
      }
    })
}

const leanOf = (z: Exact): Lean => {
  if (compare(abs(z), outlying) < 0 || equal(abs(z), outlying)) return 'usual'
  return sign(z) > 0 ? 'lenient' : 'harsh'
}
