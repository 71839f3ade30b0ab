import type { exportImportantMatters } from '@quanheng/contract/matter'
import type { QueryOf } from '@quanheng/contract/route'
import { label } from '@quanheng/messages/labels'
import type { TableColumn, TableValues } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Asking, listFile } from '../../platform/jobs/list-file.ts'
import { countMatters, type MatterLine, matterLines } from './list.ts'

const columns: readonly TableColumn[] = [
  { key: 'title', header: '事项名称', width: 50, kind: 'text' },
  { key: 'sort', header: '类别', width: 14, kind: 'text' },
  { key: 'state', header: '状态', width: 12, kind: 'text' },
  { key: 'direct', header: '直接报组长', width: 12, kind: 'text' },
  { key: 'until', header: '意见反馈截止', width: 14, kind: 'date' },
  { key: 'asked', header: '征求', group: '成员意见', width: 10, kind: 'quantity' },
  { key: 'given', header: '已反馈', group: '成员意见', width: 10, kind: 'quantity' },
  { key: 'approvedOn', header: '审定日期', width: 14, kind: 'date' },
  { key: 'unit', header: '起草单位', width: 28, kind: 'text' },
]

const cells = (line: MatterLine): TableValues => ({
  title: line.title,
  sort: label('zh-CN', 'matterSort', line.sort),
  state: label('zh-CN', 'matterState', line.state),
  direct: line.direct ? '是' : undefined,
  until: line.until ?? undefined,
  ...(line.asked > 0 && { asked: String(line.asked), given: String(line.given) }),
  approvedOn: line.approvedOn ?? undefined,
  unit: line.unitName,
})

/** 重要事项 as its page lists them. */
export const mattersFile = async (
  db: Reader,
  asking: Asking & { readonly query: QueryOf<typeof exportImportantMatters> },
): Promise<FileReply> => {
  const { actor, context } = asking
  const { format: _, ...filter } = asking.query
  const list = {
    title: '重要事项',
    columns,
    rows: (await matterLines(db, actor, filter, context.today, 'all')).map(cells),
    narrowing: [
      ['事项名称', filter.q],
      ['类别', filter.sort && label('zh-CN', 'matterSort', filter.sort)],
      ['状态', filter.state && label('zh-CN', 'matterState', filter.state)],
      ['直接报组长', filter.direct && '是'],
    ] as const,
    inSight: await countMatters(db, actor, {}),
    scope: '没有征求或告知您的，以及其他单位起草中的',
  }
  return listFile(`重要事项${context.today}`, list, asking)
}
