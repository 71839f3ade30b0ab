import type { PlanContent } from '@quanheng/domain/plan/model'
import type { PlanSettings } from '@quanheng/domain/plan/settings'
import { aPlan } from '@quanheng/testkit/a-plan'
import { expect, it } from 'vitest'
import { burdenTable } from './burden-table.ts'
import { proposedNotice } from './plan-notice.ts'
import type { PlanInWords } from './plan-rows.ts'

const saying = (value?: NonNullable<PlanSettings['inspectionEntry']>['value']): PlanInWords => {
  const plan = aPlan()
  const content: PlanContent = {
    ...plan,
    kind: 'appraisalPlan',
    settings: { ...plan.settings, ...(value && { inspectionEntry: { value, basis: { kind: 'default' } } }) },
  }
  return { content, names: {}, ownerName: '示范市考评办' } as unknown as PlanInWords
}
const ofTable = (plan: PlanInWords) =>
  burdenTable(plan, 1, []).facts.find(({ label }) => label === '督查检查考核计划')?.value
const entry = { document: '2025年度督查检查考核计划', entry: '第7项' }

it('印发通知写明列入督查检查考核计划的位置，没有写明的不编', () => {
  expect(proposedNotice(saying(entry)).opening).toMatch(/本项考评已列入2025年度督查检查考核计划（第7项）。$/)
  expect(proposedNotice(saying('none')).opening).not.toContain('列入')
  expect(proposedNotice(saying()).opening).not.toContain('列入')
})

it('考评负担情况表照方案写：列入、无需列入、未写明', () => {
  expect(ofTable(saying(entry))).toBe('列入“2025年度督查检查考核计划”：第7项')
  expect(ofTable(saying('none'))).toBe('无需列入')
  expect(ofTable(saying())).toBe('方案未写明')
  expect(ofTable({ ...saying(), content: aPlan() }), '指标方案').toBeUndefined()
})
