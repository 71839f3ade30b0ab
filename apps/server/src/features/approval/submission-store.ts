import { canonicalSubmission, type Submission } from '@quanheng/domain/submission/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { SubmissionRow } from './tables.ts'

/** A package on its way as the domain sees it, with the row it stands in. */
export interface LoadedSubmission {
  readonly row: SubmissionRow
  readonly submission: Submission
}

const submissionOf = (row: SubmissionRow): Submission => ({
  id: row.id,
  planId: row.plan_id,
  approvalId: row.approval_id,
  documentNumber: row.document_number,
  runDigest: row.run_digest,
  manifest: row.manifest,
  rows: row.rows,
  state: row.state,
  ...(row.checked_by && { checkedBy: row.checked_by }),
  ...(row.sending && { sending: row.sending }),
  ...(row.receipt && { receipt: row.receipt }),
})

const loaded = (row: SubmissionRow | undefined): LoadedSubmission | undefined =>
  row && { row, submission: submissionOf(row) }

/** The package that counts for a paper; one that a return has overtaken does not. */
export const submissionOfApproval = async (db: Reader, approvalId: string): Promise<LoadedSubmission | undefined> =>
  loaded(
    await db
      .selectFrom('submission')
      .selectAll()
      .where('approval_id', '=', approvalId)
      .where('overtaken', '=', false)
      .executeTakeFirst(),
  )

export const submissionById = async (db: Reader, id: string): Promise<LoadedSubmission | undefined> =>
  loaded(await db.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirst())

export const lockSubmission = async (tx: Tx, id: string): Promise<LoadedSubmission | undefined> =>
  loaded(await tx.selectFrom('submission').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())

export const canonicalLoadedSubmission = ({ row, submission }: LoadedSubmission): object => ({
  ...canonicalSubmission(submission),
  ownerUnitId: row.owner_unit_id,
  packageDigest: row.package_digest,
  zipDigest: row.zip_digest,
  overtaken: row.overtaken,
  version: row.version,
})

export const submissionChange = (before: LoadedSubmission | null, after: LoadedSubmission): Change => ({
  noun: 'submission',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoadedSubmission(before),
  after: canonicalLoadedSubmission(after),
})

const stored = (row: SubmissionRow) => ({
  ...row,
  manifest: json(row.manifest),
  rows: json(row.rows),
  checked_by: json(row.checked_by ?? null),
  sending: json(row.sending ?? null),
  receipt: json(row.receipt ?? null),
})

const columnsOf = (submission: Submission) => ({
  manifest: submission.manifest,
  rows: submission.rows,
  state: submission.state,
  checked_by: submission.checkedBy ?? null,
  sending: submission.sending ?? null,
  receipt: submission.receipt ?? null,
})

export const insertSubmission = async (
  tx: Tx,
  submission: Submission,
  kept: Pick<SubmissionRow, 'owner_unit_id' | 'package_digest' | 'zip_digest'>,
): Promise<LoadedSubmission> => {
  const row: SubmissionRow = {
    id: submission.id,
    plan_id: submission.planId,
    approval_id: submission.approvalId,
    document_number: submission.documentNumber,
    run_digest: submission.runDigest,
    ...columnsOf(submission),
    ...kept,
    overtaken: false,
    version: 1,
  }
  await tx.insertInto('submission').values(stored(row)).execute()
  return { row, submission }
}

export const saveSubmission = async (
  tx: Tx,
  before: LoadedSubmission,
  submission: Submission,
  overtaken = before.row.overtaken,
): Promise<LoadedSubmission> => {
  const row: SubmissionRow = { ...before.row, ...columnsOf(submission), overtaken, version: before.row.version + 1 }
  const { id, ...columns } = stored(row)
  await tx.updateTable('submission').set(columns).where('id', '=', id).execute()
  return { row, submission }
}
