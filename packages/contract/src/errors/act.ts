import type { ErrorRow } from './error-row.ts'

export const actErrors = {
  'act.tooManyRows': { status: 422, level: 'info' },
} as const satisfies Record<string, ErrorRow>
