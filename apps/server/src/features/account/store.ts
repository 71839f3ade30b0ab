import { tryFirst } from '@quanheng/rehearsal/accounts'
import type { Reader } from '../../platform/database/database.ts'

/** Rehearsal only: one account for each post, the first in official order, with what to try first. */
export const rehearsalAccounts = async (db: Reader, on: string) => {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('login_name', 'login_name.person_id', 'person.id')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .distinctOn('post.kind')
    .select(['login_name.login', 'person.name', 'post.kind', 'unit.short_name'])
    .where('post.from_date', '<=', on)
    .where((where) => where.or([where('post.to_date', 'is', null), where('post.to_date', '>=', on)]))
    .orderBy('post.kind')
    .orderBy('unit.sort_code')
    .orderBy('login_name.login')
    .execute()
  return rows.map((row) => ({
    login: row.login,
    name: row.name,
    post: row.kind,
    unit: row.short_name,
    tryFirst: tryFirst[row.kind],
  }))
}
