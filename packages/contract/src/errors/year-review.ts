import type { ReviewErrorCode } from '@quanheng/domain/year-review/commands'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const yearReviewErrors = {
  'yearReview.notNow': notNow,
  'yearReview.notYours': forbidden,
  'yearReview.otherUnit': forbidden,
  'yearReview.untilPast': wrong,
  'yearReview.over': notNow,
  'yearReview.textMissing': wrong,
  'yearReview.wantedMissing': wrong,
  'yearReview.nodeUnknown': wrong,
  'yearReview.entryUnknown': wrong,
  'yearReview.reasonMissing': wrong,
  'yearReview.unanswered': wrong,
  'yearReview.summaryMissing': wrong,
  'yearReview.scanMissing': wrong,
  'yearReview.inFuture': wrong,
  'yearReview.nothingToCarry': wrong,
  'yearReview.notLater': wrong,
  'yearReview.carriedAlready': wrong,
  'yearReview.underWay': notNow,
} as const satisfies Record<ReviewErrorCode, ErrorRow>
