import { conveners } from '../meeting/transitions.ts'
import { breakdownFaults } from '../superior-plan/breakdown.ts'
import type { SuperiorPlan } from '../superior-plan/model.ts'
import type { NextAct } from './next-act.ts'

/** The office enters and divides; its head issues once the sums hold. */
export const nextOnSuperiorPlan = ({ id, unitId, state, content }: SuperiorPlan): NextAct | undefined => {
  if (state !== 'draft' && state !== 'revising') return undefined
  const act = { noun: 'superiorPlan', id, unitId } as const
  if (content.indicators.length === 0) return { ...act, verb: 'setIndicators', posts: conveners }
  return breakdownFaults(content).length > 0
    ? { ...act, verb: 'divide', posts: conveners }
    : { ...act, verb: 'issue', posts: ['officeDirector'] }
}
