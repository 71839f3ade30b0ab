import type { PostKind } from '@quanheng/domain/ability/posts'
import { conveners } from '@quanheng/domain/meeting/transitions'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

const ofOffice: readonly PostKind[] = [...conveners, 'steeringHead']
const ofMember: readonly PostKind[] = ['principal', 'unitHead', 'unitReporter', 'unitAdmin']

export interface MatterScope {
  /** Units whose matters are read from their first draft: as office, as head, as observer. */
  readonly offices: readonly string[]
  /** Units that may be represented in a group. */
  readonly members: readonly string[]
  readonly personId: string
}

export const mattersVisibleTo = (actor: Actor): MatterScope => {
  const posts = postsFor(actor, 'matter.read')
  return {
    offices: [...unitIdsOf(posts.filter(({ kind }) => ofOffice.includes(kind))), ...watchedBy(posts)],
    members: unitIdsOf(posts.filter(({ kind }) => ofMember.includes(kind))),
    personId: actor.personId,
  }
}

/** Condition on `matter`: of the actor's office, or one on which the actor or the actor's unit was asked or told. */
export const matterIsVisible = ({ offices, members, personId }: MatterScope): RawBuilder<boolean> => sql<boolean>`(
  matter.unit_id = ANY(${[...offices]}::uuid[]) OR (matter.state NOT IN ('draft', 'cancelled')
    AND (matter.member_unit_ids && ${[...members]}::uuid[] OR matter.member_person_ids && ARRAY[${personId}]::uuid[])))`
