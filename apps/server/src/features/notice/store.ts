import { countsOf } from '@quanheng/domain/notice/choices'
import type { ReadNotice } from '@quanheng/domain/notice/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { canonicalNotice } from './canonical.ts'
import type { NoticeImportRow } from './tables.ts'

/** Bodies whose imports a person sees: those in which the person drafts plans today. */
export const drafting = (actor: Actor): string[] => unitIdsOf(postsFor(actor, 'notice.read'))

export const visibleNotice = (db: Reader, actor: Actor, noticeId: string): Promise<NoticeImportRow | undefined> => {
  const unitIds = drafting(actor)
  return db
    .selectFrom('notice_import')
    .selectAll()
    .where('id', '=', noticeId)
    .where('unit_id', 'in', unitIds)
    .executeTakeFirst()
}

/** The plan of an import that a person sees, without the reading, which is long. */
export const planOfVisible = (
  db: Reader,
  actor: Actor,
  noticeId: string,
): Promise<Pick<NoticeImportRow, 'plan_id'> | undefined> =>
  db
    .selectFrom('notice_import')
    .select('plan_id')
    .where('id', '=', noticeId)
    .where('unit_id', 'in', drafting(actor))
    .executeTakeFirst()

export const noticeForUpdate = (tx: Tx, actor: Actor, noticeId: string): Promise<NoticeImportRow | undefined> => {
  const unitIds = drafting(actor)
  return tx
    .selectFrom('notice_import')
    .selectAll()
    .where('id', '=', noticeId)
    .where('unit_id', 'in', unitIds)
    .forUpdate()
    .executeTakeFirst()
}

export const readingOf = ({ text, reading, findings }: NoticeImportRow): ReadNotice => ({
  text,
  findings,
  ...reading,
})

const counted = (row: NoticeImportRow): NoticeImportRow => {
  const { fields, undecided, asked } = countsOf(row.reading.rows, row.choices)
  const open = [...row.findings, ...row.notes].filter(({ key }) => !Object.hasOwn(row.settled, key)).length
  return { ...row, field_count: fields, undecided_count: undecided, asked_count: asked, open_count: open }
}

export const insertNotice = async (tx: Tx, fresh: NoticeImportRow): Promise<Change> => {
  const row = counted(fresh)
  await tx
    .insertInto('notice_import')
    .values({
      ...row,
      author: json(row.author),
      reading: json(row.reading),
      findings: json(row.findings),
      choices: json(row.choices),
      settled: json(row.settled),
      sources: json(row.sources),
      notes: json(row.notes),
    })
    .execute()
  return { noun: 'noticeImport', id: row.id, version: 1, before: null, after: canonicalNotice(row) }
}

/** Writes what was decided; the reading stays as it is. */
export const updateNotice = async (tx: Tx, before: NoticeImportRow, decided: Partial<NoticeImportRow>) => {
  const row = counted({ ...before, ...decided, version: before.version + 1 })
  await tx
    .updateTable('notice_import')
    .set({
      choices: json(row.choices),
      settled: json(row.settled),
      sources: json(row.sources),
      notes: json(row.notes),
      plan_id: row.plan_id,
      undecided_count: row.undecided_count,
      asked_count: row.asked_count,
      open_count: row.open_count,
      version: row.version,
    })
    .where('id', '=', row.id)
    .execute()
  const change: Change = {
    noun: 'noticeImport',
    id: row.id,
    version: row.version,
    before: canonicalNotice(before),
    after: canonicalNotice(row),
  }
  return { row, change }
}
