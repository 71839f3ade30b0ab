import type { SelfReviewErrorCode } from '@quanheng/domain/self-review/decide'
import type { ErrorRow } from './error-row.ts'

export const selfReviewErrors = {
  'selfReview.notWanted': { status: 409, level: 'info' },
  'selfReview.locked': { status: 409, level: 'info' },
  'selfReview.signed': { status: 409, level: 'info' },
  'selfReview.notSigned': { status: 409, level: 'info' },
  'selfReview.outOfRange': { status: 422, level: 'info' },
  'selfReview.incomplete': { status: 409, level: 'info' },
  'selfReview.reportMissing': { status: 422, level: 'info' },
} as const satisfies Record<SelfReviewErrorCode, ErrorRow>
