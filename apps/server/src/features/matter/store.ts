import { canonicalMatter, type ImportantMatter } from '@quanheng/domain/matter/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { insertSteps, stepsOf } from '../../platform/work/steps.ts'
import type { MatterRow } from './tables.ts'

const stepTable = { table: 'matter_step', owner: 'matter_id' }

/** A matter as the domain sees it, with the row it stands in. */
export interface LoadedMatter {
  readonly row: MatterRow
  readonly matter: ImportantMatter
}

/** Rows with their steps; one more query however many rows. */
export const complete = async (db: Reader, rows: readonly MatterRow[]): Promise<readonly LoadedMatter[]> => {
  const steps = await stepsOf(
    db,
    stepTable,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { id, unit_id: unitId, state, content, standing } = row
    return { row, matter: { id, unitId, state, content, standing, steps: steps(id) } }
  })
}

export const matterById = async (db: Reader, id: string): Promise<LoadedMatter | undefined> =>
  (await complete(db, await db.selectFrom('matter').selectAll().where('id', '=', id).execute()))[0]

export const lockMatter = async (tx: Tx, id: string): Promise<LoadedMatter | undefined> =>
  (await complete(tx, await tx.selectFrom('matter').selectAll().where('id', '=', id).forUpdate().execute()))[0]

/** What acts digest: the whole matter with its history. */
export const canonicalLoaded = ({ row, matter }: LoadedMatter): object => ({
  ...canonicalMatter(matter),
  version: row.version,
})

export const matterChange = (before: LoadedMatter | null, after: LoadedMatter): Change => ({
  noun: 'matter',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoaded(before),
  after: canonicalLoaded(after),
})

const rowOf = (matter: ImportantMatter, version: number, earlier: readonly string[]): MatterRow => {
  const { id, unitId, state, content, standing } = matter
  const { round, approval, opinions } = standing
  const members = [...(round?.asked ?? []), ...(approval?.told ?? [])]
  return {
    id,
    unit_id: unitId,
    sort: content.sort,
    state,
    content,
    standing,
    member_unit_ids: [...new Set(members.flatMap((one) => one.unitId ?? []))],
    member_person_ids: [...new Set(members.flatMap(({ personId }) => personId ?? []))],
    // Digests of files that were replaced stay named.
    file_digests: [
      ...new Set([
        ...earlier,
        ...content.files.map(({ digest }) => digest),
        ...opinions.flatMap(({ scanDigest }) => scanDigest ?? []),
        ...(approval?.scanDigest === undefined ? [] : [approval.scanDigest]),
      ]),
    ],
    version,
  }
}

export const insertMatter = async (tx: Tx, matter: ImportantMatter): Promise<LoadedMatter> => {
  const row = rowOf(matter, 1, [])
  await tx
    .insertInto('matter')
    .values({ ...row, content: json(row.content), standing: json(row.standing) })
    .execute()
  await insertSteps(tx, stepTable, matter, 0)
  return { row, matter }
}

/** Saves where it stands; what was done is added and never changed. */
export const saveMatter = async (tx: Tx, before: LoadedMatter, next: ImportantMatter): Promise<LoadedMatter> => {
  const row = rowOf(next, before.row.version + 1, before.row.file_digests)
  const { id, unit_id: _, ...set } = row
  await tx
    .updateTable('matter')
    .set({ ...set, content: json(row.content), standing: json(row.standing) })
    .where('id', '=', id)
    .execute()
  await insertSteps(tx, stepTable, next, before.matter.steps.length)
  return { row, matter: next }
}
