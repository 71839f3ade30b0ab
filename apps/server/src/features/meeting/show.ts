import type { Refusal } from '@quanheng/contract/errors'
import type { showMeeting } from '@quanheng/contract/meeting'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { liveTopics, type Meeting, type MeetingRecord, type Seat } from '@quanheng/domain/meeting/model'
import { mayBring, standsAside } from '@quanheng/domain/meeting/opinion'
import { type MeetingCommandKind, meetingWorkflow } from '@quanheng/domain/meeting/transitions'
import { nextOnMeeting } from '@quanheng/domain/workbench/next-on-meeting'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { lineOf } from './list.ts'
import { mattersOf, matterTitles } from './matters.ts'
import { meetingIsVisible, meetingsVisibleTo } from './scope.ts'
import { seatsOn } from './seats.ts'
import { type KeptMeeting, meetingKeeper } from './store.ts'

type Reply = ReplyOf<typeof showMeeting>
type Names = ReadonlyMap<string, string>

export const visibleMeeting = (db: Reader, actor: Actor, id: string): Promise<KeptMeeting | undefined> =>
  meetingKeeper.find(db, id, meetingIsVisible(meetingsVisibleTo(actor)))

/** This person may bring the seat's opinion, as the seat or for it. */
const wayOf = (seat: Seat, meeting: Meeting, actor: Actor): 'own' | 'brought' | null => {
  const ways = actor.posts
    .filter(({ kind }) => commandsFor(meetingWorkflow, 'preReview', kind).includes('giveOpinion'))
    .map(({ kind, unitId }) => mayBring(seat, { personId: actor.personId, unitId, post: kind }, meeting.unitId))
  return ways.find((way) => way === 'own') ?? ways.find((way) => way !== undefined) ?? null
}

const mayNow = (meeting: Meeting, seats: readonly Seat[], actor: Actor, today: string): MeetingCommandKind[] => {
  const may = new Set(
    actor.posts.flatMap((post) =>
      commandsFor(meetingWorkflow, meeting.state, post.kind).filter(
        (command) => command === 'giveOpinion' || post.unitId === meeting.unitId,
      ),
    ),
  )
  const { standing } = meeting
  return [...may].filter((command) => {
    if (command === 'giveOpinion') {
      return (standing.pack?.until ?? '') >= today && seats.some((seat) => wayOf(seat, meeting, actor) !== null)
    }
    const second = command === 'confirmMeeting' || command === 'declineMeeting'
    return !second || standing.pending?.by.personId !== actor.personId
  })
}

const recordShown = (record: MeetingRecord, names: Names): NonNullable<Reply['pending']> => ({
  heldOn: record.heldOn,
  place: record.place,
  presider: record.presider,
  attendance: record.attendance.map(({ ownUnitIds: _, delegate, ...seat }) => ({
    ...seat,
    delegate: delegate ?? null,
  })),
  observing: [...record.observing],
  decisions: record.decisions.map(({ votes, recused, tasks, ...decision }) => ({
    ...decision,
    votes: votes ?? null,
    recused: record.attendance.filter(({ key }) => recused.includes(key)).map((one) => one.unitName || one.personName),
    tasks: tasks.map((task) => ({ ...task, unitName: names.get(task.unitId) ?? '' })),
  })),
  scanDigest: record.scanDigest,
  by: names.get(record.by.personId) ?? '',
})

const nextShown = async (
  db: Reader,
  { model: meeting }: KeptMeeting,
  names: Names,
  today: string,
): Promise<Reply['next']> => {
  const act = nextOnMeeting(meeting)
  if (act?.unitId === undefined) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const people = held.filter((post) => act.posts.includes(post.kind) && !act.except?.includes(post.personId))
  return {
    command: act.verb as MeetingCommandKind,
    people: [...new Set(people.map(({ personName }) => personName))],
    unitName: names.get(act.unitId) ?? '',
  }
}

const namesIn = async (db: Reader, { agenda, standing, steps, unitId }: Meeting): Promise<Names> => {
  const records = [standing.pending, standing.record].flatMap((one) => one ?? [])
  return namesOf(db, {
    units: [
      unitId,
      ...agenda.topics.flatMap(({ concerns }) => concerns),
      ...records.flatMap(({ decisions }) => decisions.flatMap(({ tasks }) => tasks.map((task) => task.unitId))),
      ...steps.map(({ by }) => by.unitId),
    ],
    people: [
      ...steps.map(({ by }) => by.personId),
      ...standing.opinions.map(({ by }) => by.personId),
      ...records.map(({ by }) => by.personId),
    ],
  })
}

const topicsShown = async (db: Reader, { agenda, unitId }: Meeting, names: Names): Promise<Reply['agenda']> => {
  const ids = agenda.topics.flatMap(({ matter }) => matter?.id ?? [])
  const now = ids.length === 0 ? [] : await mattersOf(db, unitId)
  const titles = await matterTitles(db, ids)
  return agenda.topics.map(({ id, title, proposal, matter, files, concerns, postponed }) => ({
    topicId: id,
    title,
    proposal,
    matter: matter
      ? {
          kind: matter.kind,
          matterId: matter.id,
          title: titles.get(matter.id) ?? '',
          digest: matter.digest,
          current: now.some((one) => one.id === matter.id && one.digest === matter.digest),
        }
      : null,
    files: [...files],
    concerns: concerns.map((one) => ({ unitId: one, unitName: names.get(one) ?? '' })),
    postponed: postponed ?? null,
  }))
}

export const show = async (
  db: Reader,
  actor: Actor,
  meetingId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const loaded = await visibleMeeting(db, actor, meetingId)
  if (!loaded) return refuse('platform.notFound')
  const { model: meeting } = loaded
  const { agenda, standing } = meeting
  const names = await namesIn(db, meeting)
  const seats = await seatsOn(db, meeting, today)
  const office = meetingsVisibleTo(actor).offices.includes(meeting.unitId)
  const keys = seats.filter((seat) => wayOf(seat, meeting, actor) !== null).map(({ key }) => key)
  return ok({
    ...lineOf(loaded, names, actor),
    plannedOn: agenda.plannedOn === '' ? null : agenda.plannedOn,
    time: agenda.time,
    place: agenda.place,
    agenda: await topicsShown(db, meeting, names),
    seats: seats.map((seat) => ({
      key: seat.key,
      rank: seat.rank,
      personName: seat.personName,
      unitName: seat.unitName,
      aside: liveTopics(agenda)
        .filter((topic) => standsAside(seat, topic))
        .map(({ id }) => id),
      way: wayOf(seat, meeting, actor),
    })),
    confirmation: standing.confirmation
      ? {
          words: standing.confirmation.words,
          by: nameOfStep(meeting, 'confirmTopics', names),
          scanDigest: standing.confirmation.scanDigest ?? null,
        }
      : null,
    pack: standing.pack ?? null,
    // What one member thinks is the office's and the group's to read, and the member's own.
    opinions: standing.opinions
      .filter(({ seat }) => office || keys.includes(seat.key))
      .map(({ seat, by, scanDigest, ...opinion }) => ({
        ...opinion,
        seatKey: seat.key,
        personName: seat.personName,
        unitName: seat.unitName,
        by: names.get(by.personId) ?? '',
        scanDigest: scanDigest ?? null,
      })),
    pending: standing.pending && office ? recordShown(standing.pending, names) : null,
    record: standing.record
      ? { ...recordShown(standing.record, names), confirmedBy: nameOfStep(meeting, 'confirmMeeting', names) }
      : null,
    minutes: standing.minutes ?? null,
    steps: meeting.steps.map(({ command, by, at, words }) => ({
      command: command as Reply['steps'][number]['command'],
      by: names.get(by.personId) ?? '',
      unitName: names.get(by.unitId) ?? '',
      at,
      words,
    })),
    next: await nextShown(db, loaded, names, today),
    may: mayNow(meeting, seats, actor, today),
    today,
  })
}

const nameOfStep = ({ steps }: Meeting, command: string, names: Names): string =>
  names.get(steps.findLast((step) => step.command === command)?.by.personId ?? '') ?? ''
