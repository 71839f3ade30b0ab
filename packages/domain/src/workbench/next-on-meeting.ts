import { type AssignedTask, type AssignedTaskCommandKind, assignedTaskWorkflow } from '../assigned-task/model.ts'
import { postsFor } from '../kernel/transition.ts'
import type { Meeting, MeetingState } from '../meeting/model.ts'
import { conveners, type MeetingCommandKind } from '../meeting/transitions.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<MeetingState, MeetingCommandKind>>> = {
  draft: 'propose',
  proposed: 'confirmTopics',
  confirmed: 'sendPack',
  preReview: 'registerMeeting',
  toConfirm: 'confirmMeeting',
  concluded: 'issueMinutes',
}

/** Who takes a meeting forward: its head for the topics, the office for the rest, another of the office than who registered. */
export const nextOnMeeting = ({ id, unitId, kind, state, standing }: Meeting): NextAct | undefined => {
  const verb = forward[state]
  if (!verb) return undefined
  const head = kind === 'steeringGroup' ? (['steeringHead'] as const) : (['officeDirector'] as const)
  return {
    noun: 'meeting',
    id,
    verb,
    posts: verb === 'confirmTopics' ? head : conveners,
    unitId,
    ...(verb === 'confirmMeeting' && standing.pending && { except: [standing.pending.by.personId] }),
  }
}

/** The unit reports what it did until the day; then the office says whether it is done. */
export const nextOnAssignedTask = (task: AssignedTask): NextAct | undefined => {
  const verb: AssignedTaskCommandKind | undefined =
    task.state === 'open' ? 'report' : task.state === 'reported' ? 'accept' : undefined
  if (!verb) return undefined
  return {
    noun: 'assignedTask',
    id: task.id,
    verb,
    posts: postsFor(assignedTaskWorkflow, task.state, verb),
    unitId: verb === 'report' ? task.unitId : task.fromUnitId,
    ...(verb === 'report' && { due: task.due }),
    ...(verb === 'accept' && { except: task.steps.slice(-1).map(({ by }) => by.personId) }),
  }
}
