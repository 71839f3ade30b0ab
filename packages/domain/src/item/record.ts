import type { Basis } from '../kernel/basis.ts'
import type { CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import type { SheetState } from '../sheet/model.ts'
import type { Deduction, Item } from './model.ts'

/** What the handler says about one row: data source, basis, and a reason for every lost point (C-4.2). */
export interface ItemWords {
  readonly dataSource: string
  readonly basis?: Basis
  readonly deductions: readonly Deduction[]
}

export interface ItemContext extends CommandContext {
  /** State of the sheet on which the item stands now. */
  readonly sheetState: SheetState
}

export type ItemEvent = {
  readonly type: 'itemRecorded'
  readonly itemId: string
  readonly version: number
  readonly words: ItemWords
}

export type ItemErrorCode = 'item.sheetSigned' | 'item.ownUnit'

/** Before the first signature only: afterwards the sheet is returned or recalled first. May be incomplete, like any draft of reasons. */
export const recordItem = (
  item: Item,
  words: ItemWords,
  { actor, sheetState }: ItemContext,
): Result<{ readonly next: Item; readonly events: readonly ItemEvent[] }, DomainError<ItemErrorCode>> => {
  if (actor.ownUnitIds.includes(item.unitId)) return refuse('item.ownUnit')
  if (!['toScore', 'scored', 'returned'].includes(sheetState)) return refuse('item.sheetSigned')
  const { basis: _, ...kept } = item
  const version = item.version + 1
  return ok({
    next: { ...kept, version, ...words },
    events: [{ type: 'itemRecorded', itemId: item.id, version, words }],
  })
}
