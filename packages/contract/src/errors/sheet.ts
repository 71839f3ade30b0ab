import type { SheetErrorCode } from '@quanheng/domain/sheet/commands'
import type { ErrorRow } from './error-row.ts'

export const sheetErrors = {
  'sheet.notNow': { status: 409, level: 'info' },
  'sheet.notYours': { status: 403, level: 'warn' },
  'sheet.contentChanged': { status: 409, level: 'info' },
  'sheet.reasonMissing': { status: 422, level: 'info' },
  'sheet.dataOpen': { status: 409, level: 'info' },
  'sheet.rowsDiffer': { status: 409, level: 'warn' },
  'sheet.ownUnit': { status: 403, level: 'warn' },
  'sheet.samePerson': { status: 409, level: 'warn' },
  'sheet.notYourTurn': { status: 409, level: 'info' },
  'sheet.otherScorer': { status: 403, level: 'warn' },
  'sheet.signerUnknown': { status: 422, level: 'info' },
} as const satisfies Record<Extract<SheetErrorCode, `sheet.${string}`> | 'sheet.signerUnknown', ErrorRow>
