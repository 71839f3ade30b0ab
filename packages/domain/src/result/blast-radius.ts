import type { Approval } from '../approval/model.ts'
import { authorOf } from '../kernel/command-context.ts'
import { scopeOfFall } from '../sheet/fall.ts'
import type { Sheet, SheetRole } from '../sheet/model.ts'
import { isStanding } from '../signature/model.ts'
import type { Voider } from '../signature/sign.ts'
import type { ResultEvent } from './decide.ts'
import type { FrozenResult } from './model.ts'

/** What rests on what, as it stands now. */
export interface Dependents {
  readonly sheets: readonly Sheet[]
  readonly results: readonly FrozenResult[]
  readonly approvals: readonly Approval[]
}

/** A change before it is made: rows of leaves whose data, rule, mark, target or group would move. */
export interface ProposedChange {
  readonly planId: string
  readonly rows: readonly { readonly leafKey: string; readonly unitId: string }[]
}

/** One thing that would fall, and whose signature is needed again. */
export type Falling =
  | {
      readonly noun: 'sheet'
      readonly id: string
      readonly leafKey: string
      readonly unitIds: readonly string[]
      readonly whole: boolean
      readonly signAgain: readonly { readonly role: SheetRole; readonly personId: string }[]
    }
  | { readonly noun: 'result'; readonly id: string; readonly purpose: FrozenResult['purpose'] }
  | { readonly noun: 'approval'; readonly id: string; readonly steps: number }
  /** Cannot fall any more: it is corrected in the open, by a later document. */
  | { readonly noun: 'issued'; readonly id: string }

/** 影响范围, shown before the act and carried out by the same rules (fallSheet, fallResult, fallApproval). */
export const blastRadius = (change: ProposedChange, standing: Dependents): readonly Falling[] => {
  const sheets = standing.sheets.filter((sheet) => sheet.planId === change.planId).flatMap(fallingSheet(change))
  if (sheets.length === 0) return []
  const results = standing.results.filter((result) => result.planId === change.planId && result.state !== 'voided')
  const digests = new Set(results.filter(({ state }) => state !== 'issued').map(({ runDigest }) => runDigest))
  const approvals = standing.approvals.filter(
    (approval) => approval.state !== 'completed' && digests.has(approval.subject.digest),
  )
  return [
    ...sheets,
    ...results.map(fallingResult),
    ...approvals.map(({ id, records }): Falling => ({ noun: 'approval', id, steps: records.length })),
  ]
}

const fallingResult = ({ id, state, purpose }: FrozenResult): Falling =>
  state === 'issued' ? { noun: 'issued', id } : { noun: 'result', id, purpose }

const fallingSheet =
  ({ rows }: ProposedChange) =>
  (sheet: Sheet): readonly Falling[] => {
    const hit = rows.filter(({ leafKey }) => leafKey === sheet.leafKey).map(({ unitId }) => unitId)
    const scope = scopeOfFall(sheet, hit)
    if (scope === 'none') return []
    const signAgain = sheet.signatures
      .filter(isStanding)
      .map(({ role, signer }) => ({ role, personId: signer.personId }))
    const unitIds = scope === 'whole' ? sheet.unitIds : sheet.unitIds.filter((unitId) => hit.includes(unitId))
    return [{ noun: 'sheet', id: sheet.id, leafKey: sheet.leafKey, unitIds, whole: scope === 'whole', signAgain }]
  }

/** A locked version falls when data under it move, unless it was issued or is void already. */
export const fallResult = (
  result: FrozenResult,
  cause: string,
  { actor, now }: Voider,
): { readonly next: FrozenResult; readonly events: readonly ResultEvent[] } => {
  if (result.state === 'voided' || result.state === 'issued') return { next: result, events: [] }
  return {
    next: { ...result, state: 'voided', voiding: { by: authorOf(actor), at: now, cause } },
    events: [{ type: 'resultVoided', resultId: result.id, cause }],
  }
}
