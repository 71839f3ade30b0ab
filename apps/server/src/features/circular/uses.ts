import { sql } from 'kysely'
import { namesOneOf, type UsesOf, usesInText } from '../library/index.ts'
import { circularIsVisible, circularsVisibleTo } from './scope.ts'

/** Circulars whose text or source names a document of the library. */
export const circularsCiting: UsesOf = async (db, actor, cited) => {
  const rows = await db
    .selectFrom('circular')
    .select(['id', 'content'])
    .where(circularIsVisible(circularsVisibleTo(actor)))
    .where('state', '!=', 'discarded')
    .where(namesOneOf(sql`content::text`, cited))
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, content: { title, source, body } }) =>
    usesInText({ noun: 'circular', title, link: `/circulars/${id}`, text: `${source}\n${body}` }, cited),
  )
}
