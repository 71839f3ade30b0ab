import type { Refusal } from '@quanheng/contract/errors'
import type { Actor as DomainActor } from '@quanheng/domain/kernel/command-context'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { SheetEvent } from '@quanheng/domain/sheet/commands'
import { decideSheet } from '@quanheng/domain/sheet/decide'
import { standingUnits } from '@quanheng/domain/sheet/model'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { type LoadedSheet, saveSheet, sheetChange } from './sheet-store.ts'
import { composedOf, versionsOf } from './version-store.ts'

/** 已汇总: marks every verified sheet of a plan whose result is locked. The sheets are held by the caller. */
export const aggregateSheets = async (
  tx: Tx,
  sheets: readonly LoadedSheet[],
  actor: DomainActor,
  context: Context,
): Promise<Result<{ readonly changes: readonly Change[]; readonly events: readonly SheetEvent[] }, Refusal>> => {
  const verified = sheets.filter(({ sheet }) => sheet.state === 'verified' && standingUnits(sheet).length > 0)
  const versions = await versionsOf(
    tx,
    verified.map(({ row }) => row.id),
  )
  const changes: Change[] = []
  const events: SheetEvent[] = []
  for (const held of verified) {
    const signed = versions.findLast(
      (version) => version.sheet_id === held.row.id && version.digest === held.row.signed_digest,
    )
    if (signed === undefined) throw new Error(`sheet ${held.row.id} is verified without signed content`)
    const decided = decideSheet(
      held.sheet,
      { kind: 'aggregate' },
      {
        now: context.now.toISOString(),
        today: context.today,
        newId: context.newId,
        actor,
        composed: composedOf(signed),
        order: { map: [], sectionHeadIds: [] },
        paperSignerUnitIds: [],
      },
    )
    if (!decided.ok) return decided
    changes.push(sheetChange(held, await saveSheet(tx, held, decided.value.next, null, context)))
    events.push(...decided.value.events)
  }
  return ok({ changes, events })
}
