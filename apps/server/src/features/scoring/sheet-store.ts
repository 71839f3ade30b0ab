import { canonicalState } from '@quanheng/domain/sheet/compose'
import type { Sheet, SheetRole } from '@quanheng/domain/sheet/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { IssuedPlan } from '../plan/index.ts'
import { leafOf } from './content.ts'
import { saveSignatures, signaturesOf } from './signature-store.ts'
import type { SheetRow } from './tables.ts'

/** A sheet as the domain sees it, with the row it stands in. */
export interface LoadedSheet {
  readonly row: SheetRow
  readonly sheet: Sheet
}

const sheetOf = (row: SheetRow, signatures: Sheet['signatures']): Sheet => ({
  id: row.id,
  planId: row.plan_id,
  planVersion: row.plan_number,
  key: row.key,
  leafKey: row.leaf_key,
  scorer: row.scorer,
  unitIds: row.unit_ids,
  ...(row.amends !== null && { amends: row.amends }),
  groupRelative: row.group_relative,
  version: row.number,
  state: row.state,
  ...(row.signed_digest !== null && { signedDigest: row.signed_digest }),
  signatures,
  fallenRows: row.fallen_rows,
  verification: row.verification,
  ...(row.return_reason !== null && { returnReason: row.return_reason }),
  ...(row.fall_cause !== null && { fallCause: row.fall_cause }),
})

/** Rows with all their signatures, in the order given; two more queries however many rows. */
export const withSignatures = async (db: Reader, rows: readonly SheetRow[]): Promise<readonly LoadedSheet[]> => {
  const signatures = await signaturesOf<SheetRole>(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ row, sheet: sheetOf(row, signatures.get(row.id) ?? []) }))
}

/** Sheets of a plan that still have rows, in the order of their keys, amendments after what they amend. Unscoped. */
export const sheetsOfPlan = async (db: Reader, planId: string): Promise<readonly LoadedSheet[]> =>
  withSignatures(db, await planRows(db, planId).execute())

const planRows = (db: Reader, planId: string) =>
  db
    .selectFrom('sheet')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('key')
    .orderBy('amends', (order) => order.asc().nullsFirst())
    .orderBy('id')

/** The same, locked for a command that moves several of them. */
export const lockSheetsOfPlan = async (
  tx: Tx,
  planId: string,
  leafKeys?: readonly string[],
): Promise<readonly LoadedSheet[]> => {
  const all = planRows(tx, planId).clearOrderBy().orderBy('id').forUpdate()
  const rows = await (leafKeys ? all.where('leaf_key', 'in', [...leafKeys, '']) : all).execute()
  return withSignatures(tx, rows)
}

/** What acts digest of a sheet; a field that counts must stand here. Its signatures are part of it. */
export const canonicalSheet = ({ row, sheet }: LoadedSheet): object => ({
  ...canonicalState(sheet),
  contentNumber: row.number,
  version: row.version,
})

export const sheetChange = (before: LoadedSheet | null, after: LoadedSheet): Change => ({
  noun: 'sheet',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalSheet(before),
  after: canonicalSheet(after),
})

/** The row of a sheet; what lists and scopes need of the plan stands beside what the domain says. */
const rowOf = (sheet: Sheet, plan: IssuedPlan, version: number): SheetRow => ({
  id: sheet.id,
  plan_id: sheet.planId,
  plan_number: sheet.planVersion,
  key: sheet.key,
  leaf_key: sheet.leafKey,
  leaf_name: leafOf(plan.content, sheet.leafKey).name,
  scorer: sheet.scorer,
  scorer_unit_id: sheet.scorer.unitId,
  scorer_section_id: sheet.scorer.sectionId ?? null,
  coordinating_section_id: plan.content.coordinating?.sectionId ?? null,
  unit_ids: [...sheet.unitIds],
  amends: sheet.amends ?? null,
  group_relative: sheet.groupRelative,
  number: sheet.version,
  state: sheet.state,
  signed_digest: sheet.signedDigest ?? null,
  fallen_rows: sheet.fallenRows,
  verification: sheet.verification,
  return_reason: sheet.returnReason ?? null,
  fall_cause: sheet.fallCause ?? null,
  version,
})

const stored = (row: SheetRow) => ({
  ...row,
  scorer: json(row.scorer),
  fallen_rows: json(row.fallen_rows),
  verification: json(row.verification),
})

export const insertSheet = async (tx: Tx, sheet: Sheet, plan: IssuedPlan): Promise<LoadedSheet> => {
  const row = rowOf(sheet, plan, 1)
  await tx.insertInto('sheet').values(stored(row)).execute()
  return { row, sheet }
}

/** Saves where the sheet stands now and what its signatures became. @returns it as it will be read back */
export const saveSheet = async (
  tx: Tx,
  before: LoadedSheet,
  sheet: Sheet,
  plan: IssuedPlan | null,
  context: Context,
): Promise<LoadedSheet> => {
  const version = before.row.version + 1
  const row = plan === null ? { ...before.row, ...moved(sheet), version } : rowOf(sheet, plan, version)
  const { id, ...columns } = stored(row)
  await tx.updateTable('sheet').set(columns).where('id', '=', id).execute()
  await saveSignatures(tx, { noun: 'sheet', id }, before.sheet.signatures, sheet.signatures, context)
  return { row, sheet }
}

/** What a command may move without touching what the plan says of the sheet. */
const moved = (sheet: Sheet) => ({
  plan_number: sheet.planVersion,
  scorer: sheet.scorer,
  scorer_unit_id: sheet.scorer.unitId,
  scorer_section_id: sheet.scorer.sectionId ?? null,
  group_relative: sheet.groupRelative,
  unit_ids: [...sheet.unitIds],
  number: sheet.version,
  state: sheet.state,
  signed_digest: sheet.signedDigest ?? null,
  fallen_rows: sheet.fallenRows,
  verification: sheet.verification,
  return_reason: sheet.returnReason ?? null,
  fall_cause: sheet.fallCause ?? null,
})
