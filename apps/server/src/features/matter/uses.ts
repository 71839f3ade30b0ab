import { sql } from 'kysely'
import { namesOneOf, type UsesOf, usesInText } from '../library/index.ts'
import { matterIsVisible, mattersVisibleTo } from './scope.ts'

/** Important matters whose text names a document of the library. */
export const mattersCiting: UsesOf = async (db, actor, cited) => {
  const rows = await db
    .selectFrom('matter')
    .select(['id', 'content'])
    .where(matterIsVisible(mattersVisibleTo(actor)))
    .where('state', '!=', 'cancelled')
    .where(namesOneOf(sql`content::text`, cited))
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, content: { title, body } }) =>
    usesInText({ noun: 'matter', title, link: `/matters/${id}`, text: body }, cited),
  )
}
