import { typedText } from '@quanheng/domain/datum/typed-value'
import { label } from '@quanheng/messages/labels'
import type { Language } from '@quanheng/messages/language'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import type { Table, TableColumn, TableValues, TemplateMark } from '@quanheng/papers/xlsx/model'
import type { DatumReply } from './show-datum.ts'

/** Chinese whoever downloads it: the workbook goes round among offices. */
const language: Language = 'zh-CN'
const { release } = zhCNLabels

export const dataTemplate: TemplateMark = { name: 'collection', version: '1' }

/** In the order of the sheet; the first two find the line again and are not typed by anyone. */
export const dataColumns: readonly TableColumn[] = [
  { key: 'datumId', header: '数据编号', width: 14, kind: 'text', required: true, note: '由平台填写，请勿改动。' },
  { key: 'version', header: '版次', width: 6, kind: 'text', required: true, note: '由平台填写，请勿改动。' },
  { key: 'unit', header: '考核单位', width: 20, kind: 'text' },
  { key: 'leaf', header: '考核指标', width: 26, kind: 'text' },
  { key: 'element', header: '数据项', width: 26, kind: 'text' },
  { key: 'measure', header: '计量单位', width: 10, kind: 'text' },
  { key: 'period', header: '统计时段', width: 14, kind: 'text' },
  { key: 'cutoff', header: '数据截止时间', width: 13, kind: 'date' },
  { key: 'due', header: '报送期限', width: 13, kind: 'date' },
  { key: 'state', header: '状态', width: 10, kind: 'text' },
  {
    key: 'value',
    header: '填报值',
    width: 18,
    kind: 'text',
    note: '按计量单位填写数字，不带单位；是否类填“是”或“否”；清单类填已完成的事项名称，用“、”隔开，均未完成填“无”；无此项工作填“不涉及”。不填的行不报送。',
  },
  { key: 'release', header: '数据性质', width: 12, kind: 'choice', choices: Object.values(release) },
  {
    key: 'asOf',
    header: '数据截至日期',
    width: 13,
    kind: 'date',
    note: '所填数据统计到哪一天，不得晚于数据截止时间。',
  },
  {
    key: 'reason',
    header: '说明',
    width: 26,
    kind: 'text',
    maxLength: 500,
    note: '更正已报数据、填报“不涉及”时必填。',
  },
  { key: 'lateReason', header: '逾期原因', width: 26, kind: 'text', maxLength: 500, note: '超过报送期限补报时必填。' },
]

/** A line as the sheet prints it. */
export const rowValues = (row: DatumReply, today: string): TableValues => ({
  datumId: row.id,
  version: String(row.version),
  unit: row.unitName,
  leaf: row.leaves.map((leaf) => leaf.name).join('、'),
  element: row.element.name,
  measure: row.element.unit,
  period: row.period,
  cutoff: row.cutoff,
  due: row.due,
  state: label(language, 'datumState', row.state),
  value: row.last ? typedText(elementOf(row), row.last.value) : undefined,
  release: release[row.last?.release ?? 'final'],
  asOf: row.last?.asOf ?? (row.cutoff < today ? row.cutoff : today),
})

const elementOf = ({ element }: Pick<DatumReply, 'element'>) => ({
  type: element.type,
  unit: element.unit,
  ...(element.entries && { entries: element.entries }),
})

/** What a returned workbook is marked and read by. */
export const dataForm = {
  columns: dataColumns,
  template: dataTemplate,
  example: { value: '12.5', release: release.final, asOf: '2024-12-31' },
}

export const dataWorkbook = (rows: readonly DatumReply[], today: string): Table => ({
  title: '数据采集表',
  columns: dataColumns,
  rows: rows.map((row) => rowValues(row, today)),
  template: { ...dataTemplate, example: dataForm.example },
  on: today,
})
