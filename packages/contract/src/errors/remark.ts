import type { RemarkErrorCode } from '@quanheng/domain/remark/decide'
import type { ErrorRow } from './error-row.ts'

export const remarkErrors = {
  'remark.wordsMissing': { status: 422, level: 'info' },
  'remark.alreadyAnswered': { status: 409, level: 'info' },
  'remark.samePerson': { status: 409, level: 'warn' },
  'remark.unanswered': { status: 409, level: 'info' },
} as const satisfies Record<RemarkErrorCode, ErrorRow>
