import type { SubmissionErrorCode } from '@quanheng/domain/submission/decide'
import type { PrepareErrorCode } from '@quanheng/domain/submission/prepare'
import type { ErrorRow } from './error-row.ts'

export const submissionErrors = {
  'submission.notNow': { status: 409, level: 'info' },
  'submission.notYours': { status: 403, level: 'warn' },
  'submission.numberMissing': { status: 409, level: 'info' },
  'submission.orderDiffers': { status: 422, level: 'info' },
  'submission.filesMissing': { status: 422, level: 'info' },
  'submission.noSuchRow': { status: 404, level: 'info' },
  'submission.samePerson': { status: 409, level: 'warn' },
  'submission.inFuture': { status: 422, level: 'info' },
  'submission.beforeSending': { status: 422, level: 'info' },
  'submission.prepared': { status: 409, level: 'info' },
} as const satisfies Record<SubmissionErrorCode | PrepareErrorCode | 'submission.prepared', ErrorRow>
