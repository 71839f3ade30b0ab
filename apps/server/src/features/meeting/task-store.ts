import { type AssignedTask, canonicalAssignedTask } from '@quanheng/domain/assigned-task/model'
import type { Meeting } from '@quanheng/domain/meeting/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { insertSteps, stepsOf } from '../../platform/work/steps.ts'
import type { AssignedTaskRow } from './tables.ts'

const stepTable = { table: 'assigned_task_step', owner: 'assigned_task_id' }

export interface LoadedTask {
  readonly row: AssignedTaskRow
  readonly task: AssignedTask
}

export const completeTasks = async (db: Reader, rows: readonly AssignedTaskRow[]): Promise<readonly LoadedTask[]> => {
  if (rows.length === 0) return []
  const steps = await stepsOf(
    db,
    stepTable,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    row,
    task: {
      id: row.id,
      meetingId: row.meeting_id,
      topicId: row.topic_id,
      fromUnitId: row.from_unit_id,
      unitId: row.unit_id,
      words: row.words,
      due: row.due,
      state: row.state,
      ...(row.done && { done: row.done }),
      steps: steps(row.id),
    },
  }))
}

export const taskById = async (db: Reader, id: string): Promise<LoadedTask | undefined> =>
  (await completeTasks(db, await db.selectFrom('assigned_task').selectAll().where('id', '=', id).execute()))[0]

export const lockTask = async (tx: Tx, id: string): Promise<LoadedTask | undefined> =>
  (
    await completeTasks(tx, await tx.selectFrom('assigned_task').selectAll().where('id', '=', id).forUpdate().execute())
  )[0]

export const canonicalLoadedTask = ({ row, task }: LoadedTask): object => ({
  ...canonicalAssignedTask(task),
  version: row.version,
})

export const taskChange = (before: LoadedTask | null, after: LoadedTask): Change => ({
  noun: 'assignedTask',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoadedTask(before),
  after: canonicalLoadedTask(after),
})

/** What a meeting that binds gave to do, each a task of its own from now on. */
export const insertTasksOf = async (tx: Tx, meeting: Meeting, context: Context): Promise<readonly Change[]> => {
  const { record } = meeting.standing
  const changes: Change[] = []
  for (const { topicId, tasks } of record?.decisions ?? []) {
    for (const { unitId, words, due } of tasks) {
      const id = context.newId()
      const row: AssignedTaskRow = {
        id,
        meeting_id: meeting.id,
        topic_id: topicId,
        from_unit_id: meeting.unitId,
        unit_id: unitId,
        words,
        due,
        state: 'open',
        done: null,
        file_digests: [],
        version: 1,
      }
      await tx
        .insertInto('assigned_task')
        .values({ ...row, done: json(null) })
        .execute()
      if (record) {
        const step = { command: 'begin', by: record.by, at: context.now.toISOString(), words: '' }
        await insertSteps(tx, stepTable, { id, steps: [step] }, 0)
      }
      const saved = await taskById(tx, id)
      if (saved) changes.push(taskChange(null, saved))
    }
  }
  return changes
}

export const saveTask = async (tx: Tx, before: LoadedTask, next: AssignedTask): Promise<LoadedTask> => {
  const files = (next.done?.files ?? []).map(({ digest }) => digest)
  const row: AssignedTaskRow = {
    ...before.row,
    state: next.state,
    due: next.due,
    done: next.done ?? null,
    file_digests: [...new Set([...before.row.file_digests, ...files])],
    version: before.row.version + 1,
  }
  const { state, due, file_digests, version } = row
  await tx
    .updateTable('assigned_task')
    .set({ state, due, done: json(row.done), file_digests, version })
    .where('id', '=', row.id)
    .execute()
  await insertSteps(tx, stepTable, next, before.task.steps.length)
  return { row, task: next }
}
