import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import { wholeReaders } from '../superior-plan/index.ts'

/** Condition on `progress_report`: of the actor's office, or of the own unit. */
export const progressIsVisible = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(
  progress_report.office_unit_id = ANY(${[...wholeReaders(actor)]}::uuid[])
  OR progress_report.unit_id = ANY(${unitIdsOf(postsFor(actor, 'superiorPlan.read'))}::uuid[]))`
