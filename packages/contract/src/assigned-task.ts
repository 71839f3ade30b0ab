import { assignedTaskCommands, assignedTaskStates, directGivers } from '@quanheng/domain/assigned-task/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, line, paged, paging, reason, text, version } from './shapes.ts'

/** 交办事项: what a meeting, a leader or the office gave a unit to do, until when, and what was done. */

const one = z.object({ assignedTaskId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const state = z.enum(assignedTaskStates)
const file = z.object({ digest, name: line(200) })

const row = z.object({
  id,
  version,
  state,
  unitName: z.string(),
  words: z.string(),
  due: day,
  late: z.boolean(),
  /** Empty where no meeting gave it. */
  meetingTitle: z.string(),
  topicTitle: z.string(),
  /** By whose word, where no meeting gave it. */
  direct: z.object({ by: z.enum(directGivers), source: z.string() }).nullable(),
  mine: z.boolean(),
})

export const listAssignedTasks = query({
  id: 'assignedTask.list',
  method: 'GET',
  path: '/api/assigned-tasks',
  ability: 'assignedTask.read',
  summary:
    'Tasks that meetings, leaders and the office gave, in sight: those open first, the late ones before the others',
  query: paging.extend({
    q: z.string().max(100).optional(),
    state: state.optional(),
    /** Given without a meeting, by a leader or the office. */
    direct: z.enum(directGivers).optional(),
    meetingId: id.optional(),
  }),
  reply: paged(row),
  errors: [],
})

export const showAssignedTask = query({
  id: 'assignedTask.show',
  method: 'GET',
  path: '/api/assigned-tasks/:assignedTaskId',
  ability: 'assignedTask.read',
  summary: 'One task: what was decided, what was done with its papers, and its history',
  params: one,
  reply: row.extend({
    meetingId: id.nullable(),
    documentNumber: z.string().nullable(),
    decided: z.string(),
    done: z.object({ words: z.string(), files: z.array(file) }).nullable(),
    steps: z.array(
      z.object({
        command: z.enum(['begin', ...assignedTaskCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    may: z.array(z.enum(assignedTaskCommands)),
  }),
  errors: [],
})

export const assignedTaskPaper = query({
  id: 'assignedTask.paper',
  method: 'GET',
  path: '/api/assigned-tasks/:assignedTaskId/paper',
  ability: 'assignedTask.read',
  summary: '督办单: what was decided, until when, and what has been done, with room for seal and signatures',
  params: one,
  query: inFormat,
  reply: 'file',
  errors: [],
})

export const assignedTaskFile = query({
  id: 'assignedTask.file',
  method: 'GET',
  path: '/api/assigned-tasks/:assignedTaskId/files/:fileDigest',
  ability: 'assignedTask.read',
  summary: 'A paper that shows what was done',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const assignTasks = command({
  id: 'assignedTask.assign',
  method: 'POST',
  path: '/api/assigned-tasks',
  ability: 'assignedTask.assign',
  act: '直接交办事项',
  summary: 'A leader, or the office for a leader or itself, gives units a task without a meeting; one task a unit',
  body: z.object({
    giver: z.enum(directGivers),
    source: text(200),
    unitIds: z.array(id).max(100),
    words: text(2_000),
    due: day,
  }),
  reply: z.object({ assignedTaskIds: z.array(id) }),
  errors: [
    'assignedTask.taskMissing',
    'assignedTask.unitMissing',
    'assignedTask.dueBeforeToday',
    'assignedTask.sourceMissing',
  ],
})

export const reportAssignedTask = command({
  id: 'assignedTask.report',
  method: 'POST',
  path: '/api/assigned-tasks/:assignedTaskId/report',
  ability: 'assignedTask.report',
  act: '报告交办事项办结',
  summary: 'The unit says what was done, with papers',
  params: one,
  body: versioned.extend({ words: text(2_000), files: z.array(file).max(20) }),
  reply: done,
  errors: ['assignedTask.notNow', 'assignedTask.otherUnit', 'assignedTask.wordsMissing', 'upload.notFound'],
})

export const acceptAssignedTask = command({
  id: 'assignedTask.accept',
  method: 'POST',
  path: '/api/assigned-tasks/:assignedTaskId/acceptance',
  ability: 'assignedTask.accept',
  act: '确认交办事项办结',
  summary: 'The office finds it done',
  params: one,
  body: versioned.extend({ words: text(500) }),
  reply: done,
  errors: ['assignedTask.notNow', 'assignedTask.otherUnit', 'assignedTask.samePerson'],
})

export const returnAssignedTask = command({
  id: 'assignedTask.return',
  method: 'POST',
  path: '/api/assigned-tasks/:assignedTaskId/return',
  ability: 'assignedTask.return',
  act: '退回交办事项',
  summary: 'The office finds it not done, and says what is missing',
  params: one,
  body: versioned.extend({ reason }),
  reply: done,
  errors: ['assignedTask.notNow', 'assignedTask.otherUnit'],
})

export const extendAssignedTask = command({
  id: 'assignedTask.extend',
  method: 'POST',
  path: '/api/assigned-tasks/:assignedTaskId/extension',
  ability: 'assignedTask.extend',
  act: '延长交办事项期限',
  summary: 'The office gives more days, with the reason',
  params: one,
  body: versioned.extend({ due: day, reason }),
  reply: done,
  errors: ['assignedTask.notNow', 'assignedTask.otherUnit', 'assignedTask.duePast'],
})
