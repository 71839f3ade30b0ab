import type { RoleWorld } from '@quanheng/domain/organisation/separation'
import type { SignatureRole } from '@quanheng/domain/plan/model'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** Accounts that can act, posts not ended before the day (those of a later day too), and sheets that still have rows. */
export const roleWorld = async (db: Reader, today: string): Promise<RoleWorld> => {
  const accounts = await db.selectFrom('person').selectAll().where('state', '=', 'active').execute()
  const posts = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.person_id', 'post.kind', 'post.unit_id', 'post.section_id'])
    .where('person.state', '=', 'active')
    .where((where) => where.or([where('to_date', 'is', null), where('to_date', '>=', today)]))
    .orderBy('post.id')
    .execute()
  const sheets = await db
    .selectFrom('sheet')
    .innerJoin('plan_version', (join) =>
      join.onRef('plan_version.plan_id', '=', 'sheet.plan_id').onRef('plan_version.number', '=', 'sheet.plan_number'),
    )
    .select(['sheet.id', 'sheet.leaf_name', 'sheet.scorer', 'sheet.unit_ids'])
    .select(sql<readonly SignatureRole[]>`plan_version.content -> 'signatureMap'`.as('map'))
    .where(sql<boolean>`jsonb_array_length(sheet.fallen_rows) < cardinality(sheet.unit_ids)`)
    .orderBy('sheet.id')
    .execute()
  return {
    accounts: accounts.map(({ id, name, phone, mail }) => ({ personId: id, name, phone, mail })),
    posts: posts.map((row) => ({
      personId: row.person_id,
      kind: row.kind,
      unitId: row.unit_id,
      sectionId: row.section_id,
    })),
    sheets: sheets.map(({ id, leaf_name, scorer, unit_ids, map }) => ({
      key: id,
      name: leaf_name,
      scorer,
      unitIds: unit_ids,
      map,
    })),
  }
}
