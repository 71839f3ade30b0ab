import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { rowStream } from '../../platform/database/row-stream.ts'
import { type ActWords, actHeads, headColumns, headOf } from './heads.ts'

export interface ActFilter {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly q?: string | undefined
  readonly action?: string | undefined
  readonly unitId?: string | undefined
  readonly tree?: 'in' | 'queued' | undefined
}

/** Bodies that an observer supervises; null for an auditor, who audits the whole installation. */
export type Watched = readonly string[] | null

/** Acts under posts of the supervised bodies, and of those that their plans name. */
const isWatched = (
  bodies: readonly string[],
) => sql<boolean>`(post.unit_id = ANY(${[...bodies]}::uuid[]) OR post.unit_id IN (
  SELECT unnest(plan.named_unit_ids) FROM plan
  WHERE plan.owner_unit_id = ANY(${[...bodies]}::uuid[]) AND plan.issued_number IS NOT NULL))`

const watchedActs = (db: Reader, watched: Watched) =>
  watched === null ? actHeads(db) : actHeads(db).where(isWatched(watched))

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const filtered = (db: Reader, filter: ActFilter, watched: Watched) => {
  let found = watchedActs(db, watched)
  if (filter.from !== undefined) found = found.where('act.business_date', '>=', filter.from)
  if (filter.to !== undefined) found = found.where('act.business_date', '<=', filter.to)
  if (filter.action !== undefined) found = found.where('act.action', '=', filter.action)
  if (filter.unitId !== undefined) found = found.where('post.unit_id', '=', filter.unitId)
  if (filter.q !== undefined && filter.q !== '') found = found.where('person.name', 'like', like(filter.q))
  if (filter.tree !== undefined)
    found = found.where('tree_entry.position', filter.tree === 'in' ? 'is not' : 'is', null)
  return found
}

export const countActs = async (db: Reader, filter: ActFilter, watched: Watched): Promise<number> => {
  const { total } = await filtered(db, filter, watched)
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

const audited = (db: Reader, filter: ActFilter, watched: Watched) =>
  filtered(db, filter, watched)
    .select(headColumns)
    .select([
      'act.address',
      sql<number>`cardinality(act.subjects)`.as('subjects'),
      sql<string[]>`ARRAY(SELECT DISTINCT change->>'noun' FROM jsonb_array_elements(act.changes) change ORDER BY 1)`.as(
        'nouns',
      ),
    ])
    .orderBy('act.seq', 'desc')

type AuditedRow = Awaited<ReturnType<ReturnType<typeof audited>['execute']>>[number]

const auditedAct = (row: AuditedRow, words: ActWords) => ({
  ...headOf(row, words),
  address: row.address,
  subjects: row.subjects,
  nouns: row.nouns,
})

export type AuditedAct = ReturnType<typeof auditedAct>

/** Heads of acts over the whole installation for those who audit, over their mandate for those who supervise. Neither events nor replies are read. */
export const auditActs = async (
  db: Reader,
  filter: ActFilter,
  watched: Watched,
  words: ActWords,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<AuditedAct[]> => {
  const rows = await audited(db, filter, watched).limit(limit).offset(offset).execute()
  return rows.map((row) => auditedAct(row, words))
}

/** The same, all of them, one after the other. */
export const actStream = (
  db: Reader,
  filter: ActFilter,
  watched: Watched,
  words: ActWords,
): AsyncGenerator<AuditedAct> =>
  rowStream<AuditedRow, AuditedAct>(db, audited(db, filter, watched), (rows) =>
    rows.map((row) => auditedAct(row, words)),
  )

export const kindsOfActs = async (db: Reader, watched: Watched, words: ActWords) => {
  const rows = await watchedActs(db, watched)
    .select(['act.action', (count) => count.fn.countAll<number>().as('count')])
    .groupBy('act.action')
    .execute()
  return rows
    .map((row) => ({ action: row.action, ...words(row.action), count: row.count }))
    .toSorted((a, b) => b.count - a.count || a.action.localeCompare(b.action))
}
