import type { DatumErrorCode } from '@quanheng/domain/datum/errors'
import type { ErrorRow } from './error-row.ts'

export const datumErrors = {
  'datum.notNow': { status: 409, level: 'info' },
  'datum.notYours': { status: 403, level: 'warn' },
  'datum.notAsked': { status: 403, level: 'warn' },
  'datum.providerFigure': { status: 403, level: 'warn' },
  'datum.ownUnit': { status: 403, level: 'warn' },
  'datum.samePerson': { status: 409, level: 'warn' },
  'datum.evidenceMissing': { status: 422, level: 'info' },
  'datum.reasonMissing': { status: 422, level: 'info' },
  'datum.lateReasonMissing': { status: 422, level: 'info' },
  'datum.lateNotGranted': { status: 409, level: 'info' },
  'datum.opened': { status: 409, level: 'info' },
  'datum.dayPassed': { status: 422, level: 'info' },
  /** The head of a figure that nobody has confirmed yet: return it to the reporter. */
  'datum.notConfirmed': { status: 409, level: 'info' },
  'datum.afterCutoff': { status: 422, level: 'info' },
  'datum.inFuture': { status: 422, level: 'info' },
  'datum.originalMissing': { status: 422, level: 'info' },
  'datum.wrongKind': { status: 422, level: 'info' },
  'datum.notWhole': { status: 422, level: 'info' },
  'datum.unknownEntry': { status: 422, level: 'info' },
  'datum.notAsRecorded': { status: 422, level: 'info' },
  'datum.recordsOpen': { status: 409, level: 'info' },
  'datum.earlierRelease': { status: 422, level: 'info' },
  'datum.releaseWaits': { status: 409, level: 'info' },
  'datum.noRelease': { status: 409, level: 'info' },
  'quantity.empty': { status: 422, level: 'info' },
  'quantity.tooLong': { status: 422, level: 'info' },
  'quantity.exponent': { status: 422, level: 'info' },
  'quantity.grouping': { status: 422, level: 'info' },
  'quantity.percent': { status: 422, level: 'info' },
  'quantity.notANumber': { status: 422, level: 'info' },
  /** One datum stands twice in a batch. */
  'datum.twice': { status: 422, level: 'info' },
  /** A typed text that is neither 是 nor 否. */
  'datum.notYesNo': { status: 422, level: 'info' },
  /** Lines of a workbook: no datum of mine bears the number; changed since the workbook was made. */
  'datum.lineUnknown': { status: 422, level: 'info' },
  'datum.lineStale': { status: 422, level: 'info' },
} as const satisfies Record<
  DatumErrorCode | 'datum.notConfirmed' | 'datum.twice' | 'datum.notYesNo' | 'datum.lineUnknown' | 'datum.lineStale',
  ErrorRow
>
