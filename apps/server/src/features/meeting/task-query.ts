import type { listAssignedTasks, showAssignedTask } from '@quanheng/contract/assigned-task'
import type { Refusal } from '@quanheng/contract/errors'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { type AssignedTaskCommandKind, assignedTaskWorkflow } from '@quanheng/domain/assigned-task/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnAssignedTask } from '@quanheng/domain/workbench/next-on-meeting'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { like } from './list.ts'
import { meetingsVisibleTo, taskIsVisible } from './scope.ts'
import { type KeptMeeting, meetingKeeper } from './store.ts'
import { type KeptTask, taskKeeper } from './task-store.ts'

type Line = ReplyOf<typeof listAssignedTasks>['rows'][number]

export const visibleTask = (db: Reader, actor: Actor, id: string): Promise<KeptTask | undefined> =>
  taskKeeper.find(db, id, taskIsVisible(meetingsVisibleTo(actor)))

/** The meetings that gave these tasks, by id; whoever has a task to do reads the decision it comes from. Those given directly have none. */
export const meetingsOf = async (db: Reader, tasks: readonly KeptTask[]): Promise<ReadonlyMap<string, KeptMeeting>> => {
  const ids = [...new Set(tasks.flatMap(({ row }) => row.meeting_id ?? []))]
  const rows = ids.length === 0 ? [] : await db.selectFrom('meeting').selectAll().where('id', 'in', ids).execute()
  return new Map((await meetingKeeper.complete(db, rows)).map((one) => [one.row.id, one]))
}

export const isMyTask = ({ model: task }: KeptTask, actor: Actor): boolean => {
  const act = nextOnAssignedTask(task)
  return act !== undefined && holdings(actor).some((held) => mayAct(act, held))
}

const lineOf = (
  one: KeptTask,
  meeting: KeptMeeting | undefined,
  names: ReadonlyMap<string, string>,
  actor: Actor,
  today: string,
): Line => {
  const { id, state, unitId, words, due, topicId, direct } = one.model
  return {
    id,
    version: one.row.version,
    state,
    unitName: names.get(unitId) ?? '',
    words,
    due,
    late: state === 'open' && due < today,
    meetingTitle: meeting?.model.agenda.title ?? '',
    topicTitle: meeting?.model.agenda.topics.find((topic) => topic.id === topicId)?.title ?? '',
    direct: direct ? { ...direct } : null,
    mine: isMyTask(one, actor),
  }
}

export const listTasks = async (
  db: Reader,
  actor: Actor,
  filter: QueryOf<typeof listAssignedTasks>,
  today: string,
): Promise<ReplyOf<typeof listAssignedTasks>> => {
  let found = db
    .selectFrom('assigned_task')
    .innerJoin('unit', 'unit.id', 'assigned_task.unit_id')
    .where(taskIsVisible(meetingsVisibleTo(actor)))
  if (filter.state !== undefined) found = found.where('assigned_task.state', '=', filter.state)
  if (filter.meetingId !== undefined) found = found.where('assigned_task.meeting_id', '=', filter.meetingId)
  if (filter.direct !== undefined) found = found.where(sql<boolean>`assigned_task.direct ->> 'by' = ${filter.direct}`)
  if (filter.q !== undefined && filter.q !== '') {
    const q = like(filter.q)
    found = found.where(sql<boolean>`(assigned_task.words LIKE ${q} OR unit.name LIKE ${q})`)
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('assigned_task')
    .orderBy(sql`array_position(ARRAY['open', 'reported', 'closed'], assigned_task.state)`)
    .orderBy('assigned_task.due')
    .orderBy('assigned_task.id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  const tasks = await taskKeeper.complete(db, rows)
  const meetings = await meetingsOf(db, tasks)
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  return { total, rows: tasks.map((one) => lineOf(one, meetings.get(one.row.meeting_id ?? ''), names, actor, today)) }
}

const mayNow = ({ model: task }: KeptTask, actor: Actor): AssignedTaskCommandKind[] => {
  const may = actor.posts.flatMap((post) =>
    commandsFor(assignedTaskWorkflow, task.state, post.kind).filter(
      (command) => post.unitId === (command === 'report' ? task.unitId : task.fromUnitId),
    ),
  )
  const reporter = task.steps.findLast(({ command }) => command === 'report')?.by.personId
  return [...new Set(may)].filter((command) => command !== 'accept' || reporter !== actor.personId)
}

export const showTask = async (
  db: Reader,
  actor: Actor,
  id: string,
  today: string,
): Promise<Result<ReplyOf<typeof showAssignedTask>, Refusal>> => {
  const loaded = await visibleTask(db, actor, id)
  if (!loaded) return refuse('platform.notFound')
  const { model: task, row } = loaded
  const meeting = (await meetingsOf(db, [loaded])).get(row.meeting_id ?? '')
  const names = await namesOf(db, {
    units: [task.unitId, ...task.steps.map(({ by }) => by.unitId)],
    people: task.steps.map(({ by }) => by.personId),
  })
  const record = meeting?.model.standing.record
  return ok({
    ...lineOf(loaded, meeting, names, actor, today),
    meetingId: task.meetingId ?? null,
    documentNumber: meeting?.model.standing.minutes?.documentNumber ?? null,
    decided: record?.decisions.find(({ topicId }) => topicId === task.topicId)?.text ?? '',
    done: task.done ? { words: task.done.words, files: [...task.done.files] } : null,
    steps: task.steps.map(({ command, by, at, words }) => ({
      command: command as 'begin' | AssignedTaskCommandKind,
      by: names.get(by.personId) ?? '',
      unitName: names.get(by.unitId) ?? '',
      at,
      words,
    })),
    may: mayNow(loaded, actor),
  })
}
