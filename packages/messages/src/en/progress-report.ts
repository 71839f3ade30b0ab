import type { progressReport as zhCN } from '../zh-CN/progress-report.ts'

export const progressReport = {
  'progressReport.notNow': 'This cannot be done to the report as it stands. Reload the page.',
  'progressReport.notYours':
    'Your present post cannot do this. Whoever has the share in hand reports, the head of the section or unit confirms.',
  'progressReport.otherUnit': 'Another unit (section) bears this. Let them do it.',
  'progressReport.notOpen': 'The period ends on {day}. Report once it is over.',
  'progressReport.noRound':
    'There is no such round. The office sets the calendar; a round opens once its period is over.',
  'progressReport.packTooLarge':
    'The files exceed {limit} together and cannot be packed at once. Take them one by one, or have large ones compressed.',
  'progressReport.actualMissing': 'The share has a target: say what was reached, 0 where nothing was.',
  'progressReport.wordsMissing': 'Say how it goes.',
  'progressReport.reasonMissing': 'Say why it is sent back.',
  'progressReport.samePerson': 'Another person than the reporter confirms. Let the head of the section or unit do it.',
  'progressReport.reportedAlready': 'Somebody of your unit has reported this round. Reload the page and look first.',
} as const satisfies Record<keyof typeof zhCN, string>
