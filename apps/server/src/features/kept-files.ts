import { sql } from 'kysely'
import type { KeptFile, KeptFiles } from '../platform/files/file-check.ts'

/** What the check of stored files looks for, one line a noun. What people send is an upload, whatever rests on it later. */
const kept = sql`
  SELECT sha256, sm3, name FROM upload
  UNION ALL SELECT sha256, sm3, name FROM evidence
  UNION ALL SELECT sha256, NULL, file_name FROM issued_paper
  UNION ALL SELECT pdf_sha256, NULL, file_name FROM issued_paper
  UNION ALL SELECT ofd_sha256, NULL, file_name FROM issued_paper
  UNION ALL SELECT sha256, NULL, file_name FROM office_template_version
  UNION ALL SELECT sha256, NULL, title || '.docx' FROM template_paper
  UNION ALL SELECT scan_digest, NULL, NULL FROM signature
  UNION ALL SELECT scan_digest, NULL, NULL FROM decision
  UNION ALL SELECT zip_digest, NULL, NULL FROM submission
  UNION ALL SELECT zip_digest, NULL, title FROM archive
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM credit
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM meeting
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM assigned_task
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM circular
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM matter
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM supervision
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM supervision_visit
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM rectification
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM milestone
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM routine_record
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM report_pack
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM target_adjustment
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM objection
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM library_document
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM year_review
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM superior_plan
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM evaluation
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM progress_report
  UNION ALL SELECT unnest(file_digests), NULL, NULL FROM feedback_question`

/** One query a block, whatever the number of files. */
export const keptFiles: KeptFiles = async (db, { block, after }) => {
  // Behind every digest of the block: digits come before letters.
  const end = `${block}g`
  const { rows } = await sql<KeptFile>`
    SELECT sha256, max(sm3) AS sm3, coalesce(array_agg(DISTINCT name) FILTER (WHERE name IS NOT NULL), '{}') AS names
    FROM (${kept}) kept (sha256, sm3, name)
    WHERE sha256 >= ${block} AND sha256 < ${end} AND sha256 > ${after} GROUP BY sha256`.execute(db)
  return rows
}
