import type { CommandContext } from '../kernel/command-context.ts'
import type { ExactText } from '../kernel/exact.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { BallotCode } from './ballot.ts'
import type { EvaluationContent } from './channel.ts'
import type { ContentCode } from './check-content.ts'
import type { Evaluation, Evaluator } from './model.ts'
import type { PaperCount, PaperCountCode } from './paper-count.ts'
import type { ChannelMarks } from './result.ts'
import type { SecretCode, Slip } from './secret.ts'

export type EvaluationCommand =
  | { readonly kind: 'save'; readonly content: EvaluationContent }
  | { readonly kind: 'open'; readonly evaluators: readonly Evaluator[]; readonly digest: string }
  | ({ readonly kind: 'count' } & Omit<PaperCount, 'by' | 'at'>)
  /** `outstanding`: people who are asked and have not sent their ballot. */
  | { readonly kind: 'close'; readonly outstanding: number; readonly box: readonly Slip[] }
  | { readonly kind: 'tally'; readonly ballots: readonly ChannelMarks[] }
  | {
      readonly kind: 'feed'
      readonly fed: readonly { readonly datumId: string; readonly unitId: string; readonly value: ExactText }[]
    }
  | { readonly kind: 'cancel'; readonly reason: string }

export type EvaluationErrorCode =
  | 'evaluation.notNow'
  | 'evaluation.notYours'
  | 'evaluation.otherUnit'
  | 'evaluation.underWay'
  | 'evaluation.nobodyAsked'
  | 'evaluation.dayPassed'
  | 'evaluation.stillRunning'
  | 'evaluation.notPaper'
  | 'evaluation.countAgreed'
  | 'evaluation.countOpen'
  | 'evaluation.scanMissing'
  | 'evaluation.nothingToFeed'
  | 'evaluation.figureReported'
  | 'evaluation.notAsked'
  | 'evaluation.notOpen'
  | 'evaluation.sentAlready'
  | 'evaluation.reasonMissing'
  | 'evaluation.ticketTaken'
  | 'evaluation.noTicketsNow'
  | 'evaluation.boxShut'
  | 'evaluation.slipSpent'
  | 'evaluation.namedSender'
  | SecretCode
  | BallotCode
  | ContentCode
  | PaperCountCode

export type EvaluationEvent = {
  readonly type: 'evaluationBegun' | 'evaluationMoved' | 'ballotSent' | 'ticketTaken'
  readonly evaluationId: string
}

export type EvaluationContext = CommandContext
export type EvaluationRefusal = DomainError<EvaluationErrorCode>
export type EvaluationOutcome = Result<
  { readonly next: Evaluation; readonly events: readonly EvaluationEvent[] },
  EvaluationRefusal
>
