import type { dataTable, markDataTable, readDataTable } from '@quanheng/contract/datum'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { QueryHandler } from '../../platform/door/outcome.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { tableFile, xlsxType } from '../../platform/jobs/table-file.ts'
import { markUploaded } from '../../platform/jobs/uploaded-table.ts'
import { findData } from './list-data.ts'
import { readWorkbook } from './read-workbook.ts'
import { replyRows } from './show-datum.ts'
import { dataWorkbook } from './table-columns.ts'

/** More than one office ever fills in at once; a wider export comes by narrower filters. */
const mostRows = 5_000

export const tableOut: QueryHandler<typeof dataTable> = async ({ db, actor, query, context }) => {
  const loaded = await findData(db, actor, query, context.today, mostRows)
  const rows = await replyRows(db, actor, loaded, context.today)
  return ok(await tableFile(`数据采集表${context.today}`, dataWorkbook(rows, context.today)))
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
    const { upload, faults } = read.value
    const marks = faults.flatMap(({ sheet, cell, text }) =>
      sheet !== null && cell !== null ? [{ sheet, cell, text }] : [],
    )
    const marked = await markUploaded(upload, marks)
    if (marked === null) return refuse('upload.notFound')
    return ok({ name: `需修改-${upload.name}`, mediaType: xlsxType, content: marked, size: marked.length })
  }
