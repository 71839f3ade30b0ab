import type { MilestoneErrorCode } from '@quanheng/domain/milestone/decide'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const milestoneErrors = {
  'milestone.notNow': notNow,
  'milestone.notYours': forbidden,
  'milestone.otherUnit': forbidden,
  'milestone.ownUnit': forbidden,
  'milestone.wordsMissing': wrong,
  'milestone.reasonMissing': wrong,
  'milestone.evidenceMissing': wrong,
  'milestone.inFuture': wrong,
  'milestone.reachedMissing': wrong,
  'milestone.samePerson': forbidden,
  'milestone.short': wrong,
  'milestone.notDue': notNow,
} as const satisfies Record<MilestoneErrorCode, ErrorRow>
