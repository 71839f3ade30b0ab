import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { FileReply } from '../../platform/door/outcome.ts'
import { tableFile } from '../../platform/jobs/table-file.ts'
import type { observed } from './list.ts'

type Line = Awaited<ReturnType<typeof observed>>['rows'][number]

const columns: readonly TableColumn[] = [
  { key: 'at', header: '时间', width: 20, kind: 'text' },
  { key: 'kind', header: '事项', width: 18, kind: 'text' },
  { key: 'subject', header: '对象', width: 36, kind: 'text' },
  { key: 'planTitle', header: '方案', width: 40, kind: 'text' },
  { key: 'person', header: '人员', width: 12, kind: 'text' },
  { key: 'post', header: '职务', width: 16, kind: 'text' },
  { key: 'unit', header: '单位', width: 26, kind: 'text' },
  { key: 'note', header: '事由', width: 40, kind: 'text' },
]

const moment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })

const cells = (line: Line): Record<string, string | undefined> => ({
  at: moment.format(new Date(line.at)),
  kind: label('zh-CN', 'observed', line.kind),
  subject: line.subject,
  planTitle: line.planTitle,
  person: line.person ?? undefined,
  post: line.post === null ? undefined : label('zh-CN', 'post', line.post),
  unit: line.unit ?? undefined,
  note: line.note ?? undefined,
})

export const observedTable = (lines: readonly Line[], on: string): Promise<FileReply> =>
  tableFile(`监督事项${on}`, { title: '监督事项', columns, rows: lines.map(cells), on })
