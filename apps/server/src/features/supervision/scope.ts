import type { Ability } from '@quanheng/domain/ability/abilities'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { doers } from '@quanheng/domain/assigned-task/model'
import { conveners } from '@quanheng/domain/meeting/transitions'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

const ofOffice: readonly PostKind[] = [...conveners, 'steeringHead', 'steeringDeputy']

export interface SupervisionScope {
  /** Units whose supervision is read from its first draft: as office, as group, as observer. */
  readonly offices: readonly string[]
  /** Units for which the actor reads what was found there, and puts it right. */
  readonly units: readonly string[]
}

const scope = (actor: Actor, ability: Ability): SupervisionScope => {
  const posts = postsFor(actor, ability)
  return {
    offices: [...unitIdsOf(posts.filter(({ kind }) => ofOffice.includes(kind))), ...watchedBy(posts)],
    units: unitIdsOf(posts.filter(({ kind }) => (doers as readonly PostKind[]).includes(kind))),
  }
}

export const supervisionVisibleTo = (actor: Actor): SupervisionScope => scope(actor, 'supervision.read')
export const visitsVisibleTo = (actor: Actor): SupervisionScope => scope(actor, 'supervisionVisit.read')
export const itemsVisibleTo = (actor: Actor): SupervisionScope => scope(actor, 'rectification.read')

/** Condition on `supervision`: of the actor's office. */
export const supervisionIsVisible = ({ offices }: SupervisionScope): RawBuilder<boolean> => sql<boolean>`(
  supervision.unit_id = ANY(${[...offices]}::uuid[]))`

/** Condition on `supervision_visit`: of the actor's office, or of the visited unit once it was sent there. */
export const visitIsVisible = ({ offices, units }: SupervisionScope): RawBuilder<boolean> => sql<boolean>`(
  supervision_visit.from_unit_id = ANY(${[...offices]}::uuid[])
  OR (supervision_visit.unit_id = ANY(${[...units]}::uuid[])
    AND supervision_visit.state NOT IN ('planned', 'recorded', 'dropped')))`

/** Condition on `rectification`: of the actor's office, or of the unit that puts it right. */
export const itemIsVisible = ({ offices, units }: SupervisionScope): RawBuilder<boolean> => sql<boolean>`(
  rectification.from_unit_id = ANY(${[...offices]}::uuid[]) OR rectification.unit_id = ANY(${[...units]}::uuid[]))`
