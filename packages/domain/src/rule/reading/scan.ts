import type { Clause } from './clause.ts'
import { readClause } from './clauses.ts'
import { Cursor } from './cursor.ts'
import { type Source, type Span, spanOf } from './source.ts'

/** A clause with its place in the original text. */
export interface Placed {
  readonly clause: Clause
  readonly span: Span
}

interface Scanned {
  readonly clauses: readonly Placed[]
  readonly notUnderstood: readonly Span[]
}

const separators = /(?:[，;。\n]|口径:)*/uy
const ends = /(?=[，;。\n]|$)/uy
/** To the next stop outside brackets. */
const rest = /(?:\([^()\n]*\)|[^，;。\n])+/uy

/** Every character is a separator, part of a clause understood to its end, or part of a reported span. */
export function scan(source: Source): Scanned {
  const cursor = new Cursor(source.plain)
  const clauses: Placed[] = []
  const notUnderstood: Span[] = []
  for (;;) {
    cursor.take(separators)
    const start = cursor.at
    if (start >= source.plain.length) return { clauses, notUnderstood }
    const clause = readClause(cursor, ends)
    if (clause) clauses.push({ clause, span: spanOf(source, start, cursor.at) })
    else {
      cursor.take(rest)
      notUnderstood.push(spanOf(source, start, cursor.at))
    }
  }
}
