import type { LeadReportErrorCode } from '@quanheng/domain/report/decide'
import type { ErrorRow } from './error-row.ts'

export const leadReportErrors = {
  'leadReport.notNow': { status: 409, level: 'info' },
  'leadReport.notYours': { status: 403, level: 'warn' },
  'leadReport.otherUnit': { status: 403, level: 'warn' },
  'leadReport.incomplete': { status: 422, level: 'info' },
  'leadReport.scanMissing': { status: 422, level: 'info' },
  'leadReport.numberMissing': { status: 422, level: 'info' },
  'leadReport.samePerson': { status: 409, level: 'warn' },
  'leadReport.reasonMissing': { status: 422, level: 'info' },
} as const satisfies Record<LeadReportErrorCode, ErrorRow>
