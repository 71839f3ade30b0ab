import type { CommandContext } from '../kernel/command-context.ts'
import type { QuantityCode } from '../kernel/quantity.ts'
import type { DomainError, Result } from '../kernel/result.ts'
import type { ViewCode } from '../plan/errors.ts'
import type { RoutineContent, RoutineRecord, RoutineStance } from './model.ts'

/** A record as typed: points not yet read. */
export interface TypedContent extends Omit<RoutineContent, 'points'> {
  readonly points: string
}

export type RoutineRecordCommand =
  | { readonly kind: 'edit'; readonly content: TypedContent }
  | { readonly kind: 'discard' }
  | { readonly kind: 'submit' }
  /** `viewUntil`: last day on which the unit may state its view. */
  | { readonly kind: 'confirm'; readonly viewUntil: string }
  | { readonly kind: 'return'; readonly reason: string }
  | {
      readonly kind: 'state'
      readonly stance: RoutineStance
      readonly words: string
      readonly files: RoutineContent['files']
    }
  | { readonly kind: 'uphold'; readonly reason: string }
  | { readonly kind: 'withdraw'; readonly reason: string }

export interface RoutineContext extends CommandContext {
  /** 考评年度 of the plan. */
  readonly year: number
}

export type RoutineRecordErrorCode =
  | 'routineRecord.notNow'
  | 'routineRecord.notYours'
  | 'routineRecord.otherUnit'
  | 'routineRecord.ownUnit'
  | 'routineRecord.notCarried'
  | 'routineRecord.dayMissing'
  | 'routineRecord.inFuture'
  | 'routineRecord.outsideYear'
  | 'routineRecord.happeningMissing'
  | 'routineRecord.sourceMissing'
  | 'routineRecord.basisMissing'
  | 'routineRecord.pointsNotPositive'
  | 'routineRecord.evidenceMissing'
  | 'routineRecord.samePerson'
  | 'routineRecord.wordsMissing'
  | 'routineRecord.viewClosed'
  | 'routineRecord.reasonMissing'

export type RoutineRefusal = DomainError<RoutineRecordErrorCode | QuantityCode | ViewCode>

export type RoutineRecordEvent =
  | { readonly type: 'routineRecordBegun'; readonly routineRecordId: string }
  | { readonly type: 'routineRecordMoved'; readonly routineRecordId: string; readonly command: RoutineRecordCommand }

export type RoutineRecordResult = Result<
  { readonly next: RoutineRecord; readonly events: readonly RoutineRecordEvent[] },
  RoutineRefusal
>
