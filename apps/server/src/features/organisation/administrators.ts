import { administratorPosts } from '@quanheng/domain/ability/posts'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** 三员 as they are held today, each kind with its holders; a kind without holders is what is still missing. */
export const administratorsOn = async (db: Reader, on: string) => {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.kind', 'person.id', 'person.name'])
    .select(sql<boolean>`EXISTS (SELECT 1 FROM credential c WHERE c.person_id = person.id)`.as('hasPassword'))
    .where('post.kind', 'in', [...administratorPosts])
    .where('person.state', '=', 'active')
    .where('post.from_date', '<=', on)
    .where((where) => where.or([where('post.to_date', 'is', null), where('post.to_date', '>=', on)]))
    .orderBy('person.name')
    .execute()
  return administratorPosts.map((kind) => ({
    kind,
    holders: rows
      .filter((row) => row.kind === kind)
      .map(({ id, name, hasPassword }) => ({ personId: id, name, hasPassword })),
  }))
}
