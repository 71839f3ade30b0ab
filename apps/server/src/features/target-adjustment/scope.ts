import type { PostKind } from '@quanheng/domain/ability/posts'
import { conveners } from '@quanheng/domain/meeting/transitions'
import { adjustmentDrafters, leadSpeakers } from '@quanheng/domain/target-adjustment/transitions'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

const ofUnit: readonly PostKind[] = [...adjustmentDrafters, 'principal', 'leaderInCharge', 'clerk']
const ofLead: readonly PostKind[] = [...leadSpeakers, 'handler', 'clerk', 'officeDirector', 'officeStaff']
const ofOffice: readonly PostKind[] = [...conveners, 'steeringHead', 'steeringDeputy', 'principal']

interface AdjustmentScope {
  /** Units whose own requests are read from the first draft. */
  readonly units: readonly string[]
  /** Units that lead the indicator, or whose plan it is: what was sent. */
  readonly leads: readonly string[]
  readonly offices: readonly string[]
  /** Bodies under supervision. */
  readonly watched: readonly string[]
}

const adjustmentsVisibleTo = (actor: Actor): AdjustmentScope => {
  const posts = postsFor(actor, 'targetAdjustment.read')
  const held = (kinds: readonly PostKind[]) => unitIdsOf(posts.filter(({ kind }) => kinds.includes(kind)))
  return { units: held(ofUnit), leads: held(ofLead), offices: held(ofOffice), watched: watchedBy(posts) }
}

/** Condition on `target_adjustment`: the own unit's; what was sent to the lead unit, the plan's owner, the office; a new lead unit from the reply on. */
export const adjustmentIsVisible = (actor: Actor): RawBuilder<boolean> => {
  const { units, leads, offices, watched } = adjustmentsVisibleTo(actor)
  const of = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`
  return sql<boolean>`(target_adjustment.unit_id = ANY(${of(units)}) OR (target_adjustment.standing ? 'sentOn' AND (
    target_adjustment.lead_unit_id = ANY(${of(leads)}) OR target_adjustment.office_unit_id = ANY(${of(offices)})
    OR target_adjustment.unit_id = ANY(${of(watched)}) OR target_adjustment.lead_unit_id = ANY(${of(watched)})
    OR EXISTS (SELECT 1 FROM plan WHERE plan.id = target_adjustment.plan_id AND plan.owner_unit_id = ANY(${of(leads)}))
    OR (target_adjustment.state IN ('replied', 'revised')
      AND (target_adjustment.content #>> '{adjusted,leadUnitId}')::uuid = ANY(${of(leads)})))))`
}
