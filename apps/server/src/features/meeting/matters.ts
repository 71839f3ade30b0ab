import type { Refusal } from '@quanheng/contract/errors'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { Matter, Meeting, MeetingRecord, Topic, TopicDecision } from '@quanheng/domain/meeting/model'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { AgendaOf, Deliberated, SaidByMeeting } from '../../platform/work/deliberated.ts'
import { reportsDeliberated, totalsDeliberated } from '../approval/index.ts'
import { objectionsDeliberated } from '../objection/index.ts'
import { type MayIssue, plansDeliberated } from '../plan/index.ts'
import { adjustmentsDeliberated } from '../target-adjustment/index.ts'
import { groupOf } from './group-store.ts'
import { meetingKeeper } from './store.ts'

/** What may lie before a meeting; a new kind of matter is one line here, and its own feature says what follows. */
export const deliberated: Readonly<Record<Matter['kind'], Deliberated>> = {
  approval: reportsDeliberated,
  totals: totalsDeliberated,
  plan: plansDeliberated,
  targetAdjustment: adjustmentsDeliberated,
  objection: objectionsDeliberated,
}

const kinds = Object.entries(deliberated) as [Matter['kind'], Deliberated][]

/** What waits for a meeting of one unit, each by the digest of its present text. */
export const mattersOf = async (
  db: Reader,
  unitId: string,
): Promise<readonly (Matter & { readonly title: string })[]> => {
  const found = kinds.map(async ([kind, { waiting }]) => (await waiting(db, unitId)).map((one) => ({ kind, ...one })))
  return (await Promise.all(found)).flat()
}

/** Titles of whatever lay before a meeting, by id. */
export const matterTitles = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  return new Map((await Promise.all(kinds.map(([, { titles }]) => titles(db, ids)))).flat())
}

/** Where the matter was put before a meeting last, from the day the topics went to the head; none where it was postponed or deferred. */
const lastTopicOn = async (
  db: Reader,
  matterId: string,
): Promise<{ readonly meeting: Meeting; readonly topic: Topic; readonly decision?: TopicDecision } | undefined> => {
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where(sql<boolean>`agenda @> ${JSON.stringify({ topics: [{ matter: { id: matterId } }] })}::jsonb`)
    .where('state', 'not in', ['draft', 'cancelled'])
    .execute()
  const found = (await meetingKeeper.complete(db, rows)).flatMap(({ model: meeting }) => {
    const topic = meeting.agenda.topics.find(
      ({ matter, postponed }) => matter?.id === matterId && postponed === undefined,
    )
    const decision = meeting.standing.record?.decisions.find(({ topicId }) => topicId === topic?.id)
    return topic === undefined || decision?.outcome === 'deferred'
      ? []
      : [{ meeting, topic, ...(decision && { decision }) }]
  })
  return found.toSorted((a, b) => (lastAct(a.meeting) < lastAct(b.meeting) ? -1 : 1)).at(-1)
}

const lastAct = ({ steps }: Meeting): string => steps.at(-1)?.at ?? ''

/** 领导小组 as its papers call it. */
export const groupName = async (db: Reader, unitId: string): Promise<string> =>
  (await groupOf(db, unitId))?.name ?? '绩效考评领导小组'

/** 领导小组会议 as its own papers call it. */
export const bodyOf = async (db: Reader, { unitId, kind, agenda }: Meeting): Promise<string> => {
  const name = await groupName(db, unitId)
  return `${kind === 'steeringGroup' ? name : `${name}办公室`}${agenda.title}`
}

export const decisionFrom = (
  { heldOn, scanDigest }: MeetingRecord,
  { text }: TopicDecision,
  { standing }: Meeting,
  body: string,
): SaidByMeeting => ({
  body,
  decidedOn: heldOn,
  text,
  scanDigest,
  ...(standing.minutes && { number: standing.minutes.documentNumber }),
})

/** What is on the agenda is decided there and nowhere else; what the meeting left to its clerk is registered citing that meeting. */
export const agendaOf: AgendaOf = async (db, matterId, digest) => {
  const found = await lastTopicOn(db, matterId)
  if (found?.topic.matter?.digest !== digest) return undefined
  const { meeting, decision } = found
  const head = { meetingId: meeting.id, title: meeting.agenda.title }
  const { record } = meeting.standing
  if (!record || !decision) return { ...head, decision: null }
  return { ...head, decision: decisionFrom(record, decision, meeting, await bodyOf(db, meeting)) }
}

/** A plan on the agenda is issued only as the meeting agreed to it; changed only where the meeting asked for changes. */
export const planAsDecided: MayIssue = async (tx, planId, digest) => {
  const found = await lastTopicOn(tx, planId)
  if (!found) return ok(null)
  const params = { meeting: found.meeting.agenda.title }
  const refused = (code: Extract<Refusal['code'], `plan.${string}`>) => refuse(code, { params })
  switch (found.decision?.outcome) {
    case undefined:
      return refused('plan.onAgenda')
    case 'refused':
      return refused('plan.refusedByMeeting')
    case 'agreed':
      return found.topic.matter?.digest === digest ? ok(null) : refused('plan.notAsAgreed')
    default:
      return ok(null)
  }
}
