import type { Refusal } from '@quanheng/contract/errors'
import type { TableFormat } from '@quanheng/contract/shapes'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import type { HeldPost } from '../../../platform/door/actor.ts'
import type { Context } from '../../../platform/door/context.ts'
import type { FileReply, Outcome } from '../../../platform/door/outcome.ts'
import { tableFile } from '../../../platform/jobs/table-file.ts'
import { type OnPosts, watchPosts } from '../post-service.ts'
import { faultsOf } from './check.ts'
import { forms, type OrganisationTable } from './columns.ts'
import { markedForm, type ReadUpload } from './form-table.ts'
import { judge } from './judge.ts'
import { register } from './register.ts'

export const template = (table: OrganisationTable, on: string, format: TableFormat): Promise<FileReply> => {
  const { title, mark, columns, example } = forms[table]
  return tableFile(title, { title, columns, rows: [], template: { ...mark, example }, on }, format, 'empty')
}

export const marked = async (
  db: Reader,
  table: OrganisationTable,
  read: ReadUpload,
): Promise<Result<FileReply, Refusal>> => markedForm(forms[table], read, await faultsOf(db, table, read))

interface ImportRequest {
  readonly tx: Tx
  readonly posts: readonly HeldPost[]
  readonly context: Context
}

/** Posts given at the same time see each other: whoever is to get one is held until the end, in the order of ids. */
const holdPeople = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()

/**
 * All lines of the table as one act, or none. The workbook was read before the transaction, its bytes cannot change; its lines
 * are judged inside it, whatever the check said before.
 */
export const importTable = async (
  { tx, posts, context }: ImportRequest,
  table: OrganisationTable,
  read: ReadUpload,
  onPosts: readonly OnPosts[],
): Promise<Result<Outcome<{ count: number }>, Refusal>> => {
  const refused = (count: number) => refuse('organisation.tableFaults', { params: { count: String(count) } })
  if ('faults' in read) return refused(read.faults.length)
  const { rows, faults: unreadable } = read.table
  if (unreadable.length > 0) return refused((await faultsOf(tx, table, read)).length)
  if (table === 'posts') {
    const first = await judge(tx, table, rows)
    const ids = first.found.table === 'posts' ? first.found.entries.map((entry) => entry.personId) : []
    if (ids.length > 0) await holdPeople(tx, ids)
  }
  const { found, faults } = await judge(tx, table, rows)
  if (faults.length > 0) return refused(faults.length)
  const watched = await watchPosts(table === 'posts' ? onPosts : [], tx, context.today)
  const registered = await register(tx, context, found)
  if (registered === null) return refused(1)
  const kept = await watched()
  if (!kept.ok) return kept
  const count = registered.changes.length
  return ok({ post: posts[0] ?? null, ...registered, reply: { count } })
}
