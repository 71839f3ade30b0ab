import { sayDay } from '@quanheng/papers/paper/dates'
import type { Table } from '@quanheng/papers/paper/model'
import {
  answers,
  classOf,
  leafAt,
  leavesOf,
  type PlanInWords,
  planFigure,
  sentenceOf,
  standardOf,
  targetCell,
  tasksOf,
} from './plan-rows.ts'

/** 指标体系表: every scored indicator with marks, standard, rule and who answers for it, on landscape pages. */
export const indicatorTable = (plan: PlanInWords): Table => {
  const { content } = plan
  const weighted = content.indicators.some(({ weight }) => weight !== undefined)
  return {
    kind: 'table',
    unit: '单位：分',
    wide: true,
    columns: [
      { width: 10 },
      { width: 28, align: 'left' },
      { width: 32, align: 'left' },
      { width: 12 },
      ...(weighted ? [{ width: 12 }] : []),
      { width: 42, align: 'left' },
      { width: 58, align: 'left' },
      { width: 28 },
    ],
    header: [
      [
        '序号',
        '指标类别',
        '指标名称',
        '分值',
        ...(weighted ? ['权重'] : []),
        '完成标准',
        '评分标准',
        '责任科室（单位）',
      ],
    ],
    rows: leavesOf(content).map(({ node, at }, row) => [
      String(row + 1),
      classOf(content, node.key),
      node.name,
      planFigure(content, `indicators[${at}].fullMark`),
      ...(weighted ? [planFigure(content, `indicators[${at}].weight`)] : []),
      standardOf(node),
      sentenceOf(node),
      answers(plan, node.key),
    ]),
  }
}

/** 任务分解表: which unit carries what, with its target. */
export const taskTable = (plan: PlanInWords): Table => {
  const { content, names } = plan
  return {
    kind: 'table',
    wide: true,
    columns: [
      { width: 10 },
      { width: 34, align: 'left' },
      { width: 36, align: 'left' },
      { width: 52, align: 'left' },
      { width: 22 },
      { width: 16 },
      { width: 14 },
      { width: 30 },
    ],
    header: [['序号', '考核对象', '指标名称', '任务内容', '目标值', '计量单位', '分值', '责任科室（单位）']],
    rows: tasksOf(content).map(({ task, at }, row) => {
      const leaf = leafAt(content, task.leafKey)
      const node = content.indicators[leaf]
      return [
        String(row + 1),
        names[task.unitId] ?? '—',
        node?.name ?? '—',
        task.task || '—',
        targetCell(content, task, at),
        node?.scoring?.card.unit || '—',
        planFigure(content, `indicators[${leaf}].fullMark`),
        answers(plan, task.leafKey),
      ]
    }),
  }
}

/** 工作步骤及时限: the plan's own steps by their printed names and days. */
export const stepTable = ({ content, names }: PlanInWords): Table => ({
  kind: 'table',
  columns: [{ width: 10 }, { width: 44, align: 'left' }, { width: 36 }, { width: 46, align: 'left' }],
  header: [['序号', '工作步骤', '完成时限', '责任科室（单位）']],
  rows: content.steps.map(({ name, due, owner, ownerAsPrinted }, row) => [
    String(row + 1),
    name || '—',
    due === '' ? '—' : sayDay(due),
    ownerAsPrinted || (owner && (names[owner.sectionId ?? ''] || names[owner.unitId])) || '—',
  ]),
})
