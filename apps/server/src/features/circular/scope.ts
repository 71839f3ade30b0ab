import type { PostKind } from '@quanheng/domain/ability/posts'
import { unitSigners } from '@quanheng/domain/circular/transitions'
import { conveners } from '@quanheng/domain/meeting/transitions'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

const ofOffice: readonly PostKind[] = [...conveners, 'steeringHead']

export interface CircularScope {
  /** Units whose circulars are read from their first draft: as office, as head, as observer. */
  readonly offices: readonly string[]
  /** Units for which the actor reads and signs. */
  readonly units: readonly string[]
  readonly personId: string
}

export const circularsVisibleTo = (actor: Actor): CircularScope => {
  const posts = postsFor(actor, 'circular.read')
  return {
    offices: [...unitIdsOf(posts.filter(({ kind }) => ofOffice.includes(kind))), ...watchedBy(posts)],
    units: unitIdsOf(posts.filter(({ kind }) => (unitSigners as readonly PostKind[]).includes(kind))),
    personId: actor.personId,
  }
}

/** Condition on `circular`: it reached the actor's unit or the actor, and was issued. */
export const circularReached = ({ units, personId }: CircularScope): RawBuilder<boolean> => sql<boolean>`(
  circular.state IN ('issued', 'withdrawn') AND (circular.receiver_unit_ids && ${[...units]}::uuid[]
    OR circular.receiver_person_ids && ARRAY[${personId}]::uuid[]))`

/** Condition on `circular`: of the actor's office from its first draft, or received. */
export const circularIsVisible = (scope: CircularScope): RawBuilder<boolean> => sql<boolean>`(
  circular.unit_id = ANY(${[...scope.offices]}::uuid[]) OR ${circularReached(scope)})`
