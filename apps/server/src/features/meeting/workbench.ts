import { liveTopics, type Meeting } from '@quanheng/domain/meeting/model'
import { standsAside } from '@quanheng/domain/meeting/opinion'
import { nextOnAssignedTask, nextOnMeeting } from '@quanheng/domain/workbench/next-on-meeting'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Task } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { isMine } from './list.ts'
import { meetingIsVisible, meetingsVisibleTo, taskIsVisible } from './scope.ts'
import { seatsOn } from './seats.ts'
import { meetingKeeper } from './store.ts'
import { isMyTask, meetingsOf } from './task-query.ts'
import { taskKeeper } from './task-store.ts'

/** A member who has not yet said anything on a topic from which the seat does not stand aside. */
const owesOpinion = async (db: Reader, meeting: Meeting, actor: Actor, today: string): Promise<boolean> => {
  const { pack, opinions } = meeting.standing
  if (meeting.state !== 'preReview' || (pack?.until ?? '') < today) return false
  const own = (await seatsOn(db, meeting, today)).filter(({ personId }) => personId === actor.personId)
  return own.some((seat) =>
    liveTopics(meeting.agenda).some(
      (topic) =>
        !standsAside(seat, topic) && !opinions.some((one) => one.topicId === topic.id && one.seat.key === seat.key),
    ),
  )
}

/** 待办 of meetings: what the office and the head do next, and opinions that members owe. */
const meetingsWaiting = async (db: Reader, actor: Actor, today: string): Promise<readonly Task[]> => {
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where('state', 'not in', ['issued', 'cancelled'])
    .where(meetingIsVisible(meetingsVisibleTo(actor)))
    .orderBy('id')
    .execute()
  const tasks: Task[] = []
  for (const one of await meetingKeeper.complete(db, rows)) {
    const { model: meeting } = one
    const act = nextOnMeeting(meeting)
    const line = { noun: 'meeting' as const, object: meeting.agenda.title, link: `/meetings/${meeting.id}` }
    if (act && isMine(one, actor)) tasks.push({ ...line, id: meeting.id, verb: act.verb })
    if (await owesOpinion(db, meeting, actor, today)) {
      tasks.push({ ...line, id: `${meeting.id}:opinion`, verb: 'giveOpinion', due: meeting.standing.pack?.until })
    }
  }
  return tasks
}

const assignedWaiting = async (db: Reader, actor: Actor): Promise<readonly Task[]> => {
  const rows = await db
    .selectFrom('assigned_task')
    .selectAll()
    .where('state', '!=', 'closed')
    .where(taskIsVisible(meetingsVisibleTo(actor)))
    .orderBy('id')
    .execute()
  const tasks = await taskKeeper.complete(db, rows)
  const meetings = await meetingsOf(db, tasks)
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  return tasks.flatMap((one): Task[] => {
    const act = nextOnAssignedTask(one.model)
    if (!act || !isMyTask(one, actor)) return []
    return [
      {
        noun: 'assignedTask',
        id: one.model.id,
        verb: act.verb,
        object: `${one.model.words}（${names.get(one.model.unitId) ?? ''}）`,
        within: meetings.get(one.row.meeting_id ?? '')?.model.agenda.title ?? one.model.direct?.source,
        due: act.due,
        link: `/assigned-tasks/${one.model.id}`,
      },
    ]
  })
}

export const meetingTasksOf = async (db: Reader, actor: Actor, { today }: Context): Promise<readonly Task[]> => [
  ...(await meetingsWaiting(db, actor, today)),
  ...(await assignedWaiting(db, actor)),
]
