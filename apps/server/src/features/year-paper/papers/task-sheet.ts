import type { Text } from '@quanheng/papers/paper/model'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { PlanInWords } from './plan-rows.ts'
import { taskTable } from './plan-tables.ts'

/** 任务分解表 by itself, to hand out and to sign: the same columns and rows as the annex of the notice. */
export const taskSheet = (plan: PlanInWords): Omit<FormSheet, 'checkCode'> => {
  const table = taskTable(plan)
  const [header = []] = table.header
  return {
    title: `${plan.content.year}年度任务分解表`,
    organ: plan.ownerName,
    orientation: 'landscape',
    facts: [
      { label: '考评方案', value: plan.content.title },
      { label: '考核单位', value: plan.ownerName },
    ],
    columns: table.columns.map(({ width }, at) => ({
      header: header[at] as string,
      width,
      kind: at === 4 || at === 6 ? 'quantity' : 'text',
    })),
    rows: table.rows as readonly (readonly Text[])[],
    notes: ['目标值标注“待上级下达”的，以下达的数值为准。'],
    signatures: [{ role: '制表人' }, { role: '审核人' }],
  }
}
