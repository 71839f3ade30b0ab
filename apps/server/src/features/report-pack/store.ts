import { canonicalReportPack, type ReportPack } from '@quanheng/domain/report-pack/model'
import { type RawBuilder, sql } from 'kysely'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import { type Actor, unitIdsOf } from '../../platform/door/actor.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { ReportPackRow } from './tables.ts'

export const packOf = (row: ReportPackRow): ReportPack => ({
  id: row.id,
  planId: row.plan_id,
  planNumber: row.plan_number,
  unitId: row.unit_id,
  madeOn: row.made_on,
  file: row.file,
  figures: row.figures,
  evidence: row.evidence,
  originals: row.originals,
  left: row.left_out,
  takenBy: row.author,
  takenAt: row.at.toISOString(),
})

/** Condition on `report_pack`: whoever works in the body that filled it in, its head above all, who stands behind the figures. */
export const packIsVisible = (actor: Actor): RawBuilder<boolean> => {
  const filling = actor.posts.filter(({ kind }) =>
    ['unitReporter', 'unitHead', 'unitAdmin', 'principal', 'dataProvider', 'handler', 'sectionHead'].includes(kind),
  )
  return sql<boolean>`report_pack.unit_id = ANY(${unitIdsOf(filling)}::uuid[])`
}

export const visiblePack = async (db: Reader, actor: Actor, id: string): Promise<ReportPack | undefined> => {
  const row = await db
    .selectFrom('report_pack')
    .selectAll()
    .where('report_pack.id', '=', id)
    .where(packIsVisible(actor))
    .executeTakeFirst()
  return row && packOf(row)
}

/** Canonical form from the live row, for the check of what acts say. */
export const canonicalReportPackRow = (row: ReportPackRow): object => canonicalReportPack(packOf(row))

export const insertPack = async (tx: Tx, pack: ReportPack): Promise<Change> => {
  await tx
    .insertInto('report_pack')
    .values({
      id: pack.id,
      plan_id: pack.planId,
      plan_number: pack.planNumber,
      unit_id: pack.unitId,
      made_on: pack.madeOn,
      file: json(pack.file),
      figures: json(pack.figures),
      evidence: json(pack.evidence),
      originals: json(pack.originals),
      left_out: json(pack.left),
      file_digests: [...new Set([pack.file.sha256, ...pack.originals.map(({ sha256 }) => sha256)])],
      author: json(pack.takenBy),
      at: pack.takenAt,
    })
    .execute()
  return { noun: 'reportPack', id: pack.id, version: 1, before: null, after: canonicalReportPack(pack) }
}
