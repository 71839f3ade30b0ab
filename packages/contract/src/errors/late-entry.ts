import type { LateEntryErrorCode } from '@quanheng/domain/late-entry/decide'
import type { ErrorRow } from './error-row.ts'

export const lateEntryErrors = {
  'lateEntry.notNow': { status: 409, level: 'info' },
  'lateEntry.notYours': { status: 403, level: 'warn' },
  'lateEntry.notLate': { status: 409, level: 'info' },
  'lateEntry.pending': { status: 409, level: 'info' },
  'lateEntry.dayPassed': { status: 422, level: 'info' },
  'lateEntry.ownUnit': { status: 403, level: 'warn' },
  /** The indicator does not read this figure. */
  'lateEntry.otherLeaf': { status: 422, level: 'info' },
} as const satisfies Record<LateEntryErrorCode | 'lateEntry.otherLeaf', ErrorRow>
