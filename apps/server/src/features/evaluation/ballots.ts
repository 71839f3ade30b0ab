import type { Ballot, Mark } from '@quanheng/domain/evaluation/ballot'
import { canonicalBallot } from '@quanheng/domain/evaluation/ballot'
import type { Evaluation } from '@quanheng/domain/evaluation/model'
import { type ChannelMarks, countMarks } from '@quanheng/domain/evaluation/result'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { BallotRow } from './tables.ts'

const ballotOf = ({ id, evaluation_id, channel_key, person_id, marks, at }: BallotRow): Ballot => ({
  id,
  evaluationId: evaluation_id,
  channelKey: channel_key,
  personId: person_id,
  marks,
  at: new Date(at).toISOString(),
})

/** A ballot as acts digest it. */
export const ballotForm = (row: BallotRow) => ({ ...canonicalBallot(ballotOf(row)), version: row.version })

interface Place {
  readonly evaluationId: string
  readonly channelKey: string
  readonly personId: string
}

/** What this person sent by name, channel by channel. */
export const ballotsOfPerson = (db: Reader, evaluationId: string, personId: string): Promise<BallotRow[]> =>
  db
    .selectFrom('evaluation_ballot')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .where('person_id', '=', personId)
    .execute()

/**
 * The first ballot of this person is put in, or the one that stands is held; two requests at once give one ballot, the
 * second waits for the first.
 */
export const putFirst = async (
  tx: Tx,
  { evaluationId, channelKey, personId }: Place,
  made: { readonly id: string; readonly marks: readonly Mark[]; readonly at: Date },
): Promise<{ readonly row: BallotRow; readonly isNew: boolean }> => {
  const inserted = await tx
    .insertInto('evaluation_ballot')
    .values({
      id: made.id,
      evaluation_id: evaluationId,
      channel_key: channelKey,
      person_id: personId,
      marks: json(made.marks),
      at: made.at,
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(['evaluation_id', 'channel_key', 'person_id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (inserted) return { row: inserted, isNew: true }
  const row = await tx
    .selectFrom('evaluation_ballot')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .where('channel_key', '=', channelKey)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { row, isNew: false }
}

export const changeBallot = (tx: Tx, row: BallotRow, marks: readonly Mark[], at: Date): Promise<BallotRow> =>
  tx
    .updateTable('evaluation_ballot')
    .set({ marks: json(marks), at, version: row.version + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Who has sent a ballot, channel by channel. */
export const sentBy = async (db: Reader, evaluationIds: readonly string[]) => {
  if (evaluationIds.length === 0) return []
  return await db
    .selectFrom('evaluation_ballot')
    .select(['evaluation_id', 'channel_key', 'person_id'])
    .where('evaluation_id', 'in', [...evaluationIds])
    .execute()
}

/** What the count takes of a closed round: ballots by name, and the slips that lay in the box. */
export const marksGiven = async (
  db: Reader,
  { id, standing, content }: Evaluation,
): Promise<readonly ChannelMarks[]> => {
  const rows = await db
    .selectFrom('evaluation_ballot')
    .select(['channel_key', 'marks'])
    .where('evaluation_id', '=', id)
    .execute()
  const came = Map.groupBy(rows, (row) => row.channel_key)
  const slips = Map.groupBy(standing.box ?? [], (slip) => slip.channelKey)
  return content.channels.flatMap(({ key, way }): ChannelMarks[] => {
    if (way === 'paper') return []
    const asked = standing.opening?.evaluators.filter(({ channelKey }) => channelKey === key).length ?? 0
    const marks = countMarks(
      way === 'secret' ? (slips.get(key) ?? []) : (came.get(key) ?? []).flatMap((ballot) => ballot.marks),
    )
    // Slips do not belong together: as many people as the unit with the most slips has, at least.
    const most = Math.max(0, ...[...marks.values()].map((list) => list.reduce((all, { n }) => all + n, 0)))
    return [{ channelKey: key, asked, came: way === 'secret' ? most : (came.get(key)?.length ?? 0), marks }]
  })
}
