import type { Clause } from './clause.ts'
import { readClause } from './clauses.ts'
import { Cursor } from './cursor.ts'
import { readTitle, readTopic } from './frame-clause.ts'
import { readHeading } from './heading-clause.ts'
import { Numbering } from './numbering.ts'
import { type Source, type Span, spanOf } from './source.ts'

/** A clause with its place in the original text. */
export interface Placed {
  readonly clause: Clause
  readonly span: Span
}

interface Scanned {
  readonly clauses: readonly Placed[]
  readonly notUnderstood: readonly Span[]
  /** Clauses whose printed number is not the next one. */
  readonly misnumbered: readonly Span[]
}

const separators =
  /(?:[，;。、\n()]|(?:口径|(?:评分|计分|考核|考评|赋分|评价)(?:标准|方法|办法|细则|规则|方式)|计算方法|得分计算|其中|备注|注):|(?:其中|同时|另外|此外)(?=，))*/uy
/** 总分10分，其中制定方案…: said of the marks before it. */
const among = /其中/uy
const ends = /(?=[，;。、\n()]|$)/uy
/** To the next stop outside brackets. */
const rest = /(?:\([^()\n]*\)|[^，;。\n])+/uy

/** 基础分为5分 behind steps is what they change, and no heading of what follows. */
function headingAt(cursor: Cursor, behind: boolean): Clause | undefined {
  const heading = readHeading(cursor)
  return behind && heading?.kind === 'heading' && heading.base ? undefined : heading
}

/** Every character is a separator, a number in its place, part of a clause understood to its end, or part of a reported span. */
export function scan(source: Source): Scanned {
  const cursor = new Cursor(source.plain)
  const numbering = new Numbering()
  const clauses: Placed[] = []
  const notUnderstood: Span[] = []
  const misnumbered: Span[] = []
  for (;;) {
    const before = cursor.at
    const bracketed = (cursor.take(separators)?.[0] ?? '').endsWith('(')
    if (bracketed) cursor.at -= 1
    const said = clauses.at(-1)?.clause
    if (said?.kind === 'heading' && said.name === undefined) cursor.take(among)
    const start = cursor.at
    if (start >= source.plain.length) return { clauses, notUnderstood, misnumbered }
    const numbered = numbering.read(cursor)
    if (numbered) cursor.take(separators)
    const heading = cursor.attempt((c) => headingAt(c, clauses.length > 0))
    if (!heading && !numbered && bracketed) cursor.at += 1
    const clause = heading ?? readClause(cursor, ends) ?? cursor.attempt(readTitle) ?? cursor.attempt(readTopic)
    if (clause) {
      const span = spanOf(source, start, cursor.at)
      for (const one of clause.kind === 'several' ? clause.clauses : [clause]) clauses.push({ clause: one, span })
      if (numbered === 'outOfPlace') misnumbered.push(span)
      continue
    }
    cursor.at = start
    cursor.take(rest)
    notUnderstood.push(spanOf(source, start, cursor.at))
    if (cursor.at === before) return { clauses, notUnderstood, misnumbered }
  }
}
