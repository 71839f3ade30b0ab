import type { routineRecord as zhCN } from '../zh-CN/routine-record.ts'

export const routineRecord = {
  'routineRecord.notNow': 'This cannot be done in the present state of the record. Reload the page.',
  'routineRecord.notYours': 'Your present post cannot do this. Let whoever has the duty do it, or switch posts.',
  'routineRecord.otherUnit':
    'Records are written and confirmed by the section that scores the indicator; the unit concerned states its view.',
  'routineRecord.ownUnit': 'You hold a post in the unit concerned and stay out of its records. Another person must.',
  'routineRecord.notCarried': 'The unit does not carry this indicator. Check unit and indicator.',
  'routineRecord.dayMissing': 'Enter the day on which it happened.',
  'routineRecord.inFuture': 'The day cannot be after today.',
  'routineRecord.outsideYear': 'The day lies outside {year} and cannot be recorded under that plan.',
  'routineRecord.happeningMissing': 'Say what happened.',
  'routineRecord.sourceMissing': 'Name where it stands, such as a notice with its number, minutes or a report.',
  'routineRecord.basisMissing': 'Where points are proposed, name the clause or rule.',
  'routineRecord.pointsNotPositive': 'Proposed points are above 0; whether they add or deduct is chosen beside them.',
  'routineRecord.evidenceMissing': 'Where points are proposed, attach evidence before submitting.',
  'routineRecord.samePerson': 'Whoever wrote it cannot confirm it. Another head of the section must.',
  'routineRecord.wordsMissing': 'Say what is not right and how it was.',
  'routineRecord.viewClosed':
    'Views could be stated until {until}. Ask the scoring section to withdraw it if it is wrong.',
  'routineRecord.reasonMissing': 'Give the reason; those concerned will see it.',
  'routineRecord.notTold': 'The record is not confirmed; there is no notice yet.',
  'routineRecord.tableFaults': 'The workbook has {count} faults; nothing was taken. Mend them in the marked workbook.',
} as const satisfies Record<keyof typeof zhCN, string>
