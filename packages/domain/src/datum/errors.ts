import type { QuantityCode } from '../kernel/quantity.ts'
import type { DomainError } from '../kernel/result.ts'

export type DatumErrorCode =
  | 'datum.notNow'
  | 'datum.notYours'
  | 'datum.notAsked'
  | 'datum.providerFigure'
  | 'datum.ownUnit'
  | 'datum.samePerson'
  | 'datum.evidenceMissing'
  | 'datum.reasonMissing'
  | 'datum.lateReasonMissing'
  | 'datum.lateNotGranted'
  | 'datum.opened'
  | 'datum.dayPassed'
  | 'datum.afterCutoff'
  | 'datum.inFuture'
  | 'datum.originalMissing'
  | 'datum.wrongKind'
  | 'datum.notWhole'
  | 'datum.unknownEntry'
  | 'datum.earlierRelease'
  | 'datum.releaseWaits'
  | 'datum.noRelease'
  | QuantityCode

export type DatumError = DomainError<DatumErrorCode>
