import type { Reader, Tx } from '../../platform/database/database.ts'
import type { TicketRow } from './tables.ts'

/** A ticket as acts digest it: who took one, for which channel, on which day; nothing of what was signed. */
export const ticketForm = ({ id, evaluation_id, channel_key, person_id, asked_digest, taken_on }: TicketRow) => ({
  v: 1,
  noun: 'evaluationTicket',
  id,
  evaluationId: evaluation_id,
  channelKey: channel_key,
  personId: person_id,
  askedDigest: asked_digest,
  takenOn: taken_on,
})

interface Place {
  readonly evaluationId: string
  readonly channelKey: string
  readonly personId: string
}

/** One ticket of each person in a channel: the new one, or the one that was taken before. */
export const ticketOf = async (
  tx: Tx,
  { evaluationId, channelKey, personId }: Place,
  made: { readonly id: string; readonly digest: string; readonly on: string },
): Promise<{ readonly row: TicketRow; readonly isNew: boolean }> => {
  const inserted = await tx
    .insertInto('evaluation_ticket')
    .values({
      id: made.id,
      evaluation_id: evaluationId,
      channel_key: channelKey,
      person_id: personId,
      asked_digest: made.digest,
      taken_on: made.on,
    })
    .onConflict((conflict) => conflict.columns(['evaluation_id', 'channel_key', 'person_id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (inserted) return { row: inserted, isNew: true }
  const row = await tx
    .selectFrom('evaluation_ticket')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .where('channel_key', '=', channelKey)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return { row, isNew: false }
}

/** Who has taken a ticket, channel by channel. */
export const ticketsTaken = async (db: Reader, evaluationIds: readonly string[]) => {
  if (evaluationIds.length === 0) return []
  return await db
    .selectFrom('evaluation_ticket')
    .select(['evaluation_id', 'channel_key', 'person_id'])
    .where('evaluation_id', 'in', [...evaluationIds])
    .execute()
}
