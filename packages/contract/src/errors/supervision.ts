import type { RectificationErrorCode } from '@quanheng/domain/rectification/decide'
import type { SupervisionErrorCode } from '@quanheng/domain/supervision/commands'
import type { SupervisionVisitErrorCode } from '@quanheng/domain/supervision-visit/commands'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const supervisionErrors = {
  'supervision.notNow': notNow,
  'supervision.notYours': forbidden,
  'supervision.otherUnit': forbidden,
  'supervision.titleMissing': wrong,
  'supervision.basisMissing': wrong,
  'supervision.unitsMissing': wrong,
  'supervision.subjectsMissing': wrong,
  'supervision.periodMissing': wrong,
  'supervision.periodReversed': wrong,
  'supervision.ladderWrong': wrong,
  'supervision.scanMissing': wrong,
  'supervision.inFuture': wrong,
  'supervision.reasonMissing': wrong,
  'supervision.visitsOpen': notNow,
} as const satisfies Record<SupervisionErrorCode, ErrorRow>

export const supervisionVisitErrors = {
  'supervisionVisit.notNow': notNow,
  'supervisionVisit.notYours': forbidden,
  'supervisionVisit.otherUnit': forbidden,
  'supervisionVisit.orderClosed': notNow,
  'supervisionVisit.inFuture': wrong,
  'supervisionVisit.beforeOrder': wrong,
  'supervisionVisit.visitorsMissing': wrong,
  'supervisionVisit.overviewMissing': wrong,
  'supervisionVisit.subjectUnknown': wrong,
  'supervisionVisit.factMissing': wrong,
  'supervisionVisit.clauseMissing': wrong,
  'supervisionVisit.untilPast': wrong,
  'supervisionVisit.scanMissing': wrong,
  'supervisionVisit.stillStating': notNow,
  'supervisionVisit.upshotMissing': wrong,
  'supervisionVisit.wordsMissing': wrong,
  'supervisionVisit.duePast': wrong,
  'supervisionVisit.samePerson': forbidden,
  'supervisionVisit.reasonMissing': wrong,
  'supervisionVisit.nothingUpheld': wrong,
} as const satisfies Record<SupervisionVisitErrorCode | 'supervisionVisit.nothingUpheld', ErrorRow>

export const rectificationErrors = {
  'rectification.notNow': notNow,
  'rectification.notYours': forbidden,
  'rectification.otherUnit': forbidden,
  'rectification.wordsMissing': wrong,
  'rectification.ownerMissing': wrong,
  'rectification.byPast': wrong,
  'rectification.byLate': wrong,
  'rectification.evidenceMissing': wrong,
  'rectification.samePerson': forbidden,
  'rectification.finder': forbidden,
  'rectification.checkDay': wrong,
  'rectification.duePast': wrong,
  'rectification.reasonMissing': wrong,
} as const satisfies Record<RectificationErrorCode, ErrorRow>
