import { type SuperiorContent, sharePosts, shareRoles, sharings } from '@quanheng/domain/superior-plan/model'
import type { IndicatorColumn, ShareColumn, TableWords } from '@quanheng/domain/superior-plan/read-tables'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import type { TableColumn, TableValues, TemplateMark } from '@quanheng/papers/xlsx/model'
import type { BreakdownLine } from './lines.ts'

export type SuperiorTable = 'indicators' | 'shares'

/** The workbook goes round among offices: Chinese, whoever downloads it. */
interface TableForm {
  readonly title: string
  readonly mark: TemplateMark
  readonly columns: readonly TableColumn[]
  readonly example: TableValues
}

type Keyed<K extends string> = readonly (TableColumn & { readonly key: K })[]

const { sharing, shareRole, sharePost } = zhCNLabels

const meaning =
  <T extends string>(members: readonly T[], words: Readonly<Record<T, string>>) =>
  (word: string) =>
    members.find((member) => words[member] === word)

export const tableWords: TableWords = {
  sharing: meaning(sharings, sharing),
  role: meaning(shareRoles, shareRole),
  post: meaning(sharePosts, sharePost),
}

const indicators: Keyed<IndicatorColumn> = [
  { key: 'name', header: '指标名称', width: 34, kind: 'text', required: true, maxLength: 200 },
  { key: 'fullMark', header: '分值', width: 10, kind: 'quantity' },
  {
    key: 'target',
    header: '目标值',
    width: 14,
    kind: 'text',
    note: '只填数；没有数的留空，写在“工作要求”。',
    maxLength: 60,
  },
  { key: 'measureUnit', header: '计量单位', width: 12, kind: 'text', note: '万元、个、%等。', maxLength: 20 },
  { key: 'task', header: '工作要求', width: 46, kind: 'text' },
  { key: 'sentence', header: '评分标准', width: 46, kind: 'text', note: '照录上级原文。' },
  {
    key: 'sharing',
    header: '承担方式',
    width: 16,
    kind: 'choice',
    choices: Object.values(sharing),
    note: '分解承担：各单位之和等于上级；各自承担全部：每个单位都按上级目标。留空按分解承担。',
  },
  { key: 'due', header: '完成时限', width: 14, kind: 'date' },
]

const shares: Keyed<ShareColumn> = [
  { key: 'indicator', header: '指标名称', width: 34, kind: 'text', required: true, note: '与上级指标表中的名称一致。' },
  { key: 'role', header: '责任', width: 8, kind: 'choice', required: true, choices: Object.values(shareRole) },
  { key: 'unit', header: '承担单位', width: 28, kind: 'text', required: true, note: '单位全称、简称或别名。' },
  { key: 'section', header: '科室', width: 18, kind: 'text', note: '分解到单位为止的留空。' },
  { key: 'target', header: '分解目标', width: 14, kind: 'text', maxLength: 60 },
  { key: 'marks', header: '分解分值', width: 10, kind: 'quantity' },
  {
    key: 'post',
    header: '责任岗位',
    width: 14,
    kind: 'choice',
    choices: Object.values(sharePost),
    note: '由谁报告进度；留空为填报人。',
  },
  { key: 'ownerName', header: '责任人', width: 12, kind: 'text', maxLength: 60 },
  { key: 'due', header: '完成时限', width: 14, kind: 'date' },
  { key: 'basis', header: '分解依据', width: 30, kind: 'text', maxLength: 500 },
]

export const forms: Readonly<Record<SuperiorTable, TableForm>> = {
  indicators: {
    title: '上级指标表',
    mark: { name: '上级指标表', version: '1' },
    columns: indicators,
    example: {
      name: '规模以上服务业营业收入增速',
      fullMark: '5',
      target: '12',
      measureUnit: '%',
      task: '全年增速不低于12%',
      sentence: '完成目标的得满分，未完成的按完成比例得分',
      sharing: sharing.each,
      due: '2025-12-31',
    },
  },
  shares: {
    title: '任务分解表',
    mark: { name: '任务分解表', version: '1' },
    columns: shares,
    example: {
      indicator: '规模以上服务业营业收入增速',
      role: shareRole.lead,
      unit: '云岭市交通运输局',
      section: '综合规划科',
      target: '12',
      marks: '5',
      post: sharePost.handler,
      due: '2025-11-30',
      basis: '三定方案',
    },
  },
}

const filled = (values: Readonly<Record<string, string>>): TableValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

/** What stands already, so that the workbook is corrected and not typed anew. */
export const rowsFor = (
  table: SuperiorTable,
  content: Pick<SuperiorContent, 'indicators'>,
  lines: readonly BreakdownLine[],
): readonly TableValues[] =>
  table === 'indicators'
    ? content.indicators.map(({ key: _, sharing: kind, ...one }) => filled({ ...one, sharing: sharing[kind] }))
    : lines.flatMap((line) =>
        line.shares.length === 0
          ? [filled({ indicator: line.name, role: shareRole.lead })]
          : line.shares.map((share) =>
              filled({
                indicator: line.name,
                role: shareRole[share.role],
                unit: share.unitName,
                section: share.sectionName,
                target: share.target,
                marks: share.marks,
                post: sharePost[share.post],
                ownerName: share.ownerName,
                due: share.due,
                basis: share.basis,
              }),
            ),
      )

/** One act takes at most so many lines. */
export const mostRows: Readonly<Record<SuperiorTable, number>> = { indicators: 500, shares: 2_000 }
