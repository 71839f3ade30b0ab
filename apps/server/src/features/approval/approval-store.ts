import { type Approval, canonicalApproval, type StepRecord } from '@quanheng/domain/approval/model'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { ApprovalRow } from './tables.ts'

/** A paper on its way as the domain sees it, with the row it stands in. */
export interface LoadedApproval {
  readonly row: ApprovalRow
  readonly approval: Approval
}

const approvalOf = (row: ApprovalRow, records: readonly StepRecord[]): Approval => ({
  id: row.id,
  planId: row.plan_id,
  subject: row.subject,
  chain: row.chain,
  countersigners: row.countersigners,
  state: row.state,
  step: row.step,
  records,
  startedBy: row.started_by,
  ...(row.return_reason !== null && { returnReason: row.return_reason }),
})

/** Rows with their records as they hold now, in the order in which they were made. */
export const withRecords = async (db: Reader, rows: readonly ApprovalRow[]): Promise<readonly LoadedApproval[]> => {
  if (rows.length === 0) return []
  const records = await db
    .selectFrom('approval_record')
    .select(['approval_id', 'place', 'record'])
    .distinctOn(['approval_id', 'place'])
    .where(
      'approval_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('approval_id')
    .orderBy('place')
    .orderBy('revision', 'desc')
    .execute()
  const own = Map.groupBy(records, (record) => record.approval_id)
  return rows.map((row) => ({
    row,
    approval: approvalOf(
      row,
      (own.get(row.id) ?? []).map(({ record }) => record),
    ),
  }))
}

export const lockApproval = async (tx: Tx, id: string): Promise<LoadedApproval | undefined> =>
  (await withRecords(tx, await tx.selectFrom('approval').selectAll().where('id', '=', id).forUpdate().execute()))[0]

export const lockApprovalsOf = async (tx: Tx, resultId: string): Promise<readonly LoadedApproval[]> =>
  withRecords(
    tx,
    await tx.selectFrom('approval').selectAll().where('result_id', '=', resultId).orderBy('id').forUpdate().execute(),
  )

/** What acts digest of a paper on its way; a field that counts must stand here. */
export const canonicalLoadedApproval = ({ row, approval }: LoadedApproval): object => ({
  ...canonicalApproval(approval),
  ownerUnitId: row.owner_unit_id,
  version: row.version,
})

export const approvalChange = (before: LoadedApproval | null, after: LoadedApproval): Change => ({
  noun: 'approval',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoadedApproval(before),
  after: canonicalLoadedApproval(after),
})

const stored = (row: ApprovalRow) => ({
  ...row,
  subject: json(row.subject),
  chain: json(row.chain),
  countersigners: json(row.countersigners),
  started_by: json(row.started_by),
})

export const insertApproval = async (
  tx: Tx,
  approval: Approval,
  ownerUnitId: string,
  context: Context,
): Promise<LoadedApproval> => {
  const row: ApprovalRow = {
    id: approval.id,
    plan_id: approval.planId,
    owner_unit_id: ownerUnitId,
    result_id: approval.subject.id,
    subject: approval.subject,
    chain: approval.chain,
    countersigners: approval.countersigners,
    state: approval.state,
    step: approval.step,
    started_by: approval.startedBy,
    started_at: context.now,
    return_reason: null,
    version: 1,
  }
  await tx.insertInto('approval').values(stored(row)).execute()
  return { row, approval }
}

/** Records that are new or read otherwise than before, with their place in the list. */
const changedRecords = (before: readonly StepRecord[], after: readonly StepRecord[]) =>
  after.flatMap((record, place) => {
    const old = before[place]
    return old !== undefined && canonicalJson(old) === canonicalJson(record) ? [] : [{ place, record }]
  })

/** Saves where the paper stands; every record that is new or was confirmed, refused or undone is a row of its own. */
export const saveApproval = async (
  tx: Tx,
  before: LoadedApproval,
  approval: Approval,
  context: Context,
): Promise<LoadedApproval> => {
  const row: ApprovalRow = {
    ...before.row,
    result_id: approval.subject.id,
    subject: approval.subject,
    state: approval.state,
    step: approval.step,
    return_reason: approval.returnReason ?? null,
    version: before.row.version + 1,
  }
  const { id, ...columns } = stored(row)
  await tx.updateTable('approval').set(columns).where('id', '=', id).execute()
  const changed = changedRecords(before.approval.records, approval.records)
  if (changed.length > 0) {
    await tx
      .insertInto('approval_record')
      .values(
        changed.map(({ place, record }) => ({
          approval_id: id,
          place,
          revision: row.version,
          record: json(record),
          at: context.now,
        })),
      )
      .execute()
  }
  return { row, approval }
}
