import { expect, it } from 'vitest'
import { titleOf, yearIn } from './title.ts'

it('方案的标题是所印发的文件', () => {
  expect(titleOf('关于印发《云岭区2025年度营商环境考核方案》的通知')).toBe('云岭区2025年度营商环境考核方案')
  expect(titleOf('某委关于印发2024年度指标考核实施方案的通知')).toBe('2024年度指标考核实施方案')
  expect(titleOf('绩效考评办法')).toBe('绩效考评办法')
})

it('年度取标题中写明的年份', () => {
  expect(yearIn('云岭区2025年度营商环境考核方案')).toBe(2025)
  expect(yearIn('绩效考评办法')).toBeUndefined()
})
