import { ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { PlanContext } from './commands.ts'
import type { PlanError } from './errors.ts'
import type { Plan } from './plan.ts'
import { planWorkflow } from './workflow.ts'

export interface Discarded {
  /** What is worked on from now: the version in force, or nothing. */
  readonly plan: Plan | null
  readonly event: {
    readonly type: 'planDiscarded'
    readonly planId: string
    readonly version: number
    readonly reason: string
  }
}

/**
 * 放弃草稿: whoever may edit a draft may give it up, with a reason. The version in force stays; a plan that was never issued
 * is over.
 */
export const discard = (
  draft: Plan,
  inForce: Plan | null,
  given: string,
  { actor }: Pick<PlanContext, 'actor'>,
): Result<Discarded, PlanError> => {
  if (actor.unitId !== draft.content.ownerUnitId) return refuse('plan.otherUnit')
  const row = permit(planWorkflow(draft.content.kind), draft.state, 'edit', actor.post)
  if (!row.ok) return row
  const reason = given.trim()
  if (reason === '') return refuse('plan.reasonMissing', { at: 'reason' })
  return ok({
    plan: inForce,
    event: { type: 'planDiscarded', planId: draft.id, version: draft.version, reason },
  })
}
