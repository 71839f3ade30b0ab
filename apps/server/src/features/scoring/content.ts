import { groupOn } from '@quanheng/domain/datum/group-facts'
import type { ItemRow } from '@quanheng/domain/item/model'
import { digestOf } from '@quanheng/domain/kernel/digest'
import type { IndicatorNode, PlanContent } from '@quanheng/domain/plan/model'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { type ComposedSheet, composeSheet } from '@quanheng/domain/sheet/compose'
import { type Sheet, standingUnits } from '@quanheng/domain/sheet/model'
import { sha256 } from '../../platform/log/means.ts'
import type { UnitFacts } from '../collection/index.ts'
import type { IssuedPlan } from '../plan/index.ts'

/** What `sheet_version` keeps: the signed form with the rows in full, so that a signature is read without computing anything again. */
export interface SignedContent {
  readonly v: 1
  readonly form: ComposedSheet['form']
  readonly rows: readonly ItemRow[]
}

export const contentOf = ({ form, rows }: ComposedSheet): SignedContent => ({ v: 1, form, rows })

/** The leaf of an issued plan. @throws where a sheet names a leaf that its own plan version does not have */
export const leafOf = (content: PlanContent, leafKey: string): IndicatorNode => {
  const leaf = nodeByKey(content, leafKey)
  if (leaf === undefined) throw new Error(`the plan has no leaf ${leafKey}`)
  return leaf
}

/** Names the figures of every unit that the sheet's own units are compared with, those on other sheets too. */
const groupColumn = (sheet: Sheet, content: PlanContent, facts: readonly UnitFacts[]): string => {
  const compared = new Set(standingUnits(sheet).flatMap((unitId) => groupOn(content, sheet.leafKey, unitId)))
  const figures = facts
    .filter(({ unitId }) => compared.has(unitId))
    .map(({ unitId, data }) => ({
      unitId,
      data: data.map(({ datumId, version, digest }) => ({ datumId, version, digest })),
    }))
  return digestOf(
    sha256,
    figures.toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1)),
  )
}

/** `plan` is the version on which the sheet stands. */
export const compose = (
  sheet: Sheet,
  plan: IssuedPlan,
  rows: readonly ItemRow[],
  facts: readonly UnitFacts[],
): ComposedSheet =>
  composeSheet(
    {
      sheet,
      plan: { id: plan.planId, version: plan.number, digest: plan.digest },
      leaf: leafOf(plan.content, sheet.leafKey),
      rows,
      ...(sheet.groupRelative && { groupColumn: groupColumn(sheet, plan.content, facts) }),
    },
    sha256,
  )
