import type { Refusal } from '@quanheng/contract/errors'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import type { CellMark } from '@quanheng/papers/xlsx/mark-errors'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { ReadOptions, ReadTable } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../database/database.ts'
import type { FileStore } from '../files/file-store.ts'
import type { MarkOrder } from './mark-table-task.ts'
import type { ReadOrder } from './read-table-task.ts'
import { ChildFailed, runInChild } from './run.ts'

/** A table that people fill in stays far below. */
const sizeLimit = 20 * 1_048_576
const limits = { memoryMb: 512, seconds: 60 }

export interface UploadedTable {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The workbook that this person sent; what somebody else sent is not there. An oversized one is refused unread. */
export const uploadedTable = async (
  db: Reader,
  files: FileStore,
  personId: string,
  digest: string,
): Promise<Result<UploadedTable, Refusal>> => {
  const upload = await db
    .selectFrom('upload')
    .select(['name', 'size'])
    .where('person_id', '=', personId)
    .where('sha256', '=', digest)
    .orderBy('received_at', 'desc')
    .executeTakeFirst()
  if (upload === undefined || !(await files.has(digest))) return refuse('upload.notFound')
  if (upload.size > sizeLimit) return refuse('platform.tooLarge', { params: { limit: '20 MB' } })
  const parts: Uint8Array[] = []
  for await (const part of files.open(digest)) parts.push(part as Uint8Array)
  return ok({ name: upload.name, bytes: Buffer.concat(parts) })
}

/** Reads it in a process of its own; one that breaks or exhausts that process is damaged or too large. */
export const readUploaded = async (
  { bytes }: UploadedTable,
  columns: readonly TableColumn[],
  options: ReadOptions,
): Promise<Result<ReadTable, readonly TableError[]>> => {
  try {
    return await runInChild<ReadOrder, Result<ReadTable, readonly TableError[]>>(
      new URL('./read-table-task.ts', import.meta.url),
      { bytes, columns, options },
      limits,
    )
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return fail([{ code: error.reason === 'time' ? 'table.tooLarge' : 'table.damaged' }])
  }
}

/** The same workbook with cells marked; null where it cannot be opened at all, and so cannot be marked either. */
export const markUploaded = async (
  { bytes }: UploadedTable,
  marks: readonly CellMark[],
): Promise<Uint8Array | null> => {
  try {
    const marked = await runInChild<MarkOrder, Result<Uint8Array, readonly TableError[]>>(
      new URL('./mark-table-task.ts', import.meta.url),
      { bytes, marks },
      limits,
    )
    return marked.ok ? marked.value : null
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return null
  }
}
