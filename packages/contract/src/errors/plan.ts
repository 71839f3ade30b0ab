import type { CalendarError, WorkingDayError } from '@quanheng/domain/kernel/working-days'
import type { PlanErrorCode } from '@quanheng/domain/plan/errors'
import type { ErrorRow } from './error-row.ts'

/** Refusals of a plan, and of the days and calendars that its deadlines rest on. */
export const planErrors = {
  'plan.tooMany': { status: 422, level: 'info' },
  'plan.tooLong': { status: 422, level: 'info' },
  'plan.tooDeep': { status: 422, level: 'info' },
  'plan.duplicateKey': { status: 422, level: 'info' },
  'plan.unknownKey': { status: 422, level: 'info' },
  'plan.circular': { status: 422, level: 'info' },
  'plan.notALeaf': { status: 422, level: 'info' },
  'plan.wrongYear': { status: 422, level: 'info' },
  'plan.kindFixed': { status: 409, level: 'info' },
  'plan.ownerFixed': { status: 409, level: 'info' },
  'plan.noSuchIndicator': { status: 404, level: 'info' },
  'plan.noResponsibility': { status: 409, level: 'info' },
  'plan.noSubstitute': { status: 409, level: 'info' },
  'plan.notNow': { status: 409, level: 'info' },
  'plan.notYours': { status: 403, level: 'warn' },
  'plan.otherUnit': { status: 403, level: 'warn' },
  'plan.noSuchFinding': { status: 409, level: 'info' },
  'plan.mustBeMended': { status: 409, level: 'info' },
  'plan.alreadyAccepted': { status: 409, level: 'info' },
  'plan.reasonMissing': { status: 422, level: 'info' },
  'plan.mustFix': { status: 409, level: 'info' },
  'plan.numberMissing': { status: 422, level: 'info' },
  'plan.dateAhead': { status: 422, level: 'info' },
  'plan.nextDraftOpen': { status: 409, level: 'info' },
  'plan.proposalStale': { status: 409, level: 'info' },
  'plan.notIssued': { status: 409, level: 'info' },
  // Faults of a row in an uploaded task table; said beside its cell, never as an answer of their own.
  'plan.unitUnknown': { status: 422, level: 'info' },
  'plan.unitAmbiguous': { status: 422, level: 'info' },
  'plan.leafAmbiguous': { status: 422, level: 'info' },
  'plan.taskTwice': { status: 422, level: 'info' },
  'plan.milestoneTwice': { status: 422, level: 'info' },
  'plan.unitWithoutLeaf': { status: 422, level: 'info' },
  // Faults of a name in a plan file, said beside its line.
  'plan.nameUnknown': { status: 422, level: 'info' },
  'plan.nameAmbiguous': { status: 422, level: 'info' },
  'plan.fileNotHere': { status: 409, level: 'info' },
  'plan.fileFaulty': { status: 422, level: 'info' },
  'plan.onAgenda': { status: 409, level: 'info' },
  'plan.notAsAgreed': { status: 409, level: 'info' },
  'plan.refusedByMeeting': { status: 409, level: 'info' },
  'plan.noFile': { status: 409, level: 'warn' },
  'date.malformed': { status: 422, level: 'info' },
  'date.noSuchDay': { status: 422, level: 'info' },
  'calendar.yearMissing': { status: 409, level: 'info' },
  'calendar.sourceMissing': { status: 422, level: 'info' },
  'calendar.notOfYear': { status: 422, level: 'info' },
  'calendar.twice': { status: 422, level: 'info' },
  'calendar.notWeekend': { status: 422, level: 'info' },
} as const satisfies Record<
  | Exclude<PlanErrorCode, `quantity.${string}`>
  | 'plan.notIssued'
  | `plan.${'unitUnknown' | 'unitAmbiguous' | 'leafAmbiguous' | 'taskTwice' | 'nameUnknown' | 'nameAmbiguous'}`
  | `plan.${'milestoneTwice' | 'unitWithoutLeaf'}`
  | 'plan.fileFaulty'
  | 'plan.fileNotHere'
  | 'plan.noFile'
  | `plan.${'onAgenda' | 'notAsAgreed' | 'refusedByMeeting'}`
  | WorkingDayError['code']
  | CalendarError['code'],
  ErrorRow
>
