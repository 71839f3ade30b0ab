import { authorOf } from '../kernel/command-context.ts'
import { ok, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { confirmTopics, edit, type Move, propose, returnTopics, sendPack } from './agenda.ts'
import type { MeetingCommand, MeetingContext, MeetingResult } from './commands.ts'
import type { Meeting } from './model.ts'
import { giveOpinion } from './opinion.ts'
import { confirmMeeting, declineMeeting, issueMinutes, registerMeeting } from './record.ts'
import { meetingWorkflow } from './transitions.ts'

/** The one way a meeting changes once it was begun (see agenda). All but opinions are the office's and the head's. */
export const decideMeeting = (meeting: Meeting, command: MeetingCommand, context: MeetingContext): MeetingResult => {
  const { actor } = context
  const row = permit(meetingWorkflow, meeting.state, command.kind, actor.post)
  if (!row.ok) return row
  if (command.kind !== 'giveOpinion' && actor.unitId !== meeting.unitId) return refuse('meeting.otherUnit')
  const moved = move(meeting, command, context)
  if (!moved.ok) return moved
  const [first, ...rest] = meeting.steps
  const step = { command: command.kind, by: authorOf(actor), at: context.now, words: wordsOf(command) }
  const next: Meeting = { ...meeting, ...moved.value, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'meetingMoved', meetingId: meeting.id, command }] })
}

const wordsOf = (command: MeetingCommand): string => {
  if ('reason' in command) return command.reason
  return command.kind === 'confirmTopics' ? command.words : ''
}

const move = (meeting: Meeting, command: MeetingCommand, context: MeetingContext): Move => {
  switch (command.kind) {
    case 'edit':
      return edit(meeting, command, context)
    case 'propose':
      return propose(meeting, context)
    case 'confirmTopics':
      return confirmTopics(meeting, command, context)
    case 'returnTopics':
      return returnTopics(meeting, command, context)
    case 'sendPack':
      return sendPack(meeting, command, context)
    case 'giveOpinion':
      return giveOpinion(meeting, command, context)
    case 'registerMeeting':
      return registerMeeting(meeting, command, context)
    case 'confirmMeeting':
      return confirmMeeting(meeting, context)
    case 'declineMeeting':
      return declineMeeting(meeting, command, context)
    case 'issueMinutes':
      return issueMinutes(meeting, command, context)
    case 'cancel':
      return command.reason ? ok({ state: 'cancelled' }) : refuse('meeting.reasonMissing', { at: 'reason' })
  }
}
