import type { ItemBlockerCode } from '@quanheng/domain/item/blockers'
import type { ItemErrorCode } from '@quanheng/domain/item/record'
import type { ErrorRow } from './error-row.ts'

export const itemErrors = {
  'item.sheetSigned': { status: 409, level: 'info' },
  'item.ownUnit': { status: 403, level: 'warn' },
  'item.missing': { status: 409, level: 'info' },
  'item.ambiguous': { status: 409, level: 'info' },
  'item.ruleFault': { status: 409, level: 'warn' },
  'item.sourceMissing': { status: 422, level: 'info' },
  'item.basisMissing': { status: 422, level: 'info' },
  'item.reasonMissing': { status: 422, level: 'info' },
  'item.clauseMissing': { status: 422, level: 'info' },
  'item.reasonsDoNotAdd': { status: 422, level: 'info' },
} as const satisfies Record<ItemErrorCode | ItemBlockerCode, ErrorRow>
