import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type ActWords, actHeads, headColumns, headOf } from '../act/index.ts'

/** 已办: the acts of one person, newest first. */
export const doneBy = async (
  db: Reader,
  personId: string,
  words: ActWords,
  { page, size }: { readonly page: number; readonly size: number },
) => {
  const { total } = await db
    .selectFrom('act')
    .select((count) => count.fn.countAll<number>().as('total'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  const rows = await actHeads(db)
    .select(headColumns)
    .select(
      sql<string[]>`ARRAY(SELECT DISTINCT change->>'noun' FROM jsonb_array_elements(act.changes) change ORDER BY 1)`.as(
        'nouns',
      ),
    )
    .where('act.person_id', '=', personId)
    .orderBy('act.seq', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total, rows: rows.map((row) => ({ ...headOf(row, words), nouns: row.nouns })) }
}
