import type { ProgressErrorCode } from '@quanheng/domain/progress-report/decide'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const progressReportErrors = {
  'progressReport.notNow': notNow,
  'progressReport.notYours': forbidden,
  'progressReport.otherUnit': forbidden,
  'progressReport.notOpen': notNow,
  'progressReport.noRound': notNow,
  'progressReport.packTooLarge': wrong,
  'progressReport.actualMissing': wrong,
  'progressReport.wordsMissing': wrong,
  'progressReport.reasonMissing': wrong,
  'progressReport.samePerson': forbidden,
  'progressReport.reportedAlready': notNow,
} as const satisfies Record<ProgressErrorCode, ErrorRow>
