import type { PostKind } from '@quanheng/domain/ability/posts'
import { doers } from '@quanheng/domain/assigned-task/model'
import { conveners } from '@quanheng/domain/meeting/transitions'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

const ofGroup: readonly PostKind[] = [...conveners, 'steeringHead', 'steeringDeputy', 'steeringMember']
const ofMember: readonly PostKind[] = ['principal', 'leaderInCharge', 'unitHead', 'unitReporter', 'unitAdmin']

export interface MeetingScope {
  /** Units whose meetings are read from their first draft: as office, as group, as observer. */
  readonly offices: readonly string[]
  /** Units that may be represented in a group: they read what was sent to its members. */
  readonly members: readonly string[]
  /** Units whose own tasks the actor reads. */
  readonly doing: readonly string[]
}

export const meetingsVisibleTo = (actor: Actor): MeetingScope => {
  const posts = postsFor(actor, 'meeting.read')
  return {
    offices: [...unitIdsOf(posts.filter(({ kind }) => ofGroup.includes(kind))), ...watchedBy(posts)],
    members: unitIdsOf(posts.filter(({ kind }) => ofMember.includes(kind))),
    doing: unitIdsOf(posts.filter(({ kind }) => (doers as readonly PostKind[]).includes(kind))),
  }
}

/** Condition on `meeting`: a member unit reads it from the day the papers were sent, or the minutes were confirmed. */
export const meetingIsVisible = ({ offices, members }: MeetingScope): RawBuilder<boolean> => sql<boolean>`(
  meeting.unit_id = ANY(${[...offices]}::uuid[])
  OR (meeting.kind = 'steeringGroup' AND (meeting.standing ? 'pack' OR meeting.standing ? 'record') AND EXISTS (
    SELECT 1 FROM steering_group g WHERE g.unit_id = meeting.unit_id AND g.member_unit_ids && ${[...members]}::uuid[])))`

/** Condition on `assigned_task`: of the unit that gave it, and of the unit that has it to do. */
export const taskIsVisible = ({ offices, doing }: MeetingScope): RawBuilder<boolean> => sql<boolean>`(
  assigned_task.from_unit_id = ANY(${[...offices]}::uuid[]) OR assigned_task.unit_id = ANY(${[...doing]}::uuid[]))`
