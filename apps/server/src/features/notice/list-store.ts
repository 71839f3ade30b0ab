import type { listNotices } from '@quanheng/contract/notice'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { drafting } from './store.ts'

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const sortable = new Map([
  ['title', 'n.title'],
  ['fileName', 'n.file_name'],
  ['documentNumber', 'n.document_number'],
  ['importedAt', 'n.imported_at'],
])

const orderOf = (sort: string | undefined) => {
  const column = sortable.get(sort?.replace(/^-/, '') ?? '')
  if (column === undefined) return sql`n.imported_at DESC, n.id`
  return sql`${sql.ref(column)} ${sort?.startsWith('-') ? sql`DESC NULLS LAST` : sql`ASC NULLS LAST`}, n.id`
}

export const listVisible = async (
  db: Reader,
  actor: Actor,
  filter: QueryOf<typeof listNotices>,
): Promise<ReplyOf<typeof listNotices>> => {
  let found = db
    .selectFrom('notice_import as n')
    .innerJoin('unit', 'unit.id', 'n.unit_id')
    .leftJoin('person', (join) => join.on(sql<boolean>`person.id = (n.author->>'personId')::uuid`))
    .where('n.unit_id', 'in', drafting(actor))
  if (filter.q !== undefined && filter.q !== '') {
    const pattern = like(filter.q)
    found = found.where(
      sql<boolean>`(n.title LIKE ${pattern} OR n.file_name LIKE ${pattern} OR n.document_number LIKE ${pattern})`,
    )
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select([
      'n.id',
      'n.file_name as fileName',
      'n.title',
      'n.document_number as documentNumber',
      'n.unit_id as unitId',
      'unit.name as unitName',
      'person.name as importedBy',
      'n.imported_at as importedAt',
      'n.plan_id as planId',
      'n.field_count as fields',
      'n.undecided_count as undecided',
      'n.asked_count as asked',
      'n.open_count as openFindings',
    ])
    .orderBy(orderOf(filter.sort))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return {
    total,
    rows: rows.map((row) => ({ ...row, importedBy: row.importedBy ?? '', importedAt: row.importedAt.toISOString() })),
  }
}
