import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import { minuteOf } from '../../../platform/door/context.ts'
import type { TakenOut } from '../../../platform/jobs/list-file.ts'
import type { QuestionFilter, QuestionLine } from './questions.ts'

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'unit', header: '单位', width: 24, kind: 'text' },
  { key: 'leaf', header: '指标', width: 26, kind: 'text' },
  { key: 'words', header: '意见及理由', width: 44, kind: 'text' },
  { key: 'files', header: '佐证材料', width: 26, kind: 'text' },
  { key: 'asked', header: '提出人及时间', width: 26, kind: 'text' },
  { key: 'state', header: '状态', width: 10, kind: 'text' },
  { key: 'kind', header: '是否采纳', group: '答复', width: 18, kind: 'text' },
  { key: 'answer', header: '答复意见', group: '答复', width: 44, kind: 'text' },
  { key: 'by', header: '答复人及时间', group: '答复', width: 26, kind: 'text' },
  { key: 'told', header: '反馈时', group: '得分', width: 10, kind: 'quantity' },
  { key: 'now', header: '现签字', group: '得分', width: 10, kind: 'quantity' },
  { key: 'scorer', header: '评分单位', width: 24, kind: 'text' },
]

const stamped = ({ name, at }: { readonly name: string; readonly at: string }): string =>
  `${name} ${minuteOf(new Date(at))}`

/** 初评反馈意见及答复一览表, in the order asked. */
export const questionsTable = (rows: readonly QuestionLine[], { state }: QuestionFilter): TakenOut => ({
  title: '初评反馈意见及答复一览表',
  columns,
  rows: rows.map((row, at) => ({
    order: String(at + 1),
    unit: row.unitName,
    leaf: row.leafName,
    words: row.words,
    files: row.files.map(({ name }) => name).join('、'),
    asked: stamped(row.by),
    state: label('zh-CN', 'feedbackQuestionState', row.state),
    kind: row.answer ? label('zh-CN', 'feedbackAnswer', row.answer.kind) : undefined,
    answer: row.answer?.words,
    by: row.answer ? stamped(row.answer) : undefined,
    told: row.told,
    now: row.now ?? undefined,
    scorer: row.scorerName,
  })),
  narrowing: [['状态', state && label('zh-CN', 'feedbackQuestionState', state)]],
  scope: '您无权查看的单位的意见',
})
