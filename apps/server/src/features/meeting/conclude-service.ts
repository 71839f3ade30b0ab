import type * as contract from '@quanheng/contract/meeting'
import { normaliseCode } from '@quanheng/domain/kernel/normalise'
import { ok } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { Change, CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { type CarriesNumber, takeFromBook } from '../approval/index.ts'
import { decideOnMeeting } from './act-on-meeting.ts'
import { bodyOf, decisionFrom, deliberated } from './matters.ts'
import { meetingKeeper } from './store.ts'
import { insertTasksOf } from './task-store.ts'

/** 复核: from here what the meeting decided binds; what was agreed with changes waits for its clerk, who says what changes. */
export const confirm: CommandHandler<typeof contract.confirmMeeting> = async (asked) => {
  const decided = await decideOnMeeting(asked, async () => ok({ kind: 'confirmMeeting' }))
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  const { model: meeting } = after
  const { record } = meeting.standing
  if (record === undefined) throw new Error('a meeting was confirmed without a record')
  const body = await bodyOf(asked.tx, meeting)
  const follows: { events: Outcome<unknown>['events'][number][]; changes: Change[] } = { events: [], changes: [] }
  for (const decision of record.decisions) {
    const matter = meeting.agenda.topics.find(({ id }) => id === decision.topicId)?.matter
    const carryOut = matter && deliberated[matter.kind].decide
    if (!carryOut || !['agreed', 'refused'].includes(decision.outcome)) continue
    const moved = await carryOut(asked, {
      id: matter.id,
      digest: matter.digest,
      outcome: decision.outcome === 'agreed' ? 'approved' : 'returned',
      recordedBy: record.by,
      ...decisionFrom(record, decision, meeting, body),
    })
    if (!moved.ok) return moved
    follows.events.push(...moved.value.events)
    follows.changes.push(...moved.value.changes)
  }
  const given = await insertTasksOf(asked.tx, meeting, asked.context)
  return ok({
    post,
    events: [...events, ...follows.events],
    changes: [meetingKeeper.change(before, after), ...follows.changes, ...given],
    reply: { version: after.row.version },
  })
}

/** 纪要 gets its number: the next one of a book of the unit, or as the OA gave it. */
export const issueMinutes: CommandHandler<typeof contract.issueMinutes> = async (asked) => {
  const { bookId, on } = asked.body
  const taken: Change[] = []
  let documentNumber = normaliseCode(asked.body.documentNumber)
  const decided = await decideOnMeeting(asked, async ({ row, model: meeting }) => {
    if (bookId !== null && meeting.state === 'concluded') {
      const title = `${await bodyOf(asked.tx, meeting)}纪要`
      const drawn = await takeFromBook(asked, { bookId, unitId: row.unit_id, title, on })
      if (!drawn.ok) return drawn
      documentNumber = drawn.value.documentNumber
      taken.push(drawn.value.change)
    }
    return ok({ kind: 'issueMinutes', documentNumber, on })
  })
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  return ok({
    post,
    events,
    changes: [meetingKeeper.change(before, after), ...taken],
    reply: { version: after.row.version, documentNumber },
  })
}

/** A number of a book that minutes took stays with them. */
export const minutesCarry: CarriesNumber = async (db, { bookId, documentNumber }) =>
  (await db
    .selectFrom('meeting')
    .innerJoin('number_book', 'number_book.unit_id', 'meeting.unit_id')
    .select('meeting.id')
    .where('number_book.id', '=', bookId)
    .where(sql<boolean>`meeting.standing #>> '{minutes,documentNumber}' = ${documentNumber}`)
    .executeTakeFirst()) !== undefined
