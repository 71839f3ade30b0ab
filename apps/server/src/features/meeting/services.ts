import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/meeting'
import type { BodyOf } from '@quanheng/contract/route'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { beginMeeting } from '@quanheng/domain/meeting/agenda'
import type { MeetingCommand } from '@quanheng/domain/meeting/commands'
import { type Agenda, liveTopics, type Topic } from '@quanheng/domain/meeting/model'
import { conveners } from '@quanheng/domain/meeting/transitions'
import type { HeldPost } from '../../platform/door/actor.ts'
import type { Asking } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { sha256 } from '../../platform/log/means.ts'
import { actOnMeeting, meetingContext } from './act-on-meeting.ts'
import { mattersOf } from './matters.ts'
import { type KeptMeeting, meetingKeeper } from './store.ts'

export const trimmed = (text: string): string => normaliseText(text).trim()

type AgendaBody = BodyOf<typeof contract.beginMeeting>['agenda']

/** What people wrote; what lies before the meeting gets the digest of its present text. */
const readAgenda = async (
  asked: Asking,
  body: AgendaBody,
  unitId: string,
  earlier?: KeptMeeting,
): Promise<Result<Agenda, Refusal>> => {
  const files = body.topics.flatMap((topic) => topic.files.map(({ digest }) => digest))
  const sent = await filesSent(asked, files, earlier?.row.file_digests ?? [], 'body.agenda.topics')
  if (!sent.ok) return sent
  const known = await unitsKnown(
    asked,
    body.topics.flatMap(({ concernedUnitIds }) => concernedUnitIds),
    'body.agenda.topics',
  )
  if (!known.ok) return known
  const matters = await mattersOf(asked.tx, unitId)
  const ids = earlier?.model.agenda.topics.map(({ id }) => id) ?? []
  const topics: Topic[] = []
  for (const [at, topic] of body.topics.entries()) {
    if (topic.topicId !== null && !ids.includes(topic.topicId)) {
      return refuse('meeting.topicUnknown', { at: `body.agenda.topics.${at}.topicId` })
    }
    const { matter: named } = topic
    const matter = named && matters.find(({ id, kind }) => id === named.matterId && kind === named.kind)
    if (named && !matter) return refuse('meeting.matterUnknown', { at: 'body.agenda.topics' })
    topics.push({
      id: topic.topicId ?? asked.context.newId(),
      title: trimmed(topic.title),
      proposal: trimmed(topic.proposal),
      ...(matter && { matter: { kind: matter.kind, id: matter.id, digest: matter.digest } }),
      files: topic.files.map(({ digest, name }) => ({ digest, name })),
      concerns: [...new Set(topic.concernedUnitIds)],
    })
  }
  return ok({
    title: trimmed(body.title),
    plannedOn: body.plannedOn ?? '',
    time: trimmed(body.time),
    place: trimmed(body.place),
    topics,
  })
}

export const unitsKnown = async (
  { tx }: Pick<Asking, 'tx'>,
  unitIds: readonly string[],
  at: string,
): Promise<Result<null, Refusal>> => {
  const ids = [...new Set(unitIds)]
  const known = ids.length === 0 ? [] : await tx.selectFrom('unit').select('id').where('id', 'in', ids).execute()
  return known.length === ids.length ? ok(null) : refuse('platform.notFound', { at })
}

export const begin: CommandHandler<typeof contract.beginMeeting> = async ({ body, ...asked }) => {
  const [post] = asked.posts
  if (post === undefined) return refuse('platform.notFound')
  const agenda = await readAgenda(asked, body.agenda, post.unitId)
  if (!agenda.ok) return agenda
  const place = { unitId: post.unitId, kind: body.kind }
  const begun = beginMeeting({ kind: body.kind, agenda: agenda.value }, await meetingContext(asked, place, post))
  if (!begun.ok) return begun
  const saved = await meetingKeeper.insert(asked.tx, begun.value.next)
  return ok({
    post,
    events: begun.value.events,
    changes: [meetingKeeper.change(null, saved)],
    reply: { meetingId: saved.row.id },
  })
}

export const edit: CommandHandler<typeof contract.editMeeting> = (asked) =>
  actOnMeeting(asked, async (held) => {
    const agenda = await readAgenda(asked, asked.body.agenda, held.row.unit_id, held)
    return agenda.ok ? ok({ kind: 'edit', agenda: agenda.value }) : agenda
  })

/** A command that needs no reading beyond its words. */
const plainly = (command: MeetingCommand) => async () => ok(command)

export const propose: CommandHandler<typeof contract.proposeTopics> = (asked) =>
  actOnMeeting(asked, plainly({ kind: 'propose' }))

const scan = (scanDigest: string | null) => (scanDigest === null ? {} : { scanDigest })

export const confirm: CommandHandler<typeof contract.confirmTopics> = (asked) =>
  actOnMeeting(asked, async () => {
    const { order, words, scanDigest } = asked.body
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    if (!sent.ok) return sent
    const topics = order.map(({ topicId, postponed }) => ({ topicId, postponed: trimmed(postponed) }))
    return ok({ kind: 'confirmTopics', order: topics, words: trimmed(words), ...scan(scanDigest) })
  })

export const sendBack: CommandHandler<typeof contract.returnTopics> = (asked) =>
  actOnMeeting(asked, async () => {
    const { reason, scanDigest } = asked.body
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    return sent.ok ? ok({ kind: 'returnTopics', reason: trimmed(reason), ...scan(scanDigest) }) : sent
  })

/** Digest of what goes out for preliminary review: the topics that the head confirmed, with their papers. */
const packDigest = ({ agenda }: KeptMeeting['model']): string =>
  digestOf(sha256, { v: 1, noun: 'meetingPack', topics: liveTopics(agenda) })

export const sendPack: CommandHandler<typeof contract.sendPack> = (asked) =>
  actOnMeeting(asked, async ({ model: meeting }) =>
    ok({ kind: 'sendPack', until: asked.body.until, digest: packDigest(meeting) }),
  )

/** The seat's own post, then one of the unit it represents, then one of the office. */
const postForSeat =
  (seatKey: string) =>
  (posts: readonly HeldPost[], { row }: KeptMeeting): HeldPost | undefined =>
    posts.find(({ id, unitId }) => [`post:${id}`, `unit:${unitId}`].includes(seatKey)) ??
    posts.find(({ unitId, kind }) => unitId === row.unit_id && (conveners as readonly string[]).includes(kind)) ??
    posts[0]

export const giveOpinion: CommandHandler<typeof contract.giveOpinion> = (asked) => {
  const { seatKey, topicId, stance, words, scanDigest } = asked.body
  const read = async (): Promise<Result<MeetingCommand, Refusal>> => {
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    const opinion = { kind: 'giveOpinion', seatKey, topicId, stance, words: trimmed(words) } as const
    return sent.ok ? ok({ ...opinion, ...scan(scanDigest) }) : sent
  }
  return actOnMeeting(asked, read, postForSeat(seatKey))
}

export const register: CommandHandler<typeof contract.registerMeeting> = (asked) =>
  actOnMeeting(asked, async () => {
    const { record } = asked.body
    const sent = await filesSent(asked, [record.scanDigest], [], 'body.record.scanDigest')
    if (!sent.ok) return sent
    const units = record.decisions.flatMap(({ tasks }) => tasks.map(({ unitId }) => unitId))
    const known = await unitsKnown(asked, units, 'body.record.decisions')
    if (!known.ok) return known
    return ok({
      kind: 'registerMeeting',
      record: {
        ...record,
        place: trimmed(record.place),
        presider: normaliseName(record.presider),
        attendance: record.attendance.map((one) => ({ ...one, delegate: normaliseName(one.delegate) })),
        observing: record.observing.map(normaliseName),
        decisions: record.decisions.map(({ votes, text, tasks, ...decision }) => ({
          ...decision,
          text: trimmed(text),
          ...(votes !== null && { votes }),
          tasks: tasks.map((task) => ({ ...task, words: trimmed(task.words) })),
        })),
      },
    })
  })

export const decline: CommandHandler<typeof contract.declineMeeting> = (asked) =>
  actOnMeeting(asked, plainly({ kind: 'declineMeeting', reason: trimmed(asked.body.reason) }))

export const cancel: CommandHandler<typeof contract.cancelMeeting> = (asked) =>
  actOnMeeting(asked, plainly({ kind: 'cancel', reason: trimmed(asked.body.reason) }))
