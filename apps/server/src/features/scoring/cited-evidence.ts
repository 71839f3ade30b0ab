import type { FallenRow } from '@quanheng/domain/sheet/model'
import { sql } from 'kysely'
import type { EvidenceCited } from '../collection/index.ts'

/** Whether a row that stands signed rests on a file: then the figure is reopened first, in the open. */
export const signedRowCites: EvidenceCited = async (db, evidenceId) => {
  const cited = JSON.stringify([{ evidence: [{ evidenceId }] }])
  const { rows } = await sql<{ unit_id: string; fallen_rows: readonly FallenRow[] }>`
    SELECT evidence.unit_id, sheet.fallen_rows FROM evidence
      JOIN sheet ON sheet.plan_id = evidence.plan_id AND sheet.leaf_key = evidence.leaf_key
      JOIN sheet_version v ON v.sheet_id = sheet.id AND v.digest = sheet.signed_digest
    WHERE evidence.id = ${evidenceId} AND v.content -> 'rows' @> ${cited}::jsonb`.execute(db)
  return rows.some((row) => !row.fallen_rows.some((fallen) => fallen.unitId === row.unit_id))
}
