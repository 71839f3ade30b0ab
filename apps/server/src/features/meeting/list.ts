import type { listMeetings } from '@quanheng/contract/meeting'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { liveTopics } from '@quanheng/domain/meeting/model'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnMeeting } from '@quanheng/domain/workbench/next-on-meeting'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { meetingIsVisible, meetingsVisibleTo } from './scope.ts'
import { type KeptMeeting, meetingKeeper } from './store.ts'

export type MeetingLine = ReplyOf<typeof listMeetings>['rows'][number]

export const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

export const isMine = ({ model: meeting }: KeptMeeting, actor: Actor): boolean => {
  const act = nextOnMeeting(meeting)
  return act !== undefined && holdings(actor).some((held) => mayAct(act, held))
}

export const lineOf = (one: KeptMeeting, names: ReadonlyMap<string, string>, actor: Actor): MeetingLine => {
  const { agenda, standing, unitId, kind, state, id } = one.model
  const planned = agenda.plannedOn === '' ? null : agenda.plannedOn
  return {
    id,
    version: one.row.version,
    kind,
    state,
    title: agenda.title,
    unitName: names.get(unitId) ?? '',
    on: (standing.record ?? standing.pending)?.heldOn ?? planned,
    topics: liveTopics(agenda).length,
    documentNumber: standing.minutes?.documentNumber ?? null,
    mine: isMine(one, actor),
  }
}

/** What is under way stands first, the latest before the others. */
const order = sql`array_position(ARRAY['toConfirm', 'preReview', 'confirmed', 'proposed', 'draft', 'concluded', 'issued',
  'cancelled'], meeting.state)`

export const list = async (
  db: Reader,
  actor: Actor,
  filter: QueryOf<typeof listMeetings>,
): Promise<ReplyOf<typeof listMeetings>> => {
  let found = db.selectFrom('meeting').where(meetingIsVisible(meetingsVisibleTo(actor)))
  if (filter.state !== undefined) found = found.where('meeting.state', '=', filter.state)
  if (filter.q !== undefined && filter.q !== '') {
    const q = like(filter.q)
    found = found.where(sql<boolean>`(meeting.agenda ->> 'title' LIKE ${q}
      OR EXISTS (SELECT 1 FROM jsonb_array_elements(meeting.agenda -> 'topics') topic WHERE topic ->> 'title' LIKE ${q}))`)
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('meeting')
    .orderBy(order)
    .orderBy(sql`meeting.agenda ->> 'plannedOn'`, 'desc')
    .orderBy('meeting.id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  const meetings = await meetingKeeper.complete(db, rows)
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  return { total, rows: meetings.map((one) => lineOf(one, names, actor)) }
}
