import type { RoutineRecordErrorCode } from '@quanheng/domain/routine-record/commands'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const routineRecordErrors = {
  'routineRecord.notNow': notNow,
  'routineRecord.notYours': forbidden,
  'routineRecord.otherUnit': forbidden,
  'routineRecord.ownUnit': forbidden,
  'routineRecord.notCarried': wrong,
  'routineRecord.dayMissing': wrong,
  'routineRecord.inFuture': wrong,
  'routineRecord.outsideYear': wrong,
  'routineRecord.happeningMissing': wrong,
  'routineRecord.sourceMissing': wrong,
  'routineRecord.basisMissing': wrong,
  'routineRecord.pointsNotPositive': wrong,
  'routineRecord.evidenceMissing': wrong,
  'routineRecord.samePerson': forbidden,
  'routineRecord.wordsMissing': wrong,
  'routineRecord.viewClosed': notNow,
  'routineRecord.reasonMissing': wrong,
  'routineRecord.notTold': notNow,
  'routineRecord.tableFaults': wrong,
} as const satisfies Record<RoutineRecordErrorCode | 'routineRecord.notTold' | 'routineRecord.tableFaults', ErrorRow>
