import type { ItemRow } from '@quanheng/domain/item/model'
import { standingUnits } from '@quanheng/domain/sheet/model'
import type { Reader } from '../../platform/database/database.ts'
import { isSignedThrough } from './live-rows.ts'
import { sheetsOfPlan } from './sheet-store.ts'
import { versionsOf } from './version-store.ts'

/** One item as it stands signed: the row in full, and the content that the signatures cover. */
export interface SignedRow {
  readonly sheetId: string
  readonly sheetKey: string
  readonly leafKey: string
  readonly unitId: string
  /** The plan version under which it was scored. */
  readonly planNumber: number
  readonly state: 'signed' | 'toVerify' | 'verified' | 'aggregated'
  /** With the outcome (exact strings, trace), the datum versions and evidence that it cites, basis and reasons. */
  readonly row: ItemRow
  /** Of the sheet's signed content, with its 校验码. */
  readonly digest: string
  readonly code: string
}

/**
 * Every row of a plan that all required signatures cover, amendments in place of the rows that they amend. What is not
 * signed through is absent, never zero. Unscoped: for aggregation, which has its own scope.
 */
export const signedRows = async (db: Reader, planId: string): Promise<readonly SignedRow[]> => {
  const sheets = (await sheetsOfPlan(db, planId)).filter(({ sheet }) => isSignedThrough(sheet))
  const versions = await versionsOf(
    db,
    sheets.map(({ row }) => row.id),
  )
  return sheets.flatMap(({ row, sheet }) => {
    const signed = versions.findLast((one) => one.sheet_id === row.id && one.digest === row.signed_digest)
    const standing = new Set(standingUnits(sheet))
    return (signed?.content.rows ?? [])
      .filter(({ item }) => standing.has(item.unitId))
      .map((one) => ({
        sheetId: row.id,
        sheetKey: row.key,
        leafKey: row.leaf_key,
        unitId: one.item.unitId,
        planNumber: row.plan_number,
        state: row.state as SignedRow['state'],
        row: one,
        digest: signed?.digest ?? '',
        code: signed?.check_code ?? '',
      }))
  })
}
