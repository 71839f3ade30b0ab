import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { TakenOut } from '../../platform/jobs/list-file.ts'
import type { CreditLine } from './rows.ts'

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'unit', header: '单位', width: 26, kind: 'text' },
  { key: 'kind', header: '类型', width: 12, kind: 'text' },
  { key: 'class', header: '类别', width: 18, kind: 'text' },
  { key: 'matter', header: '事项', width: 36, kind: 'text' },
  { key: 'proof', header: '依据文件', width: 46, kind: 'text' },
  { key: 'claimed', header: '申报', group: '分值', width: 10, kind: 'quantity' },
  { key: 'recognised', header: '认定', group: '分值', width: 10, kind: 'quantity' },
  { key: 'state', header: '状态', width: 12, kind: 'text' },
]

/** 加减分台账 as a workbook, in the order of the page. */
export const creditsTable = (rows: readonly CreditLine[]): TakenOut => ({
  title: `${rows[0]?.year ?? ''}年度加减分台账`,
  columns,
  rows: rows.map((row, at) => ({
    order: String(at + 1),
    unit: row.unitName,
    kind: label('zh-CN', 'entryKind', row.kind),
    class: row.className ?? undefined,
    matter: row.matter,
    proof: row.proof,
    claimed: row.claimed ?? undefined,
    recognised: row.recognised ?? undefined,
    state: label('zh-CN', 'creditState', row.state),
  })),
  scope: '您无权查看的单位的加减分事项',
})
