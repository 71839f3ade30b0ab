import type { CircularErrorCode } from '@quanheng/domain/circular/commands'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const circularErrors = {
  'circular.notNow': notNow,
  'circular.notYours': forbidden,
  'circular.otherUnit': forbidden,
  'circular.titleMissing': wrong,
  'circular.bodyMissing': wrong,
  'circular.sourceMissing': wrong,
  'circular.meetingMissing': wrong,
  'circular.meetingUnknown': wrong,
  'circular.receiversMissing': wrong,
  'circular.nobodyThere': wrong,
  'circular.signByPast': wrong,
  'circular.samePerson': { status: 409, level: 'warn' },
  'circular.scanMissing': wrong,
  'circular.numberMissing': wrong,
  'circular.inFuture': wrong,
  'circular.reasonMissing': wrong,
  'circular.notReceiver': forbidden,
  'circular.alreadySigned': notNow,
  'circular.allSigned': notNow,
  'circular.urgedToday': notNow,
  'circular.fileNoProof': wrong,
} as const satisfies Record<CircularErrorCode | 'circular.fileNoProof', ErrorRow>
