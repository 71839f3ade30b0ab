import type { Figure } from '@quanheng/papers/paper/model'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { Burden } from '../../burden/index.ts'
import type { PlanInWords } from './plan-rows.ts'

const amounts = [
  ['data', '应报数据（个）'],
  ['figures', '已报数据（个）'],
  ['repeats', '重报（次）'],
  ['evidence', '应备材料（份）'],
  ['files', '已交材料（份）'],
  ['reused', '沿用材料（份）'],
  ['visits', '现场核验（天次）'],
  ['minutes', '操作用时（分钟）'],
] as const satisfies readonly (readonly [Exclude<keyof Burden, 'unitId'>, string])[]
type Amount = (typeof amounts)[number][0]

/** What a paper prints at `burden[<unit>].<amount>`, or at `burden[].<amount>` of all units together. */
export const burdenFigureAt =
  (rows: readonly Burden[]) =>
  (path: string): string | undefined => {
    const [, unitId, name] = /^burden\[([^\]]*)\]\.(\w+)$/.exec(path) ?? []
    const key = amounts.find(([amount]) => amount === name)?.[0]
    if (key === undefined) return undefined
    if (unitId === '') return String(rows.reduce((sum, row) => sum + row[key], 0))
    const row = rows.find((one) => one.unitId === unitId)
    return row && String(row[key])
  }

const inspection = ({ settings: { inspectionEntry } }: PlanInWords['content']): string => {
  if (inspectionEntry === undefined) return '方案未写明'
  const { value } = inspectionEntry
  return value === 'none' ? '无需列入' : `列入“${value.document}”：${value.entry}`
}

/** 考评负担情况表: what the year asked of every body and what it took, by the day of the paper. */
export const burdenTable = (
  { content, names, ownerName }: PlanInWords,
  plans: number,
  rows: readonly Burden[],
): Omit<FormSheet, 'checkCode'> => {
  const figure = (unitId: string, name: Amount): Figure => {
    const path = `burden[${unitId}].${name}`
    return { path, text: burdenFigureAt(rows)(path) ?? '' }
  }
  const cells = (unitId: string) => amounts.map(([name]) => figure(unitId, name))
  return {
    title: `${content.year}年度绩效考评负担情况表`,
    organ: ownerName,
    orientation: 'landscape',
    facts: [
      { label: '考评方案', value: content.title },
      ...(content.kind === 'appraisalPlan' ? [{ label: '督查检查考核计划', value: inspection(content) }] : []),
      { label: '统计范围', value: `${plans}个已印发方案，${rows.length}个单位` },
    ],
    columns: [
      { header: '序号', width: 12, kind: 'text' },
      { header: '单位', width: 54, kind: 'text' },
      ...amounts.map(([, header]) => ({ header, width: 25, kind: 'quantity' as const })),
    ],
    rows: [
      ...rows.map(({ unitId }, at) => [String(at + 1), names[unitId] ?? '', ...cells(unitId)]),
      ['', '合计', ...cells('')],
    ],
    notes: [
      '应报、应备按方案计算；同一数据在一个方案中只报一次。操作用时按系统留痕估算：相邻两次操作间隔不超过10分钟的连续计算，单独一次计1分钟，线下准备不计。',
    ],
    signatures: [{ role: '填表人' }, { role: '考评办负责人', stamped: true }],
  }
}
