import type { Loss } from './outcome.ts'
import type { Clause } from './reading/clause.ts'
import { type Placed, scan } from './reading/scan.ts'
import { type Span, sourceOf } from './reading/source.ts'
import { sameData } from './same-data.ts'

/**
 * Where in a sentence, as the notice prints it, the words stand that took points. A trace speaks in canonical words (每低1家), the
 * notice in its own (每少1家): phrases that were read as the same data are the same. Nothing is marked that says something else.
 */
export function appliedWords(text: string, losses: readonly Pick<Loss, 'clause'>[]): readonly Span[] {
  const phrases = scan(sourceOf(text)).clauses
  const found = losses.flatMap(({ clause }) => {
    const wanted = scan(sourceOf(clause)).clauses
    const at =
      wanted.length === 0 ? -1 : phrases.findIndex((_, i) => wanted.every((one, j) => same(phrases[i + j], one)))
    const [first, last] = [phrases[at], phrases[at + wanted.length - 1]]
    return first && last ? [{ start: first.span.start, end: last.span.end }] : []
  })
  return found
    .toSorted(byLength)
    .filter(apart)
    .toSorted((a, b) => a.start - b.start)
}

/** Of a list and one of its entries, the entry says it more closely. */
const byLength = (a: Span, b: Span): number => a.end - a.start - (b.end - b.start)
const apart = (span: Span, at: number, all: readonly Span[]): boolean =>
  all.slice(0, at).every((one) => one.end <= span.start || span.end <= one.start)

const same = (one: Placed | undefined, other: Placed): boolean =>
  one !== undefined && sameData(bare(one.clause), bare(other.clause))

/** Of tiers only the first names what is measured. */
const bare = (clause: Clause): Clause => {
  if (clause.kind !== 'award' || clause.when.kind !== 'band') return clause
  const { measure: _, ...when } = clause.when
  return { ...clause, when }
}
