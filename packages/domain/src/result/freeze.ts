import { type FeedbackBlockCode, type FeedbackStanding, feedbackBlockers } from '../feedback/standing.ts'
import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result } from '../kernel/result.ts'
import { type RegisterSummary, registerSummary } from '../report/completeness.ts'
import type { LeadReport } from '../report/model.ts'
import { type Sheet, standingUnits } from '../sheet/model.ts'
import type { ResultEvent } from './decide.ts'
import type { FreezePurpose, FrozenResult } from './model.ts'

export type FreezeErrorCode =
  | 'freeze.nothingScored'
  | 'freeze.sheetNotFinal'
  | 'freeze.itemUncovered'
  | 'freeze.reportsOwed'
  | 'freeze.runStale'
  | 'freeze.alreadyFrozen'
  | 'remark.unanswered'
  | FeedbackBlockCode
export type FreezeError = DomainError<FreezeErrorCode>

/** What the plan expects and what stands, as read in the freezing transaction. */
export interface FreezeGround {
  readonly purpose: FreezePurpose
  readonly runDigest: string
  /** Digest that a run over the live data and plan would have. */
  readonly presentDigest: string
  /** Every item of the plan; each must stand on exactly one final sheet. */
  readonly items: readonly { readonly leafKey: string; readonly unitId: string }[]
  readonly sheets: readonly Sheet[]
  /** For `totals`: the register of lead units' reports. */
  readonly reports: readonly LeadReport[]
  readonly frozen: readonly FrozenResult[]
  /** 监督意见 on the plan, or on those under it, that nobody has answered. */
  readonly openRemarks: number
  /** 初评反馈 of a lead unit's scores; absent for totals, which rest on reports. */
  readonly feedback?: FeedbackStanding
}

const isFinal = ({ state }: Sheet): boolean => state === 'verified' || state === 'aggregated'

/** Everything that keeps a run from being frozen; the page lists it all, each with its place. */
export const freezeBlockers = (ground: FreezeGround, today: string): readonly FreezeError[] => {
  const stale = ground.runDigest === ground.presentDigest ? [] : [{ code: 'freeze.runStale' as const }]
  const twice = ground.frozen.some(
    (result) => result.purpose === ground.purpose && result.runDigest === ground.runDigest && result.state !== 'voided',
  )
  const basis =
    ground.purpose === 'totals' ? reportBlockers(registerSummary(ground.reports, today)) : sheetBlockers(ground)
  const remarks =
    ground.openRemarks === 0
      ? []
      : [{ code: 'remark.unanswered' as const, params: { count: String(ground.openRemarks) } }]
  const feedback = ground.feedback ? feedbackBlockers(ground.feedback, today) : []
  return [...basis, ...remarks, ...feedback, ...stale, ...(twice ? [{ code: 'freeze.alreadyFrozen' as const }] : [])]
}

const reportBlockers = ({ complete, owing }: RegisterSummary): readonly FreezeError[] =>
  complete || owing.length > 0
    ? owing.map(({ leadUnitId }) => ({ code: 'freeze.reportsOwed', at: leadUnitId }))
    : [{ code: 'freeze.nothingScored' }]

/** What of a plan's items is not signed through and verified. */
export const sheetBlockers = ({ items, sheets }: Pick<FreezeGround, 'items' | 'sheets'>): readonly FreezeError[] => {
  if (items.length === 0) return [{ code: 'freeze.nothingScored' }]
  const open: readonly FreezeError[] = sheets
    .filter((sheet) => standingUnits(sheet).length > 0 && !isFinal(sheet))
    .map((sheet) => ({ code: 'freeze.sheetNotFinal', at: sheet.id, params: { state: sheet.state } }))
  const covered = new Set(
    sheets.flatMap((sheet) => standingUnits(sheet).map((unitId) => `${sheet.leafKey}\u0000${unitId}`)),
  )
  const bare: readonly FreezeError[] = items
    .filter(({ leafKey, unitId }) => !covered.has(`${leafKey}\u0000${unitId}`))
    .map(({ leafKey, unitId }) => ({ code: 'freeze.itemUncovered', at: `${leafKey}/${unitId}` }))
  return [...open, ...bare]
}

/** 锁定: names a run for a purpose. Every sheet signed, every verification ended, or every lead unit's report registered. */
export const freezeRun = (
  planId: string,
  ground: FreezeGround,
  context: CommandContext,
): Result<{ readonly next: FrozenResult; readonly events: readonly ResultEvent[] }, FreezeError> => {
  const [blocker] = freezeBlockers(ground, context.today)
  if (blocker) return { ok: false, error: blocker }
  const next: FrozenResult = {
    id: context.newId(),
    planId,
    purpose: ground.purpose,
    runDigest: ground.runDigest,
    frozenBy: authorOf(context.actor),
    frozenAt: context.now,
    state: 'aggregated',
  }
  return ok({ next, events: [{ type: 'resultFrozen', result: next }] })
}
