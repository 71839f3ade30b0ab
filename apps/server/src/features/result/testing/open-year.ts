import type { PlanContent } from '@quanheng/domain/plan/model'
import { withCredits } from '../../credit/testing/credit-world.ts'

/** Nobody reaches the score of the best grade, and the plan does not say where its places go: every grade is open. */
export const openYear = (year: PlanContent): PlanContent => {
  const { settings, ...rest } = withCredits(year)
  const { credits: _credits, veto: _veto, ...plain } = settings
  const grades = {
    by: 'quotas',
    quotas: [{ name: '优秀', percent: '30', from: '1000' }],
    rest: '良好',
    places: 'ceil',
    atLeastOne: true,
  } as const
  return { ...rest, settings: { ...plain, grades: { value: grades, basis: { kind: 'default' } } } }
}
