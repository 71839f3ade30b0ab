import type { ComposedSheet } from '@quanheng/domain/sheet/compose'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import { contentOf } from './content.ts'
import type { SheetVersionRow } from './tables.ts'

/** Keeps what is being signed, once however many people sign it. */
export const keepVersion = async (
  tx: Tx,
  sheet: { readonly id: string; readonly version: number },
  composed: ComposedSheet,
  context: Context,
): Promise<void> => {
  await tx
    .insertInto('sheet_version')
    .values({
      id: context.newId(),
      sheet_id: sheet.id,
      number: sheet.version,
      content: json(contentOf(composed)),
      digest: composed.digest,
      check_code: composed.code,
      at: context.now,
    })
    .onConflict((conflict) => conflict.columns(['sheet_id', 'digest']).doNothing())
    .execute()
}

/** Everything of these sheets that was ever signed, oldest first. */
export const versionsOf = (db: Reader, sheetIds: readonly string[]): Promise<SheetVersionRow[]> =>
  sheetIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('sheet_version')
        .selectAll()
        .where('sheet_id', 'in', [...sheetIds])
        .orderBy('at')
        .orderBy('number')
        .execute()

/** A stored version as the composed sheet that it was. */
export const composedOf = (row: SheetVersionRow): ComposedSheet => ({
  rows: row.content.rows,
  form: row.content.form,
  digest: row.digest,
  code: row.check_code,
})
