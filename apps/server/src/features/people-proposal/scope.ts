import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'

/** Condition on `people_proposal`: a unit's administrators see its own, the security administrator whatever was sent in. */
export const proposalIsVisible = (actor: Actor): RawBuilder<boolean> => {
  const own = unitIdsOf(postsFor(actor, 'peopleProposal.write'))
  const mine = sql<boolean>`people_proposal.unit_id = ANY(${own}::uuid[])`
  if (postsFor(actor, 'peopleProposal.decide').length === 0) return mine
  return sql<boolean>`(${mine} OR people_proposal.standing ? 'submittedOn')`
}
