import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Asking, listFile } from '../../platform/jobs/list-file.ts'
import { countObserved, type Filter, type Line, observedStream } from './list.ts'

const columns: readonly TableColumn[] = [
  { key: 'at', header: '时间', width: 20, kind: 'text' },
  { key: 'kind', header: '事项', width: 18, kind: 'text' },
  { key: 'subject', header: '对象', width: 36, kind: 'text' },
  { key: 'planTitle', header: '方案', width: 40, kind: 'text' },
  { key: 'person', header: '人员', width: 12, kind: 'text' },
  { key: 'post', header: '职务', width: 16, kind: 'text' },
  { key: 'unit', header: '单位', width: 26, kind: 'text' },
  { key: 'note', header: '事由', width: 40, kind: 'text' },
  { key: 'remarkState', header: '意见状态', width: 10, kind: 'text' },
  { key: 'owes', header: '应答复单位', width: 26, kind: 'text' },
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
  remarkState: line.remarkState === null ? undefined : label('zh-CN', 'remarkState', line.remarkState),
  owes: line.owes ?? undefined,
})

async function* rowsOf(lines: AsyncIterable<Line>) {
  for await (const line of lines) yield cells(line)
}

/** All lines that match, read while they are sent. */
export const observedFile = async (
  db: Reader,
  watched: readonly string[],
  filter: Filter,
  asking: Asking,
): Promise<FileReply> => {
  const list = {
    title: '监督事项',
    columns,
    rows: rowsOf(observedStream(db, watched, filter)),
    narrowing: [
      ['事项', filter.kind && label('zh-CN', 'observed', filter.kind)],
      ['人员或对象', filter.q],
      ['起始日期', filter.from],
      ['截止日期', filter.to],
    ] as const,
    inSight: await countObserved(db, watched, {}),
    scope: '不在督查范围内的方案',
  }
  return listFile(`监督事项${asking.context.today}`, list, asking)
}
