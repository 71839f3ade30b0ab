import type { FeedbackErrorCode } from '@quanheng/domain/feedback/decide'
import type { FeedbackBlockCode } from '@quanheng/domain/feedback/standing'
import type { ErrorRow } from './error-row.ts'

export const feedbackErrors = {
  'feedback.notWanted': { status: 409, level: 'info' },
  'feedback.alreadyOpened': { status: 409, level: 'info' },
  'feedback.notReady': { status: 409, level: 'info' },
  'feedback.over': { status: 409, level: 'info' },
  'feedback.agreedAlready': { status: 409, level: 'info' },
  'feedback.ownOpen': { status: 409, level: 'info' },
  'feedback.wordsMissing': { status: 422, level: 'info' },
  'feedback.asked': { status: 409, level: 'info' },
  'feedback.answered': { status: 409, level: 'info' },
  'feedback.ownUnit': { status: 403, level: 'warn' },
  'feedback.notOpened': { status: 409, level: 'info' },
  'feedback.running': { status: 409, level: 'info' },
  'feedback.unanswered': { status: 409, level: 'info' },
} as const satisfies Record<FeedbackErrorCode | FeedbackBlockCode, ErrorRow>
