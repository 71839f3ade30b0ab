import type { citedInLibrary } from '@quanheng/contract/library'
import type { ReplyOf } from '@quanheng/contract/route'
import type { LibraryDocument } from '@quanheng/domain/library/model'
import { type CitedStandings, standingsOf } from '@quanheng/domain/library/validity'
import type { Reader } from '../../platform/database/database.ts'

/** How documents stand on a day that citations name by number or title; drafts are nobody's basis. */
export const standingsIn = async (db: Reader, names: readonly string[], day: string): Promise<CitedStandings> => {
  const asked = [...new Set(names.filter(Boolean))]
  if (asked.length === 0) return new Map()
  const published = () =>
    db
      .selectFrom('library_document')
      .select(['id', 'state', 'content', 'standing'])
      .where('state', 'in', ['published', 'repealed'])
  const rows = await published()
    .where((one) => one.or([one('cited_as', 'in', asked), one('title', 'in', asked)]))
    .orderBy('id')
    .execute()
  const later = rows.flatMap(({ standing }) => standing.replaced?.byId ?? [])
  const successors = later.length === 0 ? [] : await published().where('id', 'in', later).execute()
  const documents = [...new Map([...rows, ...successors].map((row) => [row.id, row])).values()]
  return standingsOf(documents as readonly Pick<LibraryDocument, 'id' | 'state' | 'content' | 'standing'>[], day)
}

export const citedReply = async (
  db: Reader,
  names: readonly string[],
  today: string,
): Promise<ReplyOf<typeof citedInLibrary>> => {
  const standings = await standingsIn(db, names, today)
  const rows = [...new Set(names)].flatMap((name) => {
    const one = standings.get(name)
    if (one === undefined) return []
    const { documentId, title, validity, replacedBy } = one
    return [{ name, libraryDocumentId: documentId, title, validity, replacedBy: replacedBy ?? null }]
  })
  return { rows }
}
