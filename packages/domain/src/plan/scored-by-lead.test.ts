import { aCheckContext, aPlan } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import { checkPlan } from './check-plan.ts'
import { sheetsOf, unassignedItems } from './items.ts'
import type { PlanContent } from './model.ts'

const withoutRule = (kind: PlanContent['kind'], leadUnitId: string): PlanContent => {
  const plan = aPlan({ kind })
  return {
    ...plan,
    indicators: plan.indicators.map(({ scoring: _, ...node }) => (node.parentKey ? { ...node, leadUnitId } : node)),
  }
}
const missingRules = (plan: PlanContent) =>
  checkPlan(plan, aCheckContext()).filter((finding) => finding.code === 'check.ruleMissing')

describe('年度方案中由牵头单位另行评分的指标', () => {
  it('不要求计分规则，也不生成评分表', () => {
    const plan = withoutRule('appraisalPlan', 'lead')
    expect(missingRules(plan)).toEqual([])
    expect(sheetsOf(plan)).toEqual([])
    expect(unassignedItems(plan)).toEqual([])
  })
  it('没有牵头单位的，仍须有计分规则', () => {
    expect(missingRules(withoutRule('appraisalPlan', ''))).toHaveLength(2)
  })
  it('指标考核实施方案的指标一律须有计分规则', () => {
    expect(missingRules(withoutRule('indicatorPlan', 'lead'))).toHaveLength(2)
  })
})
