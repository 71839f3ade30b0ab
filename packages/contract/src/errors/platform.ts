import type { ErrorRow } from './error-row.ts'

/** Refusals that any route may give. */
export const platformErrors = {
  'platform.notSignedIn': { status: 401, level: 'info' },
  'platform.stepUpNeeded': { status: 401, level: 'info' },
  'platform.notAllowed': { status: 403, level: 'warn' },
  /** [year] */
  'platform.archived': { status: 409, level: 'info' },
  'platform.badOrigin': { status: 403, level: 'warn' },
  'platform.notFound': { status: 404, level: 'info' },
  'platform.routeNotFound': { status: 404, level: 'info' },
  'platform.badInput': { status: 400, level: 'info' },
  'platform.badJson': { status: 400, level: 'info' },
  'platform.keyMissing': { status: 400, level: 'info' },
  'platform.keyReused': { status: 409, level: 'warn' },
  'platform.inProgress': { status: 409, level: 'info' },
  'platform.stale': { status: 409, level: 'info' },
  'platform.tooLarge': { status: 413, level: 'info' },
  'platform.wrongType': { status: 415, level: 'info' },
  'platform.tooMany': { status: 429, level: 'warn' },
  'platform.databaseAway': { status: 503, level: 'error' },
  /** The connection broke while the act was being committed: it stands whole, or not at all; asked for again it is done once. */
  'platform.outcomeUnknown': { status: 503, level: 'error' },
  'platform.diskFull': { status: 503, level: 'error' },
  /** The disk reports an error of its own (EIO), or has been made read-only because of one. */
  'platform.diskFault': { status: 503, level: 'error' },
  /** The database did not keep the leaf of the act, so the act was not done either. */
  'platform.notLogged': { status: 503, level: 'error' },
  'platform.internal': { status: 500, level: 'error' },
} as const satisfies Record<string, ErrorRow>
