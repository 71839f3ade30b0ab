import type { dataTable, markDataTable, readDataTable } from '@quanheng/contract/datum'
import type { Result } from '@quanheng/domain/kernel/result'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { QueryHandler } from '../../platform/door/outcome.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { ChildFailed, runInChild, runInWorker } from '../../platform/jobs/run.ts'
import { findData } from './list-data.ts'
import { parseLimits, readWorkbook } from './read-workbook.ts'
import { replyRows } from './show-datum.ts'
import { dataWorkbook } from './table-columns.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const writeTask = new URL('./write-table-task.ts', import.meta.url)

/** More than one office ever fills in at once; a wider export comes by narrower filters. */
const mostRows = 5_000

export const tableOut: QueryHandler<typeof dataTable> = async ({ db, actor, query, context }) => {
  const loaded = await findData(db, actor, query, context.today, mostRows)
  const rows = await replyRows(db, actor, loaded, context.today)
  const content = await runInWorker<unknown, Uint8Array>(writeTask, dataWorkbook(rows, context.today))
  return ok({ name: `数据采集表${context.today}.xlsx`, mediaType: xlsxType, content, size: content.length })
}

export const tableIn =
  (files: FileStore): QueryHandler<typeof readDataTable> =>
  async (request) => {
    const read = await readWorkbook({ ...request, files }, request.body.digest)
    if (!read.ok) return read
    const { lines, blank, faults } = read.value
    return ok({ rows: [...lines], blank, faults: faults.map(({ cell, text }) => ({ cell, message: text })) })
  }

/** The person's own workbook with the faults in it; one that cannot be opened cannot be marked either. */
export const tableMarked =
  (files: FileStore): QueryHandler<typeof markDataTable> =>
  async (request) => {
    const read = await readWorkbook({ ...request, files }, request.body.digest)
    if (!read.ok) return read
    const marks = read.value.faults.flatMap(({ sheet, cell, text }) =>
      sheet !== null && cell !== null ? [{ sheet, cell, text }] : [],
    )
    const marked = await mark(read.value.bytes, marks)
    if (marked === null) return refuse('upload.notFound')
    return ok({ name: `需修改-${read.value.name}`, mediaType: xlsxType, content: marked, size: marked.length })
  }

const mark = async (bytes: Uint8Array, marks: readonly unknown[]): Promise<Uint8Array | null> => {
  try {
    const done = await runInChild<unknown, Result<Uint8Array, unknown>>(
      new URL('./mark-table-task.ts', import.meta.url),
      { bytes, marks },
      parseLimits,
    )
    return done.ok ? done.value : null
  } catch (error) {
    if (error instanceof ChildFailed) return null
    throw error
  }
}
