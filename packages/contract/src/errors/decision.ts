import type { DecisionErrorCode } from '@quanheng/domain/decision/record'
import type { ErrorRow } from './error-row.ts'

export const decisionErrors = {
  'decision.bodyMissing': { status: 422, level: 'info' },
  'decision.textMissing': { status: 422, level: 'info' },
  'decision.scanMissing': { status: 422, level: 'info' },
  'decision.inFuture': { status: 422, level: 'info' },
  'decision.reasonMissing': { status: 422, level: 'info' },
  'decision.unknownItem': { status: 422, level: 'info' },
  'decision.fromChanged': { status: 409, level: 'info' },
  'decision.outOfRange': { status: 422, level: 'info' },
  'decision.unchanged': { status: 422, level: 'info' },
  'decision.adjustedTwice': { status: 422, level: 'info' },
  'decision.notApproved': { status: 422, level: 'info' },
  'decision.gradeUnknown': { status: 422, level: 'info' },
  'decision.gradesMissing': { status: 422, level: 'info' },
  'decision.samePerson': { status: 409, level: 'warn' },
  'decision.confirmed': { status: 409, level: 'info' },
  'decision.waiting': { status: 409, level: 'info' },
  'decision.onAgenda': { status: 409, level: 'info' },
} as const satisfies Record<DecisionErrorCode | 'decision.waiting' | 'decision.onAgenda', ErrorRow>
