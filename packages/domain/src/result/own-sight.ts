import type { PlanSettings } from '../plan/settings.ts'
import type { ResultState } from './model.ts'

/** How much of a result an appraised unit sees: nothing yet, its own rows, or its own rows beside everybody's points. */
export type OwnSight = 'nothing' | 'own' | 'all'

export interface Published {
  /** The locked version asked about; absent while there is none. */
  readonly state?: ResultState | undefined
  /** The year's locked version, where the plan stands under a year plan; absent while there is none. */
  readonly year?: { readonly state?: ResultState | undefined } | undefined
}

/**
 * 谁从哪一步起看得分, as the plan says (product.md, what the seeds leave silent). A lead unit's report is 报送 when its version is
 * issued; results are 印发 when the year's version is, or the plan's own where it stands alone. Before that: nothing.
 */
export const ownSight = (visibility: PlanSettings['visibility']['value'], { state, year }: Published): OwnSight => {
  if (state !== 'issued') return 'nothing'
  if (visibility === 'ownAfterReport') return 'own'
  if (year !== undefined && year.state !== 'issued') return 'nothing'
  return visibility === 'allAfterIssue' ? 'all' : 'own'
}
