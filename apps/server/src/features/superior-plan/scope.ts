import type { PostKind } from '@quanheng/domain/ability/posts'
import { conveners } from '@quanheng/domain/meeting/transitions'
import { inForce, type SuperiorContent, type SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

const ofOffice: readonly PostKind[] = [...conveners, 'steeringHead', 'steeringDeputy', 'steeringMember']

/** Bodies whose plans the actor reads whole: as office, as leader, as observer. */
export const wholeReaders = (actor: Actor): readonly string[] => {
  const posts = postsFor(actor, 'superiorPlan.read')
  return [...unitIdsOf(posts.filter(({ kind }) => ofOffice.includes(kind))), ...watchedBy(posts)]
}

const ownUnits = (actor: Actor): readonly string[] => unitIdsOf(postsFor(actor, 'superiorPlan.read'))

/** Condition on `superior_plan`: of the actor's office; or issued, and the actor's unit bears something of it. */
export const superiorPlanIsVisible = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(
  superior_plan.unit_id = ANY(${[...wholeReaders(actor)]}::uuid[])
  OR (superior_plan.standing->'versions' <> '[]'::jsonb AND superior_plan.state <> 'cancelled'
    AND superior_plan.bearer_unit_ids && ${[...ownUnits(actor)]}::uuid[]))`

/** The office and the leaders read the whole, drafts included. */
export const readsWhole = (actor: Actor, { unitId }: Pick<SuperiorPlan, 'unitId'>): boolean =>
  wholeReaders(actor).includes(unitId)

/**
 * What this person may read: all of it as it stands, or of the breakdown in force the indicators of which the own unit bears
 * something, with all who bear them.
 */
export const contentFor = (actor: Actor, plan: SuperiorPlan): SuperiorContent => {
  if (readsWhole(actor, plan)) return plan.content
  const issued = inForce(plan)
  if (!issued) return { document: plan.content.document, indicators: [], shares: [] }
  const own = ownUnits(actor)
  const borne = new Set(issued.shares.filter(({ unitId }) => own.includes(unitId)).map((share) => share.indicatorKey))
  return {
    document: issued.document,
    indicators: issued.indicators.filter(({ key }) => borne.has(key)),
    shares: issued.shares.filter(({ indicatorKey }) => borne.has(indicatorKey)),
  }
}
