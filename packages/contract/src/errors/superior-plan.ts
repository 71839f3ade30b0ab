import type { SuperiorPlanErrorCode } from '@quanheng/domain/superior-plan/commands'
import type { ErrorRow } from './error-row.ts'

const wrong = { status: 422, level: 'info' } as const
const notNow = { status: 409, level: 'info' } as const
const forbidden = { status: 403, level: 'warn' } as const

export const superiorPlanErrors = {
  'superiorPlan.notNow': notNow,
  'superiorPlan.notYours': forbidden,
  'superiorPlan.otherUnit': forbidden,
  'superiorPlan.titleMissing': wrong,
  'superiorPlan.issuerMissing': wrong,
  'superiorPlan.nameMissing': wrong,
  'superiorPlan.nameTwice': wrong,
  'superiorPlan.notPositive': wrong,
  'superiorPlan.indicatorUnknown': wrong,
  'superiorPlan.shareTwice': wrong,
  'superiorPlan.unitUnknown': wrong,
  'superiorPlan.sectionUnknown': wrong,
  'superiorPlan.noticeEmpty': wrong,
  'superiorPlan.tableFaults': wrong,
  'superiorPlan.calendarWrong': wrong,
  'superiorPlan.scoreNegative': wrong,
  'superiorPlan.verdictMissing': wrong,
  'superiorPlan.verdictInFuture': wrong,
  'superiorPlan.nothingDivided': wrong,
  'superiorPlan.breakdownFaults': wrong,
  'superiorPlan.reasonMissing': wrong,
} as const satisfies Record<SuperiorPlanErrorCode, ErrorRow>
