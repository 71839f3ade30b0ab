import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { Supervision, SupervisionContent } from './model.ts'

export type SupervisionCommand =
  | { readonly kind: 'edit'; readonly content: SupervisionContent }
  | { readonly kind: 'propose' }
  | { readonly kind: 'order'; readonly words: string; readonly on: string; readonly scanDigest?: string }
  | { readonly kind: 'return'; readonly reason: string; readonly scanDigest?: string }
  | { readonly kind: 'cancel'; readonly reason: string }
  | { readonly kind: 'conclude'; readonly words: string; readonly circularId?: string }

export interface SupervisionContext extends CommandContext {
  /** Visits that are neither settled nor left out yet. */
  readonly openVisits: number
}

export type SupervisionErrorCode =
  | 'supervision.notNow'
  | 'supervision.notYours'
  | 'supervision.otherUnit'
  | 'supervision.titleMissing'
  | 'supervision.basisMissing'
  | 'supervision.unitsMissing'
  | 'supervision.subjectsMissing'
  | 'supervision.periodMissing'
  | 'supervision.periodReversed'
  | 'supervision.ladderWrong'
  | 'supervision.scanMissing'
  | 'supervision.inFuture'
  | 'supervision.reasonMissing'
  | 'supervision.visitsOpen'

export type SupervisionEvent =
  | { readonly type: 'supervisionBegun'; readonly supervisionId: string }
  | { readonly type: 'supervisionMoved'; readonly supervisionId: string; readonly command: SupervisionCommand }

export type SupervisionResult = Result<
  { readonly next: Supervision; readonly events: readonly SupervisionEvent[] },
  DomainError<SupervisionErrorCode>
>
