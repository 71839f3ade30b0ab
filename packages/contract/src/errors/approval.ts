import type { ApprovalErrorCode } from '@quanheng/domain/approval/commands'
import type { ErrorRow } from './error-row.ts'

export const approvalErrors = {
  'approval.notNow': { status: 409, level: 'info' },
  'approval.notYours': { status: 403, level: 'warn' },
  'approval.chainEmpty': { status: 409, level: 'info' },
  'approval.noCountersigners': { status: 422, level: 'info' },
  'approval.contentChanged': { status: 409, level: 'info' },
  'approval.notYourStep': { status: 403, level: 'info' },
  'approval.notCountersigner': { status: 403, level: 'info' },
  'approval.alreadyAgreed': { status: 409, level: 'info' },
  'approval.ownPaper': { status: 409, level: 'warn' },
  'approval.otherDecision': { status: 409, level: 'warn' },
  'approval.numberMalformed': { status: 422, level: 'info' },
  'approval.bookGap': { status: 409, level: 'error' },
  'approval.reasonMissing': { status: 422, level: 'info' },
  'approval.noSuchStep': { status: 422, level: 'info' },
  'approval.nothingRevised': { status: 409, level: 'info' },
  'approval.onAgenda': { status: 409, level: 'info' },
  'approval.started': { status: 409, level: 'info' },
  'numberBook.exists': { status: 409, level: 'info' },
  'numberBook.titleMissing': { status: 422, level: 'info' },
  'numberBook.noSuchNumber': { status: 404, level: 'info' },
  'numberBook.ofApproval': { status: 409, level: 'info' },
  'numberBook.burned': { status: 409, level: 'info' },
  'numberBook.issued': { status: 409, level: 'info' },
  'numberBook.inFuture': { status: 422, level: 'info' },
  'numberBook.reasonMissing': { status: 422, level: 'info' },
  'letterhead.organMissing': { status: 422, level: 'info' },
  'letterhead.kindsMissing': { status: 422, level: 'info' },
  'letterhead.exists': { status: 409, level: 'info' },
} as const satisfies Record<
  | Extract<ApprovalErrorCode, `approval.${string}`>
  | 'approval.started'
  | 'approval.onAgenda'
  | `numberBook.${string}`
  | `letterhead.${string}`,
  ErrorRow
>
