import type { LibraryErrorCode } from '@quanheng/domain/library/commands'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const libraryErrors = {
  'library.notNow': notNow,
  'library.notYours': forbidden,
  'library.otherUnit': forbidden,
  'library.titleMissing': wrong,
  'library.issuerMissing': wrong,
  'library.effectiveMissing': wrong,
  'library.lastBeforeFirst': wrong,
  'library.empty': wrong,
  'library.articleMissing': wrong,
  'library.articleTwice': wrong,
  'library.sameName': notNow,
  'library.replacesUnknown': wrong,
  'library.replacedAlready': notNow,
  'library.replacesLater': wrong,
  'library.repealTooEarly': wrong,
  'library.reasonMissing': wrong,
  'library.tooManyClauses': wrong,
} as const satisfies Record<LibraryErrorCode | 'library.tooManyClauses', ErrorRow>
