import { expect, it } from 'vitest'
import { fieldPlace } from './field-place.ts'

it.each([
  [['name'], '名称', 'name'],
  [['rows', '0', 'asOf'], '第1行·数据截至日期', 'rows 1·as of'],
  [['parts', 'indicators', '3', 'fullMark'], '指标第4项·分值', 'indicators 4·full mark'],
  [['aliases', '1'], '别名第2项', 'aliases 2'],
  [['0', 'name'], '第1项·名称', 'entry 1·name'],
  [[], '提交的内容', 'the request'],
] as const)('%j', (path, chinese, english) => {
  expect(fieldPlace('zh-CN', path)).toBe(chinese)
  expect(fieldPlace('en', path)).toBe(english)
})
