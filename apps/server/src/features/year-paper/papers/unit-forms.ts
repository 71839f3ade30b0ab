import type { FormSheet } from '@quanheng/papers/sheet/model'
import { leafAt, type PlanInWords, planFigure, sentenceOf, standardOf, targetCell, tasksOf } from './plan-rows.ts'

/** What every form says of itself; the check code is given once the content is known. */
type Form = Omit<FormSheet, 'checkCode'>

const facts = ({ content, ownerName }: PlanInWords, unitName: string) => [
  { label: '责任单位', value: unitName },
  { label: '考评年度', value: `${content.year}年` },
  { label: '考评方案', value: content.title },
  { label: '考核单位', value: ownerName },
]

/** 目标责任书 of one unit: what it answers for, signed by both sides. */
export const pledge = (plan: PlanInWords, unitId: string): Form => {
  const { content, names, ownerName } = plan
  const unitName = names[unitId] ?? ''
  return {
    title: `${content.year}年度目标责任书`,
    organ: ownerName,
    orientation: 'portrait',
    facts: facts(plan, unitName),
    prose: [`根据《${content.title}》，${unitName}对下列事项的完成情况负责；完成情况按方案规定的评分标准考核。`],
    columns: [
      { header: '序号', width: 10, kind: 'text' },
      { header: '指标名称', width: 32, kind: 'text' },
      { header: '责任事项', width: 44, kind: 'text' },
      { header: '目标值', width: 20, kind: 'quantity' },
      { header: '分值', width: 14, kind: 'quantity' },
      { header: '完成标准', width: 44, kind: 'text' },
    ],
    rows: tasksOf(content, unitId).map(({ task, at }, row) => {
      const leaf = leafAt(content, task.leafKey)
      const node = content.indicators[leaf]
      return [
        String(row + 1),
        node?.name ?? '—',
        task.task || '—',
        targetCell(content, task, at),
        planFigure(content, `indicators[${leaf}].fullMark`),
        node === undefined ? '—' : standardOf(node),
      ]
    }),
    notes: ['目标值标注“待上级下达”的，以下达的数值为准。'],
    signatures: [
      { role: `${ownerName}负责人`, stamped: true },
      { role: `${unitName}主要负责人`, stamped: true },
    ],
  }
}

/** 自评表 of one unit, to fill in: what is asked, and blanks for what it says of itself. */
export const selfReview = (plan: PlanInWords, unitId: string): Form => {
  const { content, names, ownerName } = plan
  return {
    title: `${content.year}年度绩效考评自评表`,
    organ: ownerName,
    orientation: 'landscape',
    facts: facts(plan, names[unitId] ?? ''),
    columns: [
      { header: '序号', width: 10, kind: 'text' },
      { header: '指标名称', width: 32, kind: 'text' },
      { header: '目标值', width: 20, kind: 'quantity' },
      { header: '分值', width: 13, kind: 'quantity' },
      { header: '评分标准', width: 54, kind: 'text' },
      { header: '实际完成', width: 24, kind: 'text' },
      { header: '自评得分', width: 16, kind: 'text' },
      { header: '自评说明及佐证材料', width: 50, kind: 'text' },
    ],
    rows: tasksOf(content, unitId).map(({ task, at }, row) => {
      const leaf = leafAt(content, task.leafKey)
      const node = content.indicators[leaf]
      return [
        String(row + 1),
        node?.name ?? '—',
        targetCell(content, task, at),
        planFigure(content, `indicators[${leaf}].fullMark`),
        node === undefined ? '—' : sentenceOf(node),
        '',
        '',
        '',
      ]
    }),
    signatures: [{ role: '填报人' }, { role: '审核人' }, { role: '单位主要负责人', stamped: true }],
  }
}
