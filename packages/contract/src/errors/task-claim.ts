import type { ClaimRefusal } from '@quanheng/domain/workbench/claim'
import type { ErrorRow } from './error-row.ts'

export const taskClaimErrors = {
  'taskClaim.taken': { status: 409, level: 'info' },
  'taskClaim.already': { status: 409, level: 'info' },
} as const satisfies Record<ClaimRefusal['code'], ErrorRow>
