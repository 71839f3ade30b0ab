import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import type { PlanContent } from '../plan/model.ts'
import { expectedScores, leadUnits, reportsDue } from './expected.ts'

const year: PlanContent = {
  ...aPlan(),
  kind: 'appraisalPlan',
  indicators: [
    { key: 'work', name: '重点工作', fullMark: '16', leadUnitId: planIds.office, basis: { kind: 'default' } },
    { key: 'a', parentKey: 'work', name: '甲', fullMark: '6', leadUnitId: planIds.lead, basis: { kind: 'default' } },
    { key: 'b', parentKey: 'work', name: '乙', fullMark: '10', basis: { kind: 'default' } },
  ],
  tasks: [
    { leafKey: 'a', unitId: planIds.lead, task: '' },
    { leafKey: 'a', unitId: planIds.town, task: '' },
    { leafKey: 'b', unitId: planIds.town, task: '' },
  ],
}

describe('what a lead unit reports', () => {
  it('is every item of its lines, its own included', () =>
    expect(expectedScores(year, planIds.lead)).toEqual([
      { leafKey: 'a', unitId: planIds.lead, fullMark: '6' },
      { leafKey: 'a', unitId: planIds.town, fullMark: '6' },
    ]))
  it('follows the branch where the line names nobody', () => {
    expect(expectedScores(year, planIds.office)).toEqual([{ leafKey: 'b', unitId: planIds.town, fullMark: '10' }])
    expect(leadUnits(year)).toEqual([planIds.lead, planIds.office])
  })
  it('is nothing for a unit that leads no line', () => expect(expectedScores(year, planIds.town)).toEqual([]))
  it('is due with 报送, else 汇总, else the last step', () => {
    expect(reportsDue(year)).toBe('2025-01-24')
    expect(reportsDue({ ...year, steps: year.steps.filter(({ kind }) => kind !== 'submission') })).toBe('2025-01-22')
    expect(reportsDue({ ...year, steps: year.steps.filter(({ kind }) => kind === 'verification') })).toBe('2025-01-20')
  })
})
