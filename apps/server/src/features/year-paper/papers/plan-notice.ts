import type { OfficialWords } from '@quanheng/domain/official-paper/model'
import { planFigureAt } from '@quanheng/domain/year-paper/plan-figures'
import type { Attachment, Block, Letter } from '@quanheng/papers/paper/model'
import type { PlanInWords } from './plan-rows.ts'
import { indicatorTable, stepTable, taskTable } from './plan-tables.ts'
import { around, prose, requirements, type Stamp } from './worded.ts'

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

/** Fields that its prose may name. */
export const noticeFields = ({
  content,
}: PlanInWords): readonly { readonly path: string; readonly name: string; readonly text: string }[] =>
  [
    ['count.leaves', '指标数'] as const,
    ['count.units', '考核对象数'] as const,
    ['count.tasks', '任务数'] as const,
  ].flatMap(([path, name]) => {
    const text = planFigureAt(content, path)
    return text === undefined ? [] : [{ path, name, text }]
  })

const cited = ({ settings: { inspectionEntry } }: PlanInWords['content']): string =>
  inspectionEntry === undefined || inspectionEntry.value === 'none'
    ? ''
    : `本项考评已列入${inspectionEntry.value.document}（${inspectionEntry.value.entry}）。`

/** The text that nobody has to write. */
export const proposedNotice = ({ content, ownerName }: PlanInWords): OfficialWords => ({
  title: `${ownerName}关于印发《${content.title}》的通知`,
  addressees: content.document.addressees.join('、') || '各有关单位',
  opening: `现将《${content.title}》印发给你们，请结合实际认真贯彻执行。${cited(content)}`,
  requirements: '',
  copies: '',
})

/** 印发通知: the plan goes out with its indicator table, before number and day are known as well as after. */
export const planNotice = (
  plan: PlanInWords,
  words: OfficialWords = proposedNotice(plan),
  { number = plan.document.number, on = plan.document.date }: Stamp = {},
): Letter => {
  const lookup = (path: string) => planFigureAt(plan.content, path)
  return {
    kind: '通知',
    letterhead: plan.letterhead('通知'),
    ...around(words, plan.ownerName, { ...(number && { number }), ...(on && { on }) }),
    body: [...prose(words.opening, lookup), ...requirements(words, lookup)],
    attachments: annexes(plan),
  }
}
