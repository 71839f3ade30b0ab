import type { MatterErrorCode } from '@quanheng/domain/matter/commands'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const matterErrors = {
  'matter.notNow': notNow,
  'matter.notYours': forbidden,
  'matter.otherUnit': forbidden,
  'matter.titleMissing': wrong,
  'matter.bodyMissing': wrong,
  'matter.membersMissing': wrong,
  'matter.memberUnknown': wrong,
  'matter.untilPast': wrong,
  'matter.roundOpen': notNow,
  'matter.roundOver': notNow,
  'matter.notYourSeat': forbidden,
  'matter.scanMissing': wrong,
  'matter.wordsMissing': wrong,
  'matter.reasonMissing': wrong,
  'matter.answerUnknown': wrong,
  'matter.unanswered': wrong,
  'matter.notRevised': wrong,
  'matter.inFuture': wrong,
} as const satisfies Record<MatterErrorCode, ErrorRow>
