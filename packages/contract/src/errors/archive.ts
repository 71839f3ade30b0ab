import type { ErrorRow } from './error-row.ts'

export const archiveErrors = {
  /** Nothing of the year has been locked yet. [year] */
  'archive.notLocked': { status: 409, level: 'info' },
  /** One of the body is being made already. [year] */
  'archive.making': { status: 409, level: 'info' },
  /** Somebody cancelled it. [year] */
  'archive.cancelled': { status: 409, level: 'info' },
  /** Nothing to cancel. [year] */
  'archive.notMaking': { status: 409, level: 'info' },
  /** Acts kept coming while the log was to be read as of one moment. */
  'archive.busy': { status: 503, level: 'warn' },
  /** A thing is not what the last act on it made of it. [noun, id] */
  'archive.thingChanged': { status: 500, level: 'error' },
  /** A file that is cited is not in the store. [digest] */
  'archive.filesMissing': { status: 500, level: 'error' },
  /** The package does not pass its own verifier. [reason] */
  'archive.notSound': { status: 500, level: 'error' },
  /** More than the plain zip format holds. */
  'archive.tooLarge': { status: 422, level: 'warn' },
  /** No totals are locked: there is nothing to publish. [year] */
  'archive.nothingPublic': { status: 409, level: 'info' },
  /** What would be published shows a phone or a mailbox. [path] */
  'archive.personal': { status: 409, level: 'warn' },
  /** An archived year is taken into an empty system only. */
  'archive.notEmpty': { status: 409, level: 'info' },
  /** 公开稿: it has no rows. */
  'archive.publicOnly': { status: 422, level: 'info' },
  /** A package from before rows were put in. */
  'archive.noRows': { status: 422, level: 'info' },
  /** A table or column that this program does not know. [name] */
  'archive.rowsUnknown': { status: 422, level: 'warn' },
  /** A row says something else than the sealed thing. [noun, id] */
  'archive.rowsDiffer': { status: 422, level: 'warn' },
} as const satisfies Record<string, ErrorRow>
