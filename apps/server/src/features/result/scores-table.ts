import type { RunContent } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import type { TableColumn, TableValues } from '@quanheng/papers/xlsx/model'
import { basisText } from './printed.ts'

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'leafKey', header: '指标编号', width: 14, kind: 'text' },
  { key: 'leaf', header: '指标', width: 28, kind: 'text' },
  { key: 'unit', header: '考核对象', width: 26, kind: 'text' },
  { key: 'target', header: '年度目标', group: '完成情况', width: 14, kind: 'quantity' },
  { key: 'actual', header: '实际完成', group: '完成情况', width: 14, kind: 'quantity' },
  { key: 'measure', header: '计量单位', group: '完成情况', width: 10, kind: 'text' },
  { key: 'fullMark', header: '满分', group: '评分（分）', width: 10, kind: 'quantity' },
  { key: 'points', header: '得分', group: '评分（分）', width: 10, kind: 'quantity' },
  { key: 'lost', header: '扣分', group: '评分（分）', width: 10, kind: 'quantity' },
  { key: 'reasons', header: '评（扣）分理由', width: 40, kind: 'text' },
  { key: 'basis', header: '评分依据', width: 28, kind: 'text' },
  { key: 'source', header: '数据来源', width: 24, kind: 'text' },
]

/** One row an item, in the order of the report. */
function* scoreRows(run: RunContent): Generator<TableValues> {
  const names = new Map(run.units.map(({ id, name }) => [id, name]))
  let order = 0
  for (const [leafAt, leaf] of run.leaves.entries()) {
    for (const [at, unitId] of leaf.unitIds.entries()) {
      const path = `leaves[${leafAt}].rows[${at}]`
      order += 1
      yield {
        order: String(order),
        leafKey: leaf.key,
        leaf: leaf.name,
        unit: names.get(unitId) ?? '',
        target: figureAt(run, `${path}.target`),
        actual: figureAt(run, `${path}.actual`),
        measure: leaf.measure,
        fullMark: figureAt(run, `${path}.fullMark`),
        points: figureAt(run, `${path}.points`),
        lost: figureAt(run, `${path}.lost`),
        reasons: (leaf.deductions[at] ?? [])
          .map(({ reason }, part) => `${reason}（${figureAt(run, `${path}.deductions[${part}]`) ?? ''}分）`)
          .join('；'),
        basis: basisText(leaf.bases[at] ?? null),
        source: leaf.sources[at],
      }
    }
  }
}

/** Scores of a locked version as a list: the figures of the report, in the same order. */
export const scoresList = (run: RunContent) => ({
  title: `${run.plan.year}年度指标考核评分结果`,
  columns,
  rows: scoreRows(run),
})
