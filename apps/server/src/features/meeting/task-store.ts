import { type AssignedTask, canonicalAssignedTask } from '@quanheng/domain/assigned-task/model'
import type { Meeting } from '@quanheng/domain/meeting/model'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { AssignedTaskRow } from './tables.ts'

export type KeptTask = Kept<AssignedTaskRow, AssignedTask>

export const taskKeeper = keeperOf<AssignedTaskRow, AssignedTask>({
  noun: 'assignedTask',
  table: 'assigned_task',
  json: ['done', 'direct'],
  modelOf: (row, steps) => ({
    id: row.id,
    ...(row.meeting_id !== null && { meetingId: row.meeting_id }),
    ...(row.topic_id !== null && { topicId: row.topic_id }),
    ...(row.direct && { direct: row.direct }),
    fromUnitId: row.from_unit_id,
    unitId: row.unit_id,
    words: row.words,
    due: row.due,
    state: row.state,
    ...(row.done && { done: row.done }),
    steps,
  }),
  columnsOf: ({ meetingId, topicId, direct, fromUnitId, unitId, words, due, state, done }) => ({
    meeting_id: meetingId ?? null,
    topic_id: topicId ?? null,
    direct: direct ?? null,
    from_unit_id: fromUnitId,
    unit_id: unitId,
    words,
    due,
    state,
    done: done ?? null,
  }),
  filesOf: ({ done }) => (done?.files ?? []).map(({ digest }) => digest),
  canonical: canonicalAssignedTask,
})

/** What a meeting that binds gave to do, each a task of its own from now on. */
export const insertTasksOf = async (tx: Tx, meeting: Meeting, context: Context): Promise<readonly Change[]> => {
  const { record } = meeting.standing
  if (record === undefined) return []
  const changes: Change[] = []
  for (const { topicId, tasks } of record.decisions) {
    for (const { unitId, words, due } of tasks) {
      const saved = await taskKeeper.insert(tx, {
        id: context.newId(),
        meetingId: meeting.id,
        topicId,
        fromUnitId: meeting.unitId,
        unitId,
        words,
        due,
        state: 'open',
        steps: [{ command: 'begin', by: record.by, at: context.now.toISOString(), words: '' }],
      })
      changes.push(taskKeeper.change(null, saved))
    }
  }
  return changes
}
