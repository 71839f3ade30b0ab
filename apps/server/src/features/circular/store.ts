import { type Circular, canonicalCircular } from '@quanheng/domain/circular/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { insertSteps, stepsOf } from '../../platform/work/steps.ts'
import type { CircularRow } from './tables.ts'

const stepTable = { table: 'circular_step', owner: 'circular_id' }

/** A circular as the domain sees it, with the row it stands in. */
export interface LoadedCircular {
  readonly row: CircularRow
  readonly circular: Circular
}

/** Rows with their steps; one more query however many rows. */
export const complete = async (db: Reader, rows: readonly CircularRow[]): Promise<readonly LoadedCircular[]> => {
  const steps = await stepsOf(
    db,
    stepTable,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { id, unit_id: unitId, state, content, standing } = row
    return { row, circular: { id, unitId, state, content, standing, steps: steps(id) } }
  })
}

export const circularById = async (db: Reader, id: string): Promise<LoadedCircular | undefined> =>
  (await complete(db, await db.selectFrom('circular').selectAll().where('id', '=', id).execute()))[0]

export const lockCircular = async (tx: Tx, id: string): Promise<LoadedCircular | undefined> =>
  (await complete(tx, await tx.selectFrom('circular').selectAll().where('id', '=', id).forUpdate().execute()))[0]

/** What acts digest: the whole circular with its history. */
export const canonicalLoaded = ({ row, circular }: LoadedCircular): object => ({
  ...canonicalCircular(circular),
  version: row.version,
})

export const circularChange = (before: LoadedCircular | null, after: LoadedCircular): Change => ({
  noun: 'circular',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoaded(before),
  after: canonicalLoaded(after),
})

const rowOf = (circular: Circular, version: number, earlier: readonly string[]): CircularRow => {
  const { id, unitId, state, content, standing } = circular
  const { issued, receivers, signed } = standing
  return {
    id,
    unit_id: unitId,
    kind: content.kind,
    topic: content.topic,
    state,
    content,
    standing,
    receiver_unit_ids: receivers.filter(({ key }) => key.startsWith('unit:')).map((one) => one.unitId),
    receiver_person_ids: [...new Set(receivers.flatMap(({ personId }) => personId ?? []))],
    issue_year: issued?.issue === undefined ? null : Number(issued.on.slice(0, 4)),
    issue: issued?.issue ?? null,
    issued_on: issued?.on ?? null,
    // Digests of files that were replaced stay named.
    file_digests: [
      ...new Set([
        ...earlier,
        ...content.files.map(({ digest }) => digest),
        ...(issued?.scanDigest === undefined ? [] : [issued.scanDigest]),
        ...signed.flatMap(({ scanDigest }) => scanDigest ?? []),
      ]),
    ],
    version,
  }
}

export const insertCircular = async (tx: Tx, circular: Circular): Promise<LoadedCircular> => {
  const row = rowOf(circular, 1, [])
  await tx
    .insertInto('circular')
    .values({ ...row, content: json(row.content), standing: json(row.standing) })
    .execute()
  await insertSteps(tx, stepTable, circular, 0)
  return { row, circular }
}

/** Saves where it stands; what was done is added and never changed. */
export const saveCircular = async (tx: Tx, before: LoadedCircular, next: Circular): Promise<LoadedCircular> => {
  const row = rowOf(next, before.row.version + 1, before.row.file_digests)
  const { id, unit_id: _, ...set } = row
  await tx
    .updateTable('circular')
    .set({ ...set, content: json(row.content), standing: json(row.standing) })
    .where('id', '=', id)
    .execute()
  await insertSteps(tx, stepTable, next, before.circular.steps.length)
  return { row, circular: next }
}
