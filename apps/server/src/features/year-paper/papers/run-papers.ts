import type { RunContent } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import type { Figure } from '@quanheng/papers/paper/model'
import type { FormSheet } from '@quanheng/papers/sheet/model'

/** A figure of the run; a dash where the run has none. */
export const runFigure = (run: RunContent, path: string): Figure | '—' => {
  const text = figureAt(run, path)
  return text === undefined ? '—' : { path, text }
}

/** 分项评分表: the parts that a lead unit scored side by side, and what each unit's line comes to. */
export const partScores = (run: RunContent): Omit<FormSheet, 'checkCode'> => ({
  title: `${run.plan.year}年度指标考核分项评分表`,
  organ: run.plan.ownerName,
  orientation: 'landscape',
  facts: [
    { label: '考评方案', value: run.plan.title },
    { label: '考核单位', value: run.plan.ownerName },
  ],
  columns: [
    { header: '序号', width: 10, kind: 'text' },
    { header: '考核对象', width: 36, kind: 'text' },
    { header: '分项指标', width: 44, kind: 'text' },
    { header: '年度目标', width: 20, kind: 'quantity' },
    { header: '实际完成', width: 20, kind: 'quantity' },
    { header: '满分', width: 14, kind: 'quantity' },
    { header: '得分', width: 14, kind: 'quantity' },
    { header: '扣分', width: 14, kind: 'quantity' },
  ],
  rows: run.units
    .flatMap(({ id, name }) =>
      run.leaves.flatMap((leaf, leafAt) =>
        leaf.unitIds.flatMap((unitId, row) =>
          unitId === id ? [{ name, leaf, at: `leaves[${leafAt}].rows[${row}]` }] : [],
        ),
      ),
    )
    .map(({ name, leaf, at }, row) => [
      String(row + 1),
      name,
      leaf.name,
      runFigure(run, `${at}.target`),
      runFigure(run, `${at}.actual`),
      runFigure(run, `${at}.fullMark`),
      runFigure(run, `${at}.points`),
      runFigure(run, `${at}.lost`),
    ]),
  signatures: [{ role: '经办人' }, { role: '科室负责人' }, { role: '责任领导' }],
})
