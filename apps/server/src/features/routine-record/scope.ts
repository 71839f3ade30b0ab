import type { PostKind } from '@quanheng/domain/ability/posts'
import { doers } from '@quanheng/domain/assigned-task/model'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

const ofOffice: readonly PostKind[] = ['officeStaff', 'officeDirector', 'clerk', 'steeringHead', 'steeringDeputy']
/** Of the body that scores; others there read what concerns their own unit only. */
const ofLead: readonly PostKind[] = [
  'handler',
  'sectionHead',
  'leaderInCharge',
  'principal',
  'officeStaff',
  'officeDirector',
]

interface RoutineScope {
  /** Bodies whose office the actor sits in, or which the actor's post watches over. */
  readonly offices: readonly string[]
  /** Bodies for which the actor scores or answers. */
  readonly leads: readonly string[]
  /** Bodies whose own records the actor reads once they are told. */
  readonly units: readonly string[]
}

export const recordsVisibleTo = (actor: Actor): RoutineScope => {
  const posts = postsFor(actor, 'routineRecord.read')
  return {
    offices: [...unitIdsOf(posts.filter(({ kind }) => ofOffice.includes(kind))), ...watchedBy(posts)],
    leads: unitIdsOf(posts.filter(({ kind }) => ofLead.includes(kind))),
    units: unitIdsOf(posts.filter(({ kind }) => (doers as readonly PostKind[]).includes(kind))),
  }
}

/** Condition on `routine_record`: of who scores; of the office above, from submission on; of the unit, once it was told. */
export const recordIsVisible = ({ offices, leads, units }: RoutineScope): RawBuilder<boolean> => sql<boolean>`(
  routine_record.lead_unit_id = ANY(${[...leads]}::uuid[])
  OR (routine_record.office_unit_id = ANY(${[...offices]}::uuid[]) AND (routine_record.state NOT IN ('draft', 'withdrawn') OR routine_record.told_on IS NOT NULL))
  OR (routine_record.unit_id = ANY(${[...units]}::uuid[]) AND routine_record.told_on IS NOT NULL))`
