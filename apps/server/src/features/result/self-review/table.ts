import type { ReplyOf } from '@quanheng/contract/route'
import type { showSelfReview } from '@quanheng/contract/self-review'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { TakenOut } from '../../../platform/jobs/list-file.ts'

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'name', header: '指标', width: 30, kind: 'text' },
  { key: 'full', header: '满分', width: 10, kind: 'quantity' },
  { key: 'self', header: '自评分', group: '得分', width: 10, kind: 'quantity' },
  { key: 'first', header: '初评分', group: '得分', width: 10, kind: 'quantity' },
  { key: 'final', header: '核定分', group: '得分', width: 10, kind: 'quantity' },
  { key: 'reason', header: '自评扣分理由', width: 60, kind: 'text' },
]

/** 自查自评表 of one unit, in the order of the plan. */
export const selfReviewTable = ({ unitName, rows }: ReplyOf<typeof showSelfReview>): TakenOut => ({
  title: `${unitName}自查自评表`,
  columns,
  rows: rows.map((row, at) => ({
    order: String(at + 1),
    name: row.name,
    full: row.fullMark,
    self: row.self ?? undefined,
    first: row.first ?? undefined,
    final: row.final ?? undefined,
    reason: row.reason,
  })),
  scope: '尚未向您开放的得分',
})
