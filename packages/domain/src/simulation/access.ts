import type { ResultState } from '../result/model.ts'

/** A locked version that a draft plan may be held against, as far as secrecy goes. */
export interface SimulationGround {
  readonly draftYear: number
  readonly year: number
  readonly state: ResultState
}

/**
 * Last years' facts serve whoever drafts, once that year's result was decided. This year's are open to the director of the office
 * alone, and only from a locked version that stands: whoever could try a rule on them would know the totals, and could bend the rule.
 */
export const maySimulate = ({ draftYear, year, state }: SimulationGround, isOfficeDirector: boolean): boolean => {
  if (state === 'voided') return false
  return isOfficeDirector || (year < draftYear && (state === 'approved' || state === 'issued'))
}
