import type { Text } from '../paper/model.ts'
import type { EntryRow, ScoreRow, ScoreSheet } from './model.ts'

/** A column of a printed sheet: the same for .docx and .xlsx, so that both say the same in the same order. */
export interface SheetColumn<R> {
  readonly header: string
  /** Share of the width. */
  readonly width: number
  readonly kind: 'text' | 'quantity'
  readonly of: (row: R, index: number) => Text
}

const inUnit = (name: string, unit: string | undefined): string => (unit ? `${name}（${unit}）` : name)

/** Columns of a 指标考核评分表; those that no row fills are left out. */
export function scoreColumns({ measure, rows }: ScoreSheet): readonly SheetColumn<ScoreRow>[] {
  const has = (key: 'group' | 'target' | 'actual' | 'rate') => rows.some((row) => row[key] !== undefined)
  const optional = (
    key: 'group' | 'target' | 'actual' | 'rate',
    header: string,
    width: number,
    kind: 'text' | 'quantity',
  ) => (has(key) ? [{ header, width, kind, of: (row: ScoreRow) => row[key] ?? '—' }] : [])
  return [
    { header: '序号', width: 1, kind: 'text', of: (_, index) => String(index + 1) },
    { header: '考核对象', width: 3, kind: 'text', of: (row) => row.unit },
    ...optional('group', '考核分组', 1.8, 'text'),
    ...optional('target', inUnit('年度目标', measure), 1.9, 'quantity'),
    ...optional('actual', inUnit('实际完成', measure), 1.9, 'quantity'),
    ...optional('rate', '完成率（%）', 1.6, 'quantity'),
    { header: '满分', width: 1.2, kind: 'quantity', of: (row) => row.fullMark },
    { header: '得分', width: 1.3, kind: 'quantity', of: (row) => row.points },
    { header: '扣分', width: 1.3, kind: 'quantity', of: (row) => row.deduction },
    { header: '评（扣）分理由', width: 4.6, kind: 'text', of: (row) => row.reason },
    { header: '评分依据', width: 3.2, kind: 'text', of: (row) => row.basis },
    { header: '数据来源', width: 2.6, kind: 'text', of: (row) => row.source },
  ]
}

const tick = '□'

/** Columns of a 录入对照单. */
export const entryColumns: readonly SheetColumn<EntryRow>[] = [
  { header: '平台序号', width: 1.4, kind: 'text', of: (row) => row.order },
  { header: '指标', width: 4.4, kind: 'text', of: (row) => row.item },
  { header: '考核对象', width: 3.4, kind: 'text', of: (row) => row.unit },
  { header: '录入值', width: 1.8, kind: 'quantity', of: (row) => row.value },
  { header: '单位', width: 1.1, kind: 'text', of: (row) => row.measure ?? '' },
  { header: '备注', width: 2.6, kind: 'text', of: (row) => row.note ?? '' },
  { header: '已录入', width: 1.2, kind: 'text', of: () => tick },
  { header: '已复核', width: 1.2, kind: 'text', of: () => tick },
]

/** Printed under every signature: what a sheet is worth when the data have moved on. */
export const validity = '本表校验码与平台当前版本不一致的，签字不予登记。'
