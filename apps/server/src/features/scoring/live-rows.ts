import type { Item, ItemRow } from '@quanheng/domain/item/model'
import { itemRow } from '@quanheng/domain/item/row'
import type { ComposedSheet } from '@quanheng/domain/sheet/compose'
import { fullySigned } from '@quanheng/domain/sheet/fall'
import { type Sheet, standingUnits } from '@quanheng/domain/sheet/model'
import type { UnitFacts } from '../collection/index.ts'
import type { IssuedPlan } from '../plan/index.ts'
import { compose } from './content.ts'
import type { SheetVersionRow } from './tables.ts'
import { composedOf } from './version-store.ts'

/** All that a sheet is composed from, read or locked by the caller. */
export interface SheetParts {
  readonly sheet: Sheet
  /** The plan version on which the sheet stands. */
  readonly plan: IssuedPlan
  readonly items: readonly Item[]
  readonly facts: readonly UnitFacts[]
  /** The content that the standing signatures cover, where there is one. */
  readonly signed: SheetVersionRow | undefined
}

export const isSignedThrough = (sheet: Sheet): boolean => fullySigned.includes(sheet.state)

/**
 * Evidence that is put forward after the first signature is not part of what was signed; what was signed and has been
 * withdrawn since is gone, and the content no longer the one that was signed.
 */
const covered = (facts: UnitFacts, signed: SheetVersionRow | undefined) => {
  const row = signed?.content.rows.find(({ item }) => item.unitId === facts.unitId)
  if (!row) return facts.evidence
  const ids = new Set(row.evidence.map(({ evidenceId }) => evidenceId))
  return facts.evidence.filter(({ evidenceId }) => ids.has(evidenceId))
}

/** The standing rows as the engine makes them now. */
const liveRows = ({ sheet, plan, items, facts, signed }: SheetParts): readonly ItemRow[] => {
  const itemBy = new Map(items.filter((item) => item.leafKey === sheet.leafKey).map((item) => [item.unitId, item]))
  const factsBy = new Map(facts.map((one) => [one.unitId, one]))
  return standingUnits(sheet).flatMap((unitId) => {
    const [item, own] = [itemBy.get(unitId), factsBy.get(unitId)]
    return item && own ? [itemRow(plan.content, item, { ...own, evidence: covered(own, signed) })] : []
  })
}

/** What is on the sheet: what was signed where all signatures stand, else what stands there now. */
export const composeNow = (parts: SheetParts): ComposedSheet =>
  parts.signed && isSignedThrough(parts.sheet)
    ? composedOf(parts.signed)
    : compose(parts.sheet, parts.plan, liveRows(parts), parts.facts)
