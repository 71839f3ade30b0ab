import type { ErrorRow } from './error-row.ts'

export const accountErrors = {
  'account.notBegun': { status: 409, level: 'info' },
  'account.alreadyBegun': { status: 409, level: 'warn' },
  'account.wrongCode': { status: 403, level: 'warn' },
  'account.wrongPassword': { status: 401, level: 'warn' },
  'account.locked': { status: 423, level: 'warn' },
  'account.factorNeeded': { status: 401, level: 'info' },
  'account.wrongFactor': { status: 401, level: 'warn' },
  'account.mustChangePassword': { status: 403, level: 'info' },
  'account.linkUnknown': { status: 404, level: 'warn' },
  'account.linkExpired': { status: 410, level: 'info' },
  'account.passwordTooShort': { status: 422, level: 'info' },
  'account.passwordTooLong': { status: 422, level: 'info' },
  'account.passwordTooSimple': { status: 422, level: 'info' },
  'account.passwordCommon': { status: 422, level: 'info' },
  'account.passwordHasName': { status: 422, level: 'info' },
  'account.passwordReused': { status: 422, level: 'info' },
  'account.loginTaken': { status: 409, level: 'info' },
  'account.notRehearsal': { status: 403, level: 'warn' },
  'account.dateBackwards': { status: 422, level: 'info' },
  'account.noFactor': { status: 409, level: 'info' },
} as const satisfies Record<string, ErrorRow>
