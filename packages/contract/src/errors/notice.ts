import type { ErrorRow } from './error-row.ts'

/** Refusals of 文件导入: files that cannot be read, and decisions about what is not in a reading. */
export const noticeErrors = {
  'noticeFile.empty': { status: 422, level: 'info' },
  'noticeFile.tooLarge': { status: 413, level: 'info' },
  'noticeFile.tooMuchText': { status: 422, level: 'info' },
  'noticeFile.encrypted': { status: 422, level: 'info' },
  'noticeFile.macros': { status: 422, level: 'info' },
  'noticeFile.damaged': { status: 422, level: 'info' },
  'noticeFile.unknownFormat': { status: 422, level: 'info' },
  'noticeFile.noText': { status: 422, level: 'info' },
  'notice.noSuchField': { status: 404, level: 'info' },
  'notice.noSuchFinding': { status: 404, level: 'info' },
  'notice.correctionEmpty': { status: 422, level: 'info' },
  'notice.noSuchKind': { status: 422, level: 'info' },
  'notice.undecidedLeft': { status: 409, level: 'info' },
  'notice.notLater': { status: 409, level: 'info' },
  'notice.otherPlan': { status: 409, level: 'info' },
  'notice.drafted': { status: 409, level: 'info' },
  'notice.noChanges': { status: 409, level: 'info' },
  'notice.changesUndecided': { status: 409, level: 'info' },
  'notice.nothingAccepted': { status: 409, level: 'info' },
} as const satisfies Record<string, ErrorRow>
