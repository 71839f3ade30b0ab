import type { PostKind } from '../ability/posts.ts'
import { type Author, authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit, type Workflow } from '../kernel/transition.ts'

/** 办理中 · 已报办结 · 已办结. Whether it is late is read from the day. */
export const assignedTaskStates = ['open', 'reported', 'closed'] as const
export type AssignedTaskState = (typeof assignedTaskStates)[number]

export const assignedTaskCommands = ['report', 'accept', 'return', 'extend'] as const
export type AssignedTaskCommandKind = (typeof assignedTaskCommands)[number]

/** 领导交办 · 考评办交办: given without a meeting. */
export const directGivers = ['leader', 'office'] as const
export type DirectGiver = (typeof directGivers)[number]

/** By whose word a task was given without a meeting: a leader's, as said or written, or the office's own. */
export interface DirectGiving {
  readonly by: DirectGiver
  /** Who said it, when and how, e.g. `组长1月8日在专报上批示`; empty where the office or the leader gives it in person. */
  readonly source: string
}

/** 交办事项: what a meeting, a leader or the office gave a unit to do, until when, and what the unit said was done (沈8 附件1 七、十, 附件2 十二). */
export interface AssignedTask {
  readonly id: string
  /** Of the meeting that gave it; absent where `direct` says who did. */
  readonly meetingId?: string
  readonly topicId?: string
  readonly direct?: DirectGiving
  /** The unit that gave it: of the office. */
  readonly fromUnitId: string
  readonly unitId: string
  readonly words: string
  readonly due: string
  readonly state: AssignedTaskState
  readonly done?: {
    readonly words: string
    readonly files: readonly { readonly digest: string; readonly name: string }[]
  }
  readonly steps: readonly [TaskStep, ...TaskStep[]]
}

interface TaskStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** Of the unit that has it to do. */
export const doers = [
  'principal',
  'leaderInCharge',
  'unitHead',
  'unitReporter',
  'sectionHead',
  'handler',
] as const satisfies readonly PostKind[]
const givers = ['officeStaff', 'officeDirector'] as const satisfies readonly PostKind[]
const leaders = ['steeringHead', 'steeringDeputy'] as const satisfies readonly PostKind[]

/** Who gives a task without a meeting. */
export const assigners = [...givers, ...leaders] as const satisfies readonly PostKind[]

export const assignedTaskWorkflow: Workflow<'assignedTask', AssignedTaskState, AssignedTaskCommandKind> = {
  noun: 'assignedTask',
  states: assignedTaskStates,
  commands: assignedTaskCommands,
  rows: [
    { from: ['open'], command: 'report', posts: [...doers, ...givers], to: ['reported'] },
    { from: ['reported'], command: 'accept', posts: givers, to: ['closed'] },
    { from: ['reported'], command: 'return', posts: givers, to: ['open'] },
    { from: ['open'], command: 'extend', posts: givers, to: ['open'] },
  ],
}

export type AssignedTaskCommand =
  | {
      readonly kind: 'report'
      readonly words: string
      readonly files: readonly { readonly digest: string; readonly name: string }[]
    }
  | { readonly kind: 'accept'; readonly words: string }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'extend'; readonly due: string; readonly reason: string }

export type AssignedTaskErrorCode =
  | 'assignedTask.notNow'
  | 'assignedTask.notYours'
  | 'assignedTask.otherUnit'
  | 'assignedTask.wordsMissing'
  | 'assignedTask.reasonMissing'
  | 'assignedTask.duePast'
  | 'assignedTask.samePerson'
  | 'assignedTask.taskMissing'
  | 'assignedTask.unitMissing'
  | 'assignedTask.dueBeforeToday'
  | 'assignedTask.sourceMissing'

interface TaskOutcome {
  readonly next: AssignedTask
  readonly events: readonly [
    { readonly type: 'assignedTaskMoved'; readonly taskId: string; readonly command: AssignedTaskCommand },
  ]
}

export interface DirectTask {
  readonly unitIds: readonly string[]
  readonly words: string
  readonly due: string
  readonly direct: DirectGiving
}

/** Given without a meeting: one task for each unit. A leader gives it in person; for a leader the office says who gave it and how. */
export const assignTask = (
  { unitIds, words, due, direct }: DirectTask,
  context: CommandContext,
): Result<readonly AssignedTask[], DomainError<AssignedTaskErrorCode>> => {
  const { actor, now, today } = context
  const inPerson = (leaders as readonly PostKind[]).includes(actor.post)
  const by = inPerson ? 'leader' : direct.by
  if (words === '') return refuse('assignedTask.taskMissing', { at: 'words' })
  if (unitIds.length === 0) return refuse('assignedTask.unitMissing', { at: 'unitIds' })
  if (due < today) return refuse('assignedTask.dueBeforeToday', { at: 'due' })
  if (by === 'leader' && !inPerson && direct.source === '')
    return refuse('assignedTask.sourceMissing', { at: 'source' })
  return ok(
    [...new Set(unitIds)].map((unitId) => ({
      id: context.newId(),
      direct: { by, source: direct.source },
      fromUnitId: actor.unitId,
      unitId,
      words,
      due,
      state: 'open',
      steps: [{ command: 'begin', by: authorOf(actor), at: now, words: direct.source }],
    })),
  )
}

/** Done with words and papers by the unit that has it; accepted, sent back or given more days by the office, never by who reported it. */
export const decideAssignedTask = (
  task: AssignedTask,
  command: AssignedTaskCommand,
  context: CommandContext,
): Result<TaskOutcome, DomainError<AssignedTaskErrorCode>> => {
  const { actor, now } = context
  const row = permit(assignedTaskWorkflow, task.state, command.kind, actor.post)
  if (!row.ok) return row
  const own = command.kind === 'report' ? task.unitId : task.fromUnitId
  if (actor.unitId !== own) return refuse('assignedTask.otherUnit')
  const moved = move(task, command, context)
  if (!moved.ok) return moved
  const words = 'reason' in command ? command.reason : command.words
  const [first, ...rest] = task.steps
  const next: AssignedTask = {
    ...task,
    ...moved.value,
    steps: [first, ...rest, { command: command.kind, by: authorOf(actor), at: now, words }],
  }
  return ok({ next, events: [{ type: 'assignedTaskMoved', taskId: task.id, command }] })
}

type Moved = Result<Partial<AssignedTask>, DomainError<AssignedTaskErrorCode>>

const move = (task: AssignedTask, command: AssignedTaskCommand, { actor, today }: CommandContext): Moved => {
  switch (command.kind) {
    case 'report':
      if (!command.words) return refuse('assignedTask.wordsMissing', { at: 'words' })
      return ok({ state: 'reported', done: { words: command.words, files: command.files } })
    case 'accept':
      return task.steps.findLast(({ command: kind }) => kind === 'report')?.by.personId === actor.personId
        ? refuse('assignedTask.samePerson')
        : ok({ state: 'closed' })
    case 'return':
      return command.reason ? ok({ state: 'open' }) : refuse('assignedTask.reasonMissing', { at: 'reason' })
    case 'extend':
      if (!command.reason) return refuse('assignedTask.reasonMissing', { at: 'reason' })
      return command.due < today || command.due <= task.due
        ? refuse('assignedTask.duePast', { at: 'due' })
        : ok({ due: command.due })
  }
}

export const canonicalAssignedTask = (task: AssignedTask) => ({ v: 1, noun: 'assignedTask', ...task })
