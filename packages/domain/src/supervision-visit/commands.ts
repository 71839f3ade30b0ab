import type { CommandContext } from '../kernel/command-context.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { SupervisionVisit, Upshot, VisitFile, VisitNotes } from './model.ts'

export type SupervisionVisitCommand =
  | { readonly kind: 'record'; readonly notes: VisitNotes }
  | { readonly kind: 'send'; readonly until: string }
  | {
      readonly kind: 'state'
      readonly words: string
      readonly files: readonly VisitFile[]
      readonly scanDigest?: string
    }
  | { readonly kind: 'settle'; readonly documentNumber: string; readonly upshots: readonly Upshot[] }
  | { readonly kind: 'drop'; readonly reason: string }

export interface SupervisionVisitContext extends CommandContext {
  /** The order that the visit carries out. */
  readonly order: { readonly isUnderWay: boolean; readonly from: string; readonly subjects: readonly string[] }
}

export type SupervisionVisitErrorCode =
  | 'supervisionVisit.notNow'
  | 'supervisionVisit.notYours'
  | 'supervisionVisit.otherUnit'
  | 'supervisionVisit.orderClosed'
  | 'supervisionVisit.inFuture'
  | 'supervisionVisit.beforeOrder'
  | 'supervisionVisit.visitorsMissing'
  | 'supervisionVisit.overviewMissing'
  | 'supervisionVisit.subjectUnknown'
  | 'supervisionVisit.factMissing'
  | 'supervisionVisit.clauseMissing'
  | 'supervisionVisit.untilPast'
  | 'supervisionVisit.scanMissing'
  | 'supervisionVisit.stillStating'
  | 'supervisionVisit.upshotMissing'
  | 'supervisionVisit.wordsMissing'
  | 'supervisionVisit.duePast'
  | 'supervisionVisit.samePerson'
  | 'supervisionVisit.reasonMissing'

export type SupervisionVisitEvent = {
  readonly type: 'supervisionVisitMoved'
  readonly visitId: string
  readonly command: SupervisionVisitCommand
}

export type SupervisionVisitResult = Result<
  { readonly next: SupervisionVisit; readonly events: readonly SupervisionVisitEvent[] },
  DomainError<SupervisionVisitErrorCode>
>
