import type { ErrorRow } from './error-row.ts'

export const uploadErrors = {
  'upload.empty': { status: 422, level: 'info' },
  'upload.nameMissing': { status: 400, level: 'info' },
  'upload.otherContent': { status: 422, level: 'info' },
  'upload.program': { status: 422, level: 'info' },
  'upload.infected': { status: 409, level: 'warn' },
  'upload.notFound': { status: 404, level: 'info' },
} as const satisfies Record<string, ErrorRow>
