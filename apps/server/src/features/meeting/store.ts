import { canonicalMeeting, type Meeting } from '@quanheng/domain/meeting/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { insertSteps, stepsOf } from '../../platform/work/steps.ts'
import type { MeetingRow } from './tables.ts'

const stepTable = { table: 'meeting_step', owner: 'meeting_id' }

/** A meeting as the domain sees it, with the row it stands in. */
export interface LoadedMeeting {
  readonly row: MeetingRow
  readonly meeting: Meeting
}

/** Rows with their steps; one more query however many rows. */
export const complete = async (db: Reader, rows: readonly MeetingRow[]): Promise<readonly LoadedMeeting[]> => {
  if (rows.length === 0) return []
  const steps = await stepsOf(
    db,
    stepTable,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { id, unit_id: unitId, kind, state, agenda, standing } = row
    return { row, meeting: { id, unitId, kind, state, agenda, standing, steps: steps(id) } }
  })
}

export const meetingById = async (db: Reader, id: string): Promise<LoadedMeeting | undefined> =>
  (await complete(db, await db.selectFrom('meeting').selectAll().where('id', '=', id).execute()))[0]

export const lockMeeting = async (tx: Tx, id: string): Promise<LoadedMeeting | undefined> =>
  (await complete(tx, await tx.selectFrom('meeting').selectAll().where('id', '=', id).forUpdate().execute()))[0]

/** What acts digest: the whole meeting with its history. */
export const canonicalLoaded = ({ row, meeting }: LoadedMeeting): object => ({
  ...canonicalMeeting(meeting),
  version: row.version,
})

export const meetingChange = (before: LoadedMeeting | null, after: LoadedMeeting): Change => ({
  noun: 'meeting',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoaded(before),
  after: canonicalLoaded(after),
})

/** Every file that the meeting rests on, once each. */
const digestsOf = ({ agenda, standing }: Meeting): string[] => [
  ...new Set([
    ...agenda.topics.flatMap(({ files }) => files.map(({ digest }) => digest)),
    ...standing.opinions.flatMap(({ scanDigest }) => scanDigest ?? []),
    ...[standing.confirmation, standing.pending, standing.record].flatMap((one) => one?.scanDigest ?? []),
  ]),
]

export const insertMeeting = async (tx: Tx, meeting: Meeting): Promise<LoadedMeeting> => {
  const { id, unitId: unit_id, kind, state, agenda, standing } = meeting
  const row: MeetingRow = { id, unit_id, kind, state, agenda, standing, file_digests: digestsOf(meeting), version: 1 }
  await tx
    .insertInto('meeting')
    .values({ ...row, agenda: json(agenda), standing: json(standing) })
    .execute()
  await insertSteps(tx, stepTable, meeting, 0)
  return { row, meeting }
}

/** Saves where it stands; what was done is added and never changed. Digests of files that were replaced stay named. */
export const saveMeeting = async (tx: Tx, before: LoadedMeeting, next: Meeting): Promise<LoadedMeeting> => {
  const row: MeetingRow = {
    ...before.row,
    state: next.state,
    agenda: next.agenda,
    standing: next.standing,
    file_digests: [...new Set([...before.row.file_digests, ...digestsOf(next)])],
    version: before.row.version + 1,
  }
  const { state, file_digests, version } = row
  await tx
    .updateTable('meeting')
    .set({ state, agenda: json(next.agenda), standing: json(next.standing), file_digests, version })
    .where('id', '=', row.id)
    .execute()
  await insertSteps(tx, stepTable, next, before.meeting.steps.length)
  return { row, meeting: next }
}
