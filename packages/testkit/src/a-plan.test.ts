import { checkPlan } from '@quanheng/domain/plan/check-plan'
import { describe, expect, it } from 'vitest'
import { aCheckContext, aPlan, planIds } from './a-plan.ts'
import { aRule } from './a-rule.ts'

describe('aPlan', () => {
  it('may be issued as it is', () => {
    expect(checkPlan(aPlan(), aCheckContext())).toEqual([])
  })

  it('takes what a test wants to be otherwise', () => {
    const codes = checkPlan(aPlan({ title: '', recusals: [] }), aCheckContext()).map(({ code }) => code)
    expect(codes).toContain('check.titleMissing')
    expect(codes).toContain('check.noSubstitute')
  })

  it('appraises its own scoring unit', () => {
    expect(aPlan().unitGroups[0]?.unitIds).toContain(planIds.lead)
    expect(aPlan().ownerUnitId).toBe(planIds.lead)
  })
})

describe('aRule', () => {
  it('refuses a sentence that the language does not understand', () => {
    expect(() => aRule('视情给分')).toThrow('not understood')
  })
})
