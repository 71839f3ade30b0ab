import { routineEffects } from '@quanheng/domain/routine-record/model'
import { label } from '@quanheng/messages/labels'
import type { TableColumn, TableValues, TemplateMark } from '@quanheng/papers/xlsx/model'

export const routineTemplate: TemplateMark = { name: 'routineRecords', version: '1' }

/** 平时记录 as a table to fill in: one row a fact. `leaves` are what the recorder's section scores. */
export const routineColumns = (leaves: readonly string[]): readonly TableColumn[] => [
  { key: 'unit', header: '单位', width: 28, kind: 'text', required: true, note: '全称、简称或别名' },
  { key: 'leaf', header: '指标', width: 40, kind: 'choice', required: true, choices: leaves },
  { key: 'happenedOn', header: '发生日期', width: 14, kind: 'date', required: true },
  { key: 'happening', header: '记录事项', width: 60, kind: 'text', required: true, maxLength: 2_000 },
  {
    key: 'source',
    header: '来源文件',
    width: 36,
    kind: 'text',
    required: true,
    maxLength: 300,
    note: '如通报的文号、会议纪要、检查记录',
  },
  {
    key: 'effect',
    header: '拟作处理',
    width: 12,
    kind: 'choice',
    choices: routineEffects.map((effect) => label('zh-CN', 'routineEffect', effect)),
    note: '不填为仅记录',
  },
  { key: 'points', header: '分值', unit: '分', width: 10, kind: 'quantity', note: '拟加分、减分的填写，大于0' },
  {
    key: 'proposalBasis',
    header: '依据',
    width: 36,
    kind: 'text',
    maxLength: 500,
    note: '拟加分、减分的填写条款或评分标准',
  },
]

export const exampleRow = (leaf: string, year: number): TableValues => ({
  unit: '云岭市示例局',
  leaf,
  happenedOn: `${year}-03-12`,
  happening: '一季度数据未在规定日期前报送，经催办后补报。',
  source: '一季度数据报送情况通报',
  effect: label('zh-CN', 'routineEffect', 'none'),
})
