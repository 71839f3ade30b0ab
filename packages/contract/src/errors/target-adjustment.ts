import type { AdjustmentErrorCode } from '@quanheng/domain/target-adjustment/commands'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const targetAdjustmentErrors = {
  'targetAdjustment.notNow': notNow,
  'targetAdjustment.notYours': forbidden,
  'targetAdjustment.otherUnit': forbidden,
  'targetAdjustment.notForeseen': notNow,
  'targetAdjustment.tooLate': notNow,
  'targetAdjustment.itemUnknown': wrong,
  'targetAdjustment.unitUnknown': wrong,
  'targetAdjustment.noLead': wrong,
  'targetAdjustment.noTarget': wrong,
  'targetAdjustment.targetUnread': wrong,
  'targetAdjustment.unchanged': wrong,
  'targetAdjustment.nameMissing': wrong,
  'targetAdjustment.sameName': wrong,
  'targetAdjustment.markUnread': wrong,
  'targetAdjustment.placeUnknown': wrong,
  'targetAdjustment.marksRule': wrong,
  'targetAdjustment.marksTooFew': wrong,
  'targetAdjustment.weighted': wrong,
  'targetAdjustment.noBonus': wrong,
  'targetAdjustment.ownScorer': wrong,
  'targetAdjustment.reasonMissing': wrong,
  'targetAdjustment.groundMissing': wrong,
  'targetAdjustment.filesMissing': wrong,
  'targetAdjustment.wordsMissing': wrong,
  'targetAdjustment.scanMissing': wrong,
  'targetAdjustment.byMeeting': notNow,
  'targetAdjustment.inFuture': wrong,
  'targetAdjustment.numberMissing': wrong,
  'targetAdjustment.replyBefore': wrong,
  'targetAdjustment.effectiveOutside': wrong,
  'targetAdjustment.notAgreed': notNow,
} as const satisfies Record<AdjustmentErrorCode, ErrorRow>
