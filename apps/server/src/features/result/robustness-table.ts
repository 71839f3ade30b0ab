import type { RunContent } from '@quanheng/domain/result/run-content'
import { label } from '@quanheng/messages/labels'
import type { TableColumn, TableValues } from '@quanheng/papers/xlsx/model'
import type { Holds } from './present-robustness.ts'

type Row = Holds['groups'][number]['rows'][number]
type Flip = Row['flips'][number]

const columns: readonly TableColumn[] = [
  { key: 'group', header: '分组', width: 18, kind: 'text' },
  { key: 'unit', header: '考核对象', width: 26, kind: 'text' },
  { key: 'rank', header: '名次', width: 8, kind: 'quantity' },
  { key: 'total', header: '总分', width: 10, kind: 'quantity' },
  { key: 'grade', header: '等次', width: 10, kind: 'text' },
  { key: 'up', header: '距上一等次', group: '分差', width: 12, kind: 'quantity' },
  { key: 'down', header: '距下一等次', group: '分差', width: 12, kind: 'quantity' },
  { key: 'kind', header: '变动事项', group: '单一变动', width: 12, kind: 'text' },
  { key: 'name', header: '指标或设定', group: '单一变动', width: 28, kind: 'text' },
  { key: 'from', header: '现为', group: '单一变动', width: 12, kind: 'text' },
  { key: 'to', header: '变为', group: '单一变动', width: 12, kind: 'text' },
  { key: 'other', header: '则等次为', group: '单一变动', width: 12, kind: 'text' },
]

const sayFlip = (flip: Flip): TableValues => {
  const other = flip.grade ?? '待会议确定'
  switch (flip.kind) {
    case 'item':
      return { kind: '单项得分', name: flip.name, from: flip.from, to: flip.to, other }
    case 'weight':
      return { kind: '权重', name: flip.name, from: flip.from, to: flip.to, other }
    case 'arithmetic': {
      const name = label('zh-CN', 'flipSetting', flip.setting)
      return { kind: '口径', name, to: label('zh-CN', 'flipValue', flip.value), other }
    }
  }
}

/** One row for each single change; a unit whose grade hangs by none has a row of its own that says so. */
export const robustnessList = (run: RunContent, { groups }: Holds) => ({
  title: `${run.plan.year}年度等次稳健性`,
  columns,
  rows: groups.flatMap(({ name: group, rows }) =>
    rows.flatMap((row): readonly TableValues[] => {
      const head: TableValues = {
        group,
        unit: row.unitName,
        rank: row.rank === null ? undefined : String(row.rank),
        total: row.total ?? undefined,
        grade: row.grade ?? '待会议确定',
        up: row.up?.points,
        down: row.down?.points,
      }
      return row.flips.length === 0
        ? [{ ...head, kind: '无' }]
        : row.flips.map((flip) => ({ ...head, ...sayFlip(flip) }))
    }),
  ),
})
