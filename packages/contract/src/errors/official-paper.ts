import type { OfficialPaperErrorCode } from '@quanheng/domain/official-paper/decide'
import type { ErrorRow } from './error-row.ts'

export const officialPaperErrors = {
  'officialPaper.notNow': { status: 409, level: 'info' },
  'officialPaper.notYours': { status: 403, level: 'warn' },
  'officialPaper.begun': { status: 409, level: 'info' },
  'officialPaper.textMissing': { status: 422, level: 'info' },
  'officialPaper.typedFigure': { status: 422, level: 'info' },
  'officialPaper.unknownFigure': { status: 422, level: 'info' },
  'officialPaper.unchanged': { status: 409, level: 'info' },
  'officialPaper.sourceMoved': { status: 409, level: 'warn' },
  'officialPaper.sourceSame': { status: 409, level: 'info' },
  'officialPaper.notDecided': { status: 409, level: 'info' },
  'officialPaper.samePerson': { status: 409, level: 'warn' },
  'officialPaper.inFuture': { status: 422, level: 'info' },
  'officialPaper.formFaults': { status: 409, level: 'info' },
  'officialPaper.numberDiffers': { status: 409, level: 'info' },
  'officialPaper.numberTaken': { status: 409, level: 'info' },
  'officialPaper.reasonMissing': { status: 422, level: 'info' },
} as const satisfies Record<
  | Extract<OfficialPaperErrorCode, `officialPaper.${string}`>
  | `officialPaper.${'begun' | 'notDecided' | 'formFaults' | 'numberDiffers' | 'numberTaken'}`,
  ErrorRow
>
