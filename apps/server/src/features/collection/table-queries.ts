import type { dataTable, markDataTable, readDataTable } from '@quanheng/contract/datum'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { label } from '@quanheng/messages/labels'
import type { QueryHandler, QueryRequest } from '../../platform/door/outcome.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { listFile, type Narrowing } from '../../platform/jobs/list-file.ts'
import { tableFile } from '../../platform/jobs/table-file.ts'
import { markUploaded } from '../../platform/jobs/uploaded-table.ts'
import { choices, dataInSight, dataStream, findData } from './list-data.ts'
import { readWorkbook } from './read-workbook.ts'
import { type DatumReply, replyRows } from './show-datum.ts'
import { dataColumns, dataForm, dataWorkbook, rowValues } from './table-columns.ts'

/** More than one office ever fills in at once: a longer list goes out to be read, not to be filled in. */
const mostFilledIn = 5_000

const turns = { report: '待我报送', confirm: '待我确认', close: '待我采集截止' } as const
const sources = {
  appraisedUnit: '考核单位填报',
  section: '责任科室采集',
  provider: '数据提供单位',
  superior: '上级认定',
  substitute: '回避替代单位采集',
} as const

const narrowing = async (
  request: Pick<QueryRequest<typeof dataTable>, 'db' | 'actor' | 'query'>,
): Promise<Narrowing> => {
  const { db, actor, query } = request
  const { plans, units } = await choices(db, actor)
  const plan = plans.find(({ id }) => id === query.planId)
  const leaf = plans.flatMap(({ leaves }) => leaves).find(({ key }) => key === query.leafKey)
  return [
    ['方案', query.planId && (plan?.title ?? '无此方案')],
    ['考核指标', query.leafKey && (leaf?.name ?? query.leafKey)],
    ['数据项', query.elementKey],
    ['考核单位', query.unitId && (units.find(({ id }) => id === query.unitId)?.name ?? '无此单位')],
    ['状态', query.state && label('zh-CN', 'datumState', query.state)],
    ['数据来源', query.source && sources[query.source]],
    ['单位、指标或数据项', query.q],
    ['待办', query.turn && turns[query.turn]],
    ['逾期', query.overdue === undefined ? undefined : '已逾期'],
  ]
}

async function* valuesOf(rows: AsyncIterable<DatumReply>, today: string) {
  for await (const row of rows) yield rowValues(row, today)
}

export const tableOut: QueryHandler<typeof dataTable> = async (request) => {
  const { db, actor, query, context } = request
  const name = `数据采集表${context.today}`
  const filledIn = await findData(db, actor, query, context.today, mostFilledIn + 1)
  if (filledIn.length <= mostFilledIn) {
    const rows = await replyRows(db, actor, filledIn, context.today)
    return ok(await tableFile(name, dataWorkbook(rows, context.today), query.format, request))
  }
  const list = {
    title: '数据采集表',
    columns: dataColumns,
    rows: valuesOf(await dataStream(db, actor, query, context.today), context.today),
    narrowing: await narrowing(request),
    inSight: await dataInSight(db, actor),
    scope: `您无权查看的单位的数据；本表超过${mostFilledIn}行，仅供查阅，需填报的请缩小范围后另行导出`,
  }
  return ok(listFile(name, list, request))
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
    const marked = await markUploaded(upload, dataForm, marks)
    return marked === null ? refuse('upload.notFound') : ok(marked)
  }
