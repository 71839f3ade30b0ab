import type { Refusal } from '@quanheng/contract/errors'
import { fail, type Result } from '@quanheng/domain/kernel/result'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import type { TableForm } from '@quanheng/papers/xlsx/csv-workbook'
import type { CellMark } from '@quanheng/papers/xlsx/mark-errors'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { ReadOptions, ReadTable } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../database/database.ts'
import type { FileReply } from '../door/outcome.ts'
import type { FileStore } from '../files/file-store.ts'
import type { MarkOrder } from './mark-table-task.ts'
import type { ReadOrder } from './read-table-task.ts'
import { ChildFailed, runInChild } from './run.ts'
import { xlsxType } from './table-file.ts'
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

/**
 * The same workbook with cells marked, a .csv as a workbook of its form; null where it cannot be opened at all, and so cannot be marked
 * either.
 */
export const markUploaded = async (
  { name, bytes }: UploadedFile,
  form: TableForm,
  marks: readonly CellMark[],
): Promise<FileReply | null> => {
  try {
    const marked = await runInChild<MarkOrder, Result<Uint8Array, readonly TableError[]>>(
      new URL('./mark-table-task.ts', import.meta.url),
      { bytes, marks, form },
      limits,
    )
    if (!marked.ok) return null
    const content = marked.value
    return {
      name: `需修改-${name.replace(/\.(?:xlsx|csv|txt)$/i, '')}.xlsx`,
      mediaType: xlsxType,
      content,
      size: content.byteLength,
    }
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return null
  }
}
