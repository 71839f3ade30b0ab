import type { LikenessErrorCode } from '@quanheng/domain/evidence/likeness'
import type { ErrorRow } from './error-row.ts'

export const likenessErrors = {
  'likeness.changed': { status: 409, level: 'info' },
  'likeness.own': { status: 403, level: 'warn' },
  'likeness.settled': { status: 409, level: 'info' },
} as const satisfies Record<LikenessErrorCode, ErrorRow>
