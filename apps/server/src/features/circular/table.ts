import type { exportCirculars } from '@quanheng/contract/circular'
import type { QueryOf } from '@quanheng/contract/route'
import { label } from '@quanheng/messages/labels'
import type { TableColumn, TableValues } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Asking, listFile } from '../../platform/jobs/list-file.ts'
import { type CircularLine, circularLines, countCirculars } from './list.ts'

const columns: readonly TableColumn[] = [
  { key: 'title', header: '标题', width: 50, kind: 'text' },
  { key: 'kind', header: '文种', width: 10, kind: 'text' },
  { key: 'topic', header: '事项', width: 14, kind: 'text' },
  { key: 'state', header: '状态', width: 12, kind: 'text' },
  { key: 'number', header: '文号或期号', width: 26, kind: 'text' },
  { key: 'issuedOn', header: '印发日期', width: 14, kind: 'date' },
  { key: 'signBy', header: '签收时限', width: 14, kind: 'date' },
  { key: 'receivers', header: '接收对象', group: '签收', width: 12, kind: 'quantity' },
  { key: 'signed', header: '已签收', group: '签收', width: 10, kind: 'quantity' },
  { key: 'unit', header: '起草单位', width: 28, kind: 'text' },
]

const cells = (line: CircularLine): TableValues => ({
  title: line.title,
  kind: label('zh-CN', 'circularKind', line.kind),
  topic: label('zh-CN', 'circularTopic', line.topic),
  state: label('zh-CN', 'circularState', line.state),
  number: line.documentNumber ?? (line.issue === null ? undefined : `第${line.issue}期`),
  issuedOn: line.issuedOn ?? undefined,
  signBy: line.signBy ?? undefined,
  ...(line.receivers > 0 && { receivers: String(line.receivers), signed: String(line.signed) }),
  unit: line.unitName,
})

/** 通报简报 as its page lists them. */
export const circularsFile = async (
  db: Reader,
  asking: Asking & { readonly query: QueryOf<typeof exportCirculars> },
): Promise<FileReply> => {
  const { actor, context } = asking
  const { format: _, ...filter } = asking.query
  const list = {
    title: '通报简报',
    columns,
    rows: (await circularLines(db, actor, filter, 'all')).map(cells),
    narrowing: [
      ['标题或文号', filter.q],
      ['文种', filter.kind && label('zh-CN', 'circularKind', filter.kind)],
      ['事项', filter.topic && label('zh-CN', 'circularTopic', filter.topic)],
      ['状态', filter.state && label('zh-CN', 'circularState', filter.state)],
    ] as const,
    inSight: await countCirculars(db, actor, {}),
    scope: '没有发给您和您单位的，以及其他单位尚未印发的',
  }
  return listFile(`通报简报${context.today}`, list, asking)
}
