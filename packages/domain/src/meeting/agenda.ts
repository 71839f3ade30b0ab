import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { MeetingBegun, MeetingCommand, MeetingContext, MeetingError, MeetingResult } from './commands.ts'
import { type Agenda, liveTopics, type Meeting, type Topic } from './model.ts'

export type Move = Result<Partial<Pick<Meeting, 'agenda' | 'standing'>> & Pick<Meeting, 'state'>, MeetingError>
export type Of<K extends MeetingCommand['kind']> = Extract<MeetingCommand, { kind: K }>

/** 拟定: a meeting begins with what the office wants decided; topics may still be half written. */
export const beginMeeting = ({ kind, agenda }: MeetingBegun, context: MeetingContext): MeetingResult => {
  const fault = faultOf(agenda, context)
  if (fault) return fault
  const step = { command: 'begin', by: authorOf(context.actor), at: context.now, words: '' }
  const next: Meeting = {
    id: context.newId(),
    unitId: context.actor.unitId,
    kind,
    state: 'draft',
    agenda,
    standing: { opinions: [] },
    steps: [step],
  }
  return ok({ next, events: [{ type: 'meetingBegun', meeting: next }] })
}

export const edit = (_: Meeting, { agenda }: Of<'edit'>, context: MeetingContext): Move =>
  faultOf(agenda, context) ?? ok({ state: 'draft', agenda })

/** What must hold of an agenda however early; what lies before the meeting is one that may, by the digest it has now. */
const faultOf = ({ title, topics }: Agenda, { matters }: MeetingContext) => {
  if (!title) return refuse('meeting.titleMissing', { at: 'agenda.title' })
  for (const [at, topic] of topics.entries()) {
    const place = { at: `agenda.topics[${at}]` }
    if (!topic.title) return refuse('meeting.topicTitleMissing', place)
    if (topics.findIndex(({ id }) => id === topic.id) !== at) return refuse('meeting.topicTwice', place)
    const { matter } = topic
    if (!matter) continue
    if (topics.findIndex((one) => one.matter?.id === matter.id) !== at) return refuse('meeting.matterTwice', place)
    if (!matters.some(({ id, kind }) => id === matter.id && kind === matter.kind)) {
      return refuse('meeting.matterUnknown', place)
    }
  }
  return undefined
}

/** Every topic says what is to be decided on what: with a paper, or with the text that is locked by its digest. */
export const propose = ({ agenda }: Meeting, context: MeetingContext): Move => {
  if (agenda.topics.length === 0) return refuse('meeting.topicsMissing', { at: 'agenda.topics' })
  for (const [at, topic] of agenda.topics.entries()) {
    if (!topic.matter && topic.files.length === 0) {
      return refuse('meeting.materialMissing', { at: `agenda.topics[${at}]`, params: { title: topic.title } })
    }
  }
  return unchanged(agenda, context) ?? ok({ state: 'proposed' })
}

/** The texts that were locked are still the texts that would go on. */
const unchanged = (agenda: Agenda, { matters }: MeetingContext) => {
  const moved = liveTopics(agenda).find(
    ({ matter }) => matter && !matters.some(({ id, digest }) => id === matter.id && digest === matter.digest),
  )
  return moved && refuse('meeting.matterChanged', { params: { title: moved.title } })
}

/** Confirmed by the head; by anybody else only with the head's written word. */
const scanFault = ({ kind }: Meeting, scanDigest: string | undefined, { actor }: MeetingContext) => {
  const head = kind === 'steeringGroup' ? 'steeringHead' : 'officeDirector'
  return actor.post === head || scanDigest ? undefined : refuse('meeting.scanMissing', { at: 'scanDigest' })
}

export const confirmTopics = (meeting: Meeting, command: Of<'confirmTopics'>, context: MeetingContext): Move => {
  const { agenda, standing } = meeting
  const { order, words, scanDigest } = command
  const fault = scanFault(meeting, scanDigest, context)
  if (fault) return fault
  const ordered = order.flatMap(({ topicId, postponed }): Topic[] => {
    const topic = agenda.topics.find(({ id }) => id === topicId)
    return topic ? [postponed ? { ...topic, postponed } : topic] : []
  })
  const named = new Set(order.map(({ topicId }) => topicId))
  if (ordered.length !== agenda.topics.length || named.size !== agenda.topics.length) {
    return refuse('meeting.topicUnknown', { at: 'order' })
  }
  const next = { ...agenda, topics: ordered }
  if (liveTopics(next).length === 0) return refuse('meeting.nothingLeft', { at: 'order' })
  const confirmation = { words, by: authorOf(context.actor), ...(scanDigest && { scanDigest }) }
  return ok({ state: 'confirmed', agenda: next, standing: { ...standing, confirmation } })
}

export const returnTopics = (meeting: Meeting, command: Of<'returnTopics'>, context: MeetingContext): Move => {
  if (!command.reason) return refuse('meeting.reasonMissing', { at: 'reason' })
  return scanFault(meeting, command.scanDigest, context) ?? ok({ state: 'draft' })
}

/** 预审: goes to every seat on the digests that were locked; what changed since is proposed anew. */
export const sendPack = (meeting: Meeting, { until, digest }: Of<'sendPack'>, context: MeetingContext): Move => {
  if (until < context.today) return refuse('meeting.untilPast', { at: 'until' })
  const pack = { until, digest, sentOn: context.today }
  return unchanged(meeting.agenda, context) ?? ok({ state: 'preReview', standing: { ...meeting.standing, pack } })
}
