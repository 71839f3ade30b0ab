import type { Attachment, Block, Letter } from '@quanheng/papers/paper/model'
import type { PlanInWords } from './plan-rows.ts'
import { indicatorTable, stepTable, taskTable } from './plan-tables.ts'

/** Lines of the plan's own text, as it was pasted: one paragraph each. */
const paragraphs = (text: string): readonly Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line }))

/** Annexes in the order of the notice: the text where the plan holds it, then the tables that have a row. */
const annexes = (plan: PlanInWords): readonly Attachment[] => {
  const { content } = plan
  const text = content.document.text ?? ''
  return [
    ...(text.trim() === '' ? [] : [{ name: content.title, body: paragraphs(text) }]),
    { name: `${content.year}年度考评指标体系表`, body: [indicatorTable(plan)] },
    ...(content.tasks.length === 0 ? [] : [{ name: `${content.year}年度任务分解表`, body: [taskTable(plan)] }]),
    ...(content.steps.length === 0 ? [] : [{ name: '工作步骤及时限安排表', body: [stepTable(plan)] }]),
  ]
}

/** 印发通知: the plan goes out with its indicator table, before number and day are known as well as after. */
export const planNotice = (plan: PlanInWords): Letter => {
  const { content, ownerName } = plan
  const { addressees } = content.document
  const { number, date } = plan.document
  return {
    kind: '通知',
    letterhead: plan.letterhead('通知'),
    ...(number && { number }),
    title: `${ownerName}关于印发《${content.title}》的通知`,
    addressees: addressees.length > 0 ? addressees : ['各有关单位'],
    body: [{ kind: 'paragraph', text: `现将《${content.title}》印发给你们，请结合实际认真贯彻执行。` }],
    attachments: annexes(plan),
    signature: { organs: [ownerName], sealed: true, ...(date && { on: date }) },
    imprint: { organ: ownerName, ...(date && { on: date }) },
  }
}
