import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** What rests on stored files, one line a noun: by the plan that it belongs to, or else by the body. */
const uses = sql`
  SELECT sha256, plan_id, NULL::uuid AS unit_id FROM evidence
  UNION ALL SELECT scan_digest, sheet.plan_id, signature.unit_id FROM signature
    LEFT JOIN sheet ON sheet.id = signature.subject_id WHERE scan_digest IS NOT NULL
  UNION ALL SELECT scan_digest, NULL, owner_unit_id FROM decision
  UNION ALL SELECT unnest(ARRAY[sha256, pdf_sha256, ofd_sha256]), plan_id, owner_unit_id FROM issued_paper
  UNION ALL SELECT zip_digest, plan_id, owner_unit_id FROM submission
  UNION ALL SELECT zip_digest, NULL, unit_id FROM archive
  UNION ALL SELECT unnest(file_digests), plan_id, NULL FROM credit
  UNION ALL SELECT unnest(file_digests), plan_id, NULL FROM feedback_question
  UNION ALL SELECT unnest(file_digests), NULL, unit_id FROM meeting
  UNION ALL SELECT unnest(file_digests), NULL, from_unit_id FROM assigned_task
  UNION ALL SELECT unnest(file_digests), NULL, unit_id FROM circular
  UNION ALL SELECT unnest(file_digests), NULL, unit_id FROM matter
  UNION ALL SELECT unnest(file_digests), NULL, unit_id FROM library_document
  UNION ALL SELECT digest, plan_id, unit_id FROM notice_import
  UNION ALL SELECT version.sha256, NULL, unit_id FROM office_template_version version
    JOIN office_template ON office_template.id = version.template_id
  UNION ALL SELECT sha256, plan_id, owner_unit_id FROM template_paper`

/** The bodies whose plans, or whose own papers, rest on files: the plan's owner and that of the year plan above it. */
export const bodiesOf = async (
  db: Reader,
  digests: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (digests.length === 0) return new Map()
  const { rows } = await sql<{ sha256: string; unit_ids: string[] }>`
    SELECT used.sha256, array_agg(DISTINCT body.unit_id) AS unit_ids
    FROM (${uses}) used LEFT JOIN plan ON plan.id = used.plan_id LEFT JOIN plan year ON year.id = plan.parent_plan_id
      CROSS JOIN LATERAL (VALUES (used.unit_id), (plan.owner_unit_id), (year.owner_unit_id)) body (unit_id)
    WHERE used.sha256 = ANY(${[...digests]}) AND body.unit_id IS NOT NULL GROUP BY used.sha256`.execute(db)
  return new Map(rows.map((row) => [row.sha256, row.unit_ids]))
}
