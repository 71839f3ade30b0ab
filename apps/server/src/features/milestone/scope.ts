import type { PostKind } from '@quanheng/domain/ability/posts'
import { doers } from '@quanheng/domain/assigned-task/model'
import { confirmers } from '@quanheng/domain/milestone/transitions'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

const ofOffice: readonly PostKind[] = ['officeStaff', 'officeDirector', 'clerk', 'steeringHead', 'steeringDeputy']

export interface MilestoneScope {
  /** Bodies whose office the actor sits in, or which the actor's post watches over. */
  readonly offices: readonly string[]
  /** Units whose own milestones, and those of indicators they score, the actor reads. */
  readonly units: readonly string[]
}

export const milestonesVisibleTo = (actor: Actor): MilestoneScope => {
  const posts = postsFor(actor, 'milestone.read')
  const ofUnit: readonly PostKind[] = [...doers, ...confirmers]
  return {
    offices: [...unitIdsOf(posts.filter(({ kind }) => ofOffice.includes(kind))), ...watchedBy(posts)],
    units: unitIdsOf(posts.filter(({ kind }) => ofUnit.includes(kind))),
  }
}

/** Condition on `milestone`: of the unit that has it, of who scores the indicator, of the office above them. */
export const milestoneIsVisible = ({ offices, units }: MilestoneScope): RawBuilder<boolean> => sql<boolean>`(
  milestone.office_unit_id = ANY(${[...offices]}::uuid[]) OR milestone.lead_unit_id = ANY(${[...offices, ...units]}::uuid[])
  OR milestone.unit_id = ANY(${[...offices, ...units]}::uuid[]))`
