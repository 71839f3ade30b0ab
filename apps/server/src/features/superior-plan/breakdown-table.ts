import { label } from '@quanheng/messages/labels'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { TakenOut } from '../../platform/jobs/list-file.ts'
import { type BreakdownLine, sayOwner } from './lines.ts'

export const paperName = '上级考评任务分解表'

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'indicator', header: '上级指标', width: 34, kind: 'text' },
  { key: 'fullMark', header: '分值', group: '上级', width: 10, kind: 'quantity' },
  { key: 'target', header: '目标', group: '上级', width: 14, kind: 'quantity' },
  { key: 'measureUnit', header: '计量单位', width: 12, kind: 'text' },
  { key: 'sharing', header: '承担方式', width: 14, kind: 'text' },
  { key: 'role', header: '责任', width: 8, kind: 'text' },
  { key: 'unit', header: '承担单位', width: 26, kind: 'text' },
  { key: 'section', header: '科室', width: 18, kind: 'text' },
  { key: 'shareTarget', header: '目标', group: '分解', width: 14, kind: 'quantity' },
  { key: 'shareMarks', header: '分值', group: '分解', width: 10, kind: 'quantity' },
  { key: 'owner', header: '责任人', width: 18, kind: 'text' },
  { key: 'due', header: '完成时限', width: 14, kind: 'date' },
  { key: 'task', header: '工作要求', width: 40, kind: 'text' },
  { key: 'sentence', header: '上级评分标准', width: 40, kind: 'text' },
  { key: 'basis', header: '分解依据', width: 30, kind: 'text' },
]

/** 任务分解表 as a workbook: one line a share; an indicator not yet divided has a line of its own. */
export const breakdownTable = (title: string, lines: readonly BreakdownLine[]): TakenOut => ({
  title: `${title}任务分解表`,
  columns,
  rows: lines.flatMap((line, at) => {
    const head = {
      order: String(at + 1),
      indicator: line.name,
      fullMark: line.fullMark || undefined,
      target: line.target || undefined,
      measureUnit: line.measureUnit || undefined,
      sharing: label('zh-CN', 'sharing', line.sharing),
      task: line.task || undefined,
      sentence: line.sentence || undefined,
    }
    if (line.shares.length === 0) return [head]
    return line.shares.map((share) => ({
      ...head,
      role: label('zh-CN', 'shareRole', share.role),
      unit: share.unitName,
      section: share.sectionName || undefined,
      shareTarget: share.target || undefined,
      shareMarks: share.marks || undefined,
      owner: sayOwner(share),
      due: share.due || line.due || undefined,
      basis: share.basis || undefined,
    }))
  }),
  scope: '本单位不承担的指标',
})

const withUnit = (figure: string, unit: string): string => (figure === '' ? '—' : `${figure}${unit}`)

/** 上级考评任务分解表 to sign: each indicator with what every unit bears. */
export const breakdownSheet = (
  lines: readonly BreakdownLine[],
  said: {
    readonly organ: string
    readonly title: string
    readonly number: string
    readonly issuer: string
    readonly issued: string
  },
): Omit<FormSheet, 'checkCode'> => ({
  title: paperName,
  organ: said.organ,
  orientation: 'landscape',
  facts: [
    { label: '上级方案', value: said.number === '' ? said.title : `${said.title}（${said.number}）` },
    { label: '制发机关', value: said.issuer },
    { label: '下达', value: said.issued },
  ],
  columns: [
    { header: '序号', width: 8, kind: 'text' },
    { header: '上级指标', width: 40, kind: 'text' },
    { header: '分值', width: 12, kind: 'quantity' },
    { header: '上级目标', width: 22, kind: 'text' },
    { header: '责任', width: 12, kind: 'text' },
    { header: '承担单位、科室', width: 44, kind: 'text' },
    { header: '分解目标', width: 22, kind: 'text' },
    { header: '分解分值', width: 16, kind: 'quantity' },
    { header: '责任人', width: 26, kind: 'text' },
    { header: '完成时限', width: 24, kind: 'text' },
  ],
  rows: lines.flatMap((line, at) => {
    const head = [String(at + 1), line.name, line.fullMark || '—', withUnit(line.target, line.measureUnit)]
    if (line.shares.length === 0) return [[...head, '', '尚未分解', '', '', '', line.due]]
    return line.shares.map((share, index) => [
      ...(index === 0 ? head : ['', '', '', '']),
      label('zh-CN', 'shareRole', share.role),
      `${share.unitName}${share.sectionName}`,
      withUnit(share.target, line.measureUnit),
      share.marks || '—',
      sayOwner(share),
      share.due || line.due || '—',
    ])
  }),
  notes: ['“分解承担”的指标，分解目标、分值合计与上级一致；“各自承担全部”的指标，各单位按上级目标、分值承担。'],
  signatures: [{ role: '制表' }, { role: '考评办主任' }],
})
