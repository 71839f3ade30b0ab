import type { listLibrary, searchClauses } from '@quanheng/contract/library'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { containsAll, wordsAsked } from '@quanheng/domain/library/grams'
import { citedAs } from '@quanheng/domain/library/model'
import { validityOn } from '@quanheng/domain/library/validity'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { libraryIsVisible } from './scope.ts'
import { contains } from './search.ts'
import type { LibraryRow } from './tables.ts'

type Filter = Pick<QueryOf<typeof listLibrary>, 'q' | 'kind' | 'holds'>
export type LibraryLine = Omit<ReplyOf<typeof listLibrary>['rows'][number], 'hits'>

/** Clauses of one document that a list shows for a search, and documents that the picker looks into. */
const most = { hits: 3, documents: 60, clauses: 60 }

const holding = (holds: NonNullable<Filter['holds']>, today: string): RawBuilder<boolean> => {
  const out = sql`library_document.state IN ('published', 'repealed')`
  const ended = sql`coalesce(library_document.last_day < ${today}, FALSE)`
  if (holds === 'unpublished') return sql<boolean>`NOT ${out}`
  if (holds === 'ended') return sql<boolean>`(${out} AND ${ended})`
  const later = sql`library_document.effective_on > ${today}`
  return holds === 'notYet'
    ? sql<boolean>`(${out} AND ${later} AND NOT ${ended})`
    : sql<boolean>`(${out} AND NOT ${ended} AND NOT ${later})`
}

const found = (db: Reader, actor: Actor, { q, kind, holds }: Filter, today: string) => {
  let rows = db.selectFrom('library_document').where(libraryIsVisible(actor))
  if (kind !== undefined) rows = rows.where('library_document.kind', '=', kind)
  if (holds !== undefined) rows = rows.where(holding(holds, today))
  if (q !== undefined && wordsAsked(q).length > 0) rows = rows.where(contains(q))
  return rows
}

type Read = Omit<LibraryRow, 'sought' | 'grams'> & { readonly unit_name: string }

const columns = [
  'library_document.id',
  'library_document.unit_id',
  'library_document.kind',
  'library_document.state',
  'library_document.cited_as',
  'library_document.title',
  'library_document.effective_on',
  'library_document.last_day',
  'library_document.replaces_id',
  'library_document.content',
  'library_document.standing',
  'library_document.file_digests',
  'library_document.version',
  'unit.name as unit_name',
] as const

/** What is being entered first, then what holds, the latest first; what holds no more last. */
const read = (rows: ReturnType<typeof found>, today: string) =>
  rows
    .innerJoin('unit', 'unit.id', 'library_document.unit_id')
    .select(columns)
    .orderBy(sql`library_document.state <> 'draft'`)
    .orderBy(sql`library_document.state = 'discarded'`)
    .orderBy(sql`coalesce(library_document.last_day < ${today}, FALSE)`)
    .orderBy('library_document.effective_on', (on) => on.desc().nullsFirst())
    .orderBy('library_document.id')

export const lineOf = (row: Read, today: string): LibraryLine => {
  const { title, issuer, documentNumber, issuedOn, interpreter, clauses } = row.content
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    state: row.state,
    validity: validityOn(row, today),
    title,
    issuer,
    documentNumber,
    issuedOn: issuedOn === '' ? null : issuedOn,
    effectiveOn: row.effective_on,
    lastDay: row.last_day,
    interpreter,
    unitName: row.unit_name,
    clauseCount: clauses.length,
  }
}

const hitsOf = ({ content }: Read, words: readonly string[], limit: number) =>
  words.length === 0
    ? []
    : content.clauses.filter(({ article, text }) => containsAll(`${article} ${text}`, words)).slice(0, limit)

export const list = async (
  db: Reader,
  actor: Actor,
  filter: QueryOf<typeof listLibrary>,
  today: string,
): Promise<ReplyOf<typeof listLibrary>> => {
  const all = found(db, actor, filter, today)
  const { total } = await all.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await read(all, today)
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  const words = wordsAsked(filter.q ?? '')
  return {
    total,
    rows: rows.map((row) => ({
      ...lineOf(row, today),
      hits: hitsOf(row, words, most.hits).map((one) => ({ ...one })),
    })),
  }
}

/** Every line of the narrowed list, for a table. */
export const everyLine = async (db: Reader, actor: Actor, filter: Filter, today: string) =>
  (await read(found(db, actor, filter, today), today).execute()).map((row) => lineOf(row, today))

/** Published clauses to cite; with words in the head of a document, its clauses from the first. */
export const clausesFor = async (
  db: Reader,
  actor: Actor,
  q: string,
  today: string,
): Promise<ReplyOf<typeof searchClauses>> => {
  const words = wordsAsked(q)
  const rows = await read(found(db, actor, { q }, today), today)
    .where('library_document.state', 'in', ['published', 'repealed'])
    .limit(most.documents)
    .execute()
  const clauses = rows.flatMap((row) => {
    const hits = hitsOf(row, words, most.clauses)
    const shown = hits.length > 0 ? hits : row.content.clauses
    const about = {
      libraryDocumentId: row.id,
      title: row.title,
      citedAs: citedAs(row.content),
      documentNumber: row.content.documentNumber,
      issuer: row.content.issuer,
      issuedOn: row.content.issuedOn === '' ? null : row.content.issuedOn,
      validity: validityOn(row, today),
    }
    return shown.map(({ article, text }) => ({ ...about, article, text }))
  })
  return { rows: clauses.slice(0, most.clauses) }
}
