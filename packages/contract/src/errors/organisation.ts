import type { ErrorRow } from './error-row.ts'

export const organisationErrors = {
  'unit.nameTaken': { status: 409, level: 'info' },
  'unit.closed': { status: 409, level: 'info' },
  'section.nameTaken': { status: 409, level: 'info' },
  'section.notOfUnit': { status: 422, level: 'info' },
  'person.disabled': { status: 409, level: 'info' },
  'person.isSelf': { status: 409, level: 'warn' },
  'post.administratorHoldsAnother': { status: 409, level: 'warn' },
  'post.administratorHasBusiness': { status: 409, level: 'warn' },
  'post.sectionNeeded': { status: 422, level: 'info' },
  'post.periodBackwards': { status: 422, level: 'info' },
  'post.ended': { status: 409, level: 'info' },
  'post.heldTwice': { status: 409, level: 'info' },
} as const satisfies Record<string, ErrorRow>
