import { authorOf } from '../kernel/command-context.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Move, Of } from './agenda.ts'
import type { MeetingContext, RecordGiven } from './commands.ts'
import {
  type Attendance,
  liveTopics,
  type Meeting,
  type MeetingRecord,
  type Topic,
  type TopicDecision,
} from './model.ts'
import { standsAside } from './opinion.ts'

/** 登记会议情况, from the signed minutes: who was there, and what was decided on every topic. Nothing follows before the second person. */
export const registerMeeting = (meeting: Meeting, { record }: Of<'registerMeeting'>, context: MeetingContext): Move => {
  const stopped = recordFault(record, context)
  if (stopped) return stopped
  const attendance = attended(record, context)
  if (!attendance.ok) return attendance
  const topics = liveTopics(meeting.agenda)
  if (topics.length === 0) return refuse('meeting.topicsMissing', { at: 'record.decisions' })
  const decisions: TopicDecision[] = []
  for (const topic of topics) {
    const found = record.decisions.filter(({ topicId }) => topicId === topic.id)
    const [decision] = found
    if (!decision) return refuse('meeting.undecided', { params: { title: topic.title } })
    if (found.length > 1) return refuse('meeting.decidedTwice', { params: { title: topic.title } })
    const place = `record.decisions[${record.decisions.indexOf(decision)}]`
    const recused = attendance.value.filter((one) => standsAside(one, topic)).map(({ key }) => key)
    const fault = decisionFault(decision, topic, {
      place,
      heldOn: record.heldOn,
      sitting: sittingOn(attendance.value, topic),
    })
    if (fault) return fault
    decisions.push({ ...decision, recused })
  }
  const { heldOn, place, presider, observing, scanDigest } = record
  const pending = {
    heldOn,
    place,
    presider,
    observing,
    scanDigest,
    attendance: attendance.value,
    decisions,
    by: authorOf(context.actor),
    from: meeting.state,
  }
  return ok({ state: 'toConfirm', standing: { ...meeting.standing, pending } })
}

const recordFault = ({ heldOn, presider, scanDigest }: RecordGiven, { today }: MeetingContext) => {
  if (heldOn > today) return refuse('meeting.inFuture', { at: 'record.heldOn' })
  if (!presider) return refuse('meeting.presiderMissing', { at: 'record.presider' })
  return scanDigest ? undefined : refuse('meeting.scanMissing', { at: 'record.scanDigest' })
}

/** Every seat of the day, each once: present, represented by somebody named, or absent. */
const attended = ({ attendance }: RecordGiven, { seats }: MeetingContext) => {
  const rows: Attendance[] = []
  for (const { key, rank, personName, unitName, ownUnitIds } of seats) {
    const given = attendance.filter((one) => one.key === key)
    const [one] = given
    if (!one || given.length > 1) {
      return refuse('meeting.attendanceMissing', { at: 'record.attendance', params: { seat: unitName || personName } })
    }
    if (one.presence === 'delegate' && !one.delegate) {
      return refuse('meeting.delegateMissing', { at: 'record.attendance', params: { seat: unitName || personName } })
    }
    const { presence, delegate } = one
    const seat = { key, rank, personName, unitName, ownUnitIds }
    rows.push({ ...seat, presence, ...(presence === 'delegate' && { delegate }) })
  }
  if (rows.length < attendance.length) return refuse('meeting.seatUnknown', { at: 'record.attendance' })
  return rows.some(({ presence }) => presence !== 'absent')
    ? ok(rows as readonly Attendance[])
    : refuse('meeting.nobodyPresent', { at: 'record.attendance' })
}

const sittingOn = (attendance: readonly Attendance[], topic: Topic): number =>
  attendance.filter((one) => one.presence !== 'absent' && !standsAside(one, topic)).length

const decisionFault = (
  { text, votes, tasks }: Omit<TopicDecision, 'recused'>,
  { title }: Topic,
  { place, heldOn, sitting }: { readonly place: string; readonly heldOn: string; readonly sitting: number },
) => {
  if (!text) return refuse('meeting.wordsMissing', { at: `${place}.text` })
  if (votes && votes.agree + votes.against + votes.abstain > sitting) {
    return refuse('meeting.votesTooMany', { at: `${place}.votes`, params: { title, sitting: String(sitting) } })
  }
  for (const [at, task] of tasks.entries()) {
    if (!task.words || !task.unitId) return refuse('meeting.taskMissing', { at: `${place}.tasks[${at}]` })
    if (task.due < heldOn) return refuse('meeting.taskDuePast', { at: `${place}.tasks[${at}].due` })
  }
  return undefined
}

const stopSecond = ({ standing }: Meeting, { actor }: MeetingContext) =>
  standing.pending?.by.personId === actor.personId ? refuse('meeting.samePerson') : undefined

/** 复核: a second person found the same in the minutes. From here the decisions bind and the tasks run. */
export const confirmMeeting = (meeting: Meeting, context: MeetingContext): Move => {
  const { pending, ...kept } = meeting.standing
  const stopped = stopSecond(meeting, context)
  if (stopped || !pending) return stopped ?? refuse('meeting.notNow')
  const { from: _, ...record } = pending
  const bound: MeetingRecord & { confirmedBy: MeetingRecord['by'] } = {
    ...record,
    confirmedBy: authorOf(context.actor),
  }
  return ok({ state: 'concluded', standing: { ...kept, record: bound } })
}

/** The second person does not find it in the minutes: the meeting stands where it stood. */
export const declineMeeting = (meeting: Meeting, { reason }: Of<'declineMeeting'>, context: MeetingContext): Move => {
  const { pending, ...kept } = meeting.standing
  const stopped = stopSecond(meeting, context)
  if (stopped || !pending) return stopped ?? refuse('meeting.notNow')
  return reason ? ok({ state: pending.from, standing: kept }) : refuse('meeting.reasonMissing', { at: 'reason' })
}

export const issueMinutes = (
  { standing }: Meeting,
  { documentNumber, on }: Of<'issueMinutes'>,
  { today }: MeetingContext,
): Move => {
  if (!documentNumber) return refuse('meeting.numberMissing', { at: 'documentNumber' })
  if (on > today || on < (standing.record?.heldOn ?? '')) return refuse('meeting.inFuture', { at: 'on' })
  return ok({ state: 'issued', standing: { ...standing, minutes: { documentNumber, on } } })
}
