import { label } from '@quanheng/messages/labels'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { FileReply } from '../../platform/door/outcome.ts'
import { tableFile } from '../../platform/jobs/table-file.ts'
import type { auditActs } from './audit.ts'

type Row = Awaited<ReturnType<typeof auditActs>>[number]

const columns: readonly TableColumn[] = [
  { key: 'at', header: '时间', width: 20, kind: 'text' },
  { key: 'day', header: '业务日期', width: 14, kind: 'date' },
  { key: 'label', header: '操作', width: 20, kind: 'text' },
  { key: 'person', header: '人员', width: 12, kind: 'text' },
  { key: 'post', header: '职务', width: 18, kind: 'text' },
  { key: 'unit', header: '单位', width: 26, kind: 'text' },
  { key: 'section', header: '科室', width: 18, kind: 'text' },
  { key: 'nouns', header: '对象', width: 24, kind: 'text' },
  { key: 'subjects', header: '对象数', width: 10, kind: 'quantity' },
  { key: 'leaf', header: '存证位置', width: 12, kind: 'text' },
  { key: 'address', header: '地址', width: 18, kind: 'text' },
]

const moment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

const nounWords: Readonly<Record<string, string>> = zhCNLabels.actNoun

const cells = (row: Row): Record<string, string | undefined> => ({
  at: moment.format(new Date(row.at)),
  day: row.day,
  label: row.label,
  person: row.person ?? undefined,
  post: row.post === null ? undefined : label('zh-CN', 'post', row.post),
  unit: row.unit ?? undefined,
  section: row.section ?? undefined,
  nouns: row.nouns.map((noun) => nounWords[noun] ?? noun).join('、'),
  subjects: String(row.subjects),
  leaf: row.leaf === null ? '待存证' : String(row.leaf),
  address: row.address ?? undefined,
})

export const actTable = (rows: readonly Row[], on: string): Promise<FileReply> =>
  tableFile(`操作留痕${on}`, { title: '操作留痕', columns, rows: rows.map(cells), on })
