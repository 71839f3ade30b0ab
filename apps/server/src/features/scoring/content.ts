import type { ItemRow } from '@quanheng/domain/item/model'
import type { IndicatorNode, PlanContent } from '@quanheng/domain/plan/model'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { type ComposedSheet, composeSheet } from '@quanheng/domain/sheet/compose'
import type { Sheet } from '@quanheng/domain/sheet/model'
import { sha256 } from '../../platform/door/act.ts'
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

/** `plan` is the version on which the sheet stands. */
export const compose = (sheet: Sheet, plan: IssuedPlan, rows: readonly ItemRow[]): ComposedSheet =>
  composeSheet(
    {
      sheet,
      plan: { id: plan.planId, version: plan.number, digest: plan.digest },
      leaf: leafOf(plan.content, sheet.leafKey),
      rows,
    },
    sha256,
  )
