import type { ObjectionErrorCode } from '@quanheng/domain/objection/commands'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const objectionErrors = {
  'objection.notNow': notNow,
  'objection.notYours': forbidden,
  'objection.otherUnit': forbidden,
  'objection.reasonMissing': wrong,
  'objection.factsMissing': wrong,
  'objection.noWindow': notNow,
  'objection.windowOver': notNow,
  'objection.receivedLate': notNow,
  'objection.receivedEarly': wrong,
  'objection.scanMissing': wrong,
  'objection.already': notNow,
  'objection.ownUnit': forbidden,
  'objection.signedIt': forbidden,
  'objection.answeredIt': forbidden,
  'objection.outOfRange': wrong,
  'objection.unchanged': wrong,
  'objection.wordsMissing': wrong,
  'objection.bodyMissing': wrong,
  'objection.inFuture': wrong,
  'objection.groupDecides': forbidden,
  'objection.directorDecides': forbidden,
  'objection.impactMoved': notNow,
  'objection.samePerson': forbidden,
  'objection.scoreMoved': notNow,
  'objection.onAgenda': notNow,
} as const satisfies Record<ObjectionErrorCode | 'objection.scoreMoved' | 'objection.onAgenda', ErrorRow>
