import type { Refusal } from '@quanheng/contract/errors'
import { fail, type Result } from '@quanheng/domain/kernel/result'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import type { CellMark } from '@quanheng/papers/xlsx/mark-errors'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { ReadOptions, ReadTable } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../database/database.ts'
import type { FileStore } from '../files/file-store.ts'
import type { MarkOrder } from './mark-table-task.ts'
import type { ReadOrder } from './read-table-task.ts'
import { ChildFailed, runInChild } from './run.ts'
import { type UploadedFile, uploadedFile } from './uploaded-file.ts'

/** A table that people fill in stays far below. */
const sizeLimitMb = 20
const limits = { memoryMb: 512, seconds: 60 }

/** The workbook that this person sent. */
export const uploadedTable = (
  db: Reader,
  files: FileStore,
  personId: string,
  digest: string,
): Promise<Result<UploadedFile, Refusal>> => uploadedFile(db, files, { personId, digest, sizeLimitMb })

/** Reads it in a process of its own; one that breaks or exhausts that process is damaged or too large. */
export const readUploaded = async (
  { bytes }: UploadedFile,
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
export const markUploaded = async ({ bytes }: UploadedFile, marks: readonly CellMark[]): Promise<Uint8Array | null> => {
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
