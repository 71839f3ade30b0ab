import type {
  rectificationErrors,
  supervisionErrors,
  supervisionVisitErrors,
} from '@quanheng/contract/errors/supervision'

export const supervision = {
  'supervision.notNow': 'This supervision does not stand where this can be done. Refresh the page.',
  'supervision.notYours': 'Your present post does not do this. Leave it to the post that does, or change to it.',
  'supervision.otherUnit': 'This is done by the office that drafted the supervision, and by the head of its group.',
  'supervision.titleMissing': 'Enter the name of the supervision.',
  'supervision.basisMissing': 'Enter what it rests on: the yearly plan, a decision, or an arrangement of the group.',
  'supervision.unitsMissing': 'Choose the units to visit.',
  'supervision.subjectsMissing': 'Enter what is looked at: indicators or topics, one a line.',
  'supervision.periodMissing': 'Enter the first and the last day. Supervision is limited in time.',
  'supervision.periodReversed': 'The last day is before the first. Check both.',
  'supervision.ladderWrong':
    'The tickets are out of order: yellow from the second time on, red never before yellow, days late likewise.',
  'supervision.scanMissing': 'Attach the scan of the signed original: what the head did not do on screen rests on it.',
  'supervision.inFuture': 'The day of the order is in the future. Check it.',
  'supervision.reasonMissing': 'Give the reason for sending it back or cancelling it.',
  'supervision.visitsOpen': '{count} visits are not settled. Settle each, or leave it out with a reason.',
} as const satisfies Record<keyof typeof supervisionErrors, string>

export const supervisionVisit = {
  'supervisionVisit.notNow': 'This visit does not stand where this can be done. Refresh the page.',
  'supervisionVisit.notYours': 'Your present post does not do this. Leave it to the post that does, or change to it.',
  'supervisionVisit.otherUnit': 'This is done by the visited unit, or by the office that was sent.',
  'supervisionVisit.orderClosed': 'This supervision is not under way; its visits cannot change.',
  'supervisionVisit.inFuture': 'The day of the visit is in the future. Check it.',
  'supervisionVisit.beforeOrder': 'The visit is before the first day of the order, {from}. Check it.',
  'supervisionVisit.visitorsMissing': 'Enter who went.',
  'supervisionVisit.overviewMissing': 'Describe what was seen, also where nothing was found.',
  'supervisionVisit.subjectUnknown': 'This is outside the scope of the order. Choose one of its subjects.',
  'supervisionVisit.factMissing': 'State the fact: when, where, how many.',
  'supervisionVisit.clauseMissing': 'State the clause. Without one it is not a finding.',
  'supervisionVisit.untilPast': 'The last day for the statement has passed. Set another.',
  'supervisionVisit.scanMissing': 'Attach the scan of the statement that the unit signed.',
  'supervisionVisit.stillStating': 'The unit may speak until {until} and has not. Wait for it, or for the day.',
  'supervisionVisit.upshotMissing': 'Decide on each finding, once.',
  'supervisionVisit.wordsMissing': 'State what is to be done; where a finding is not upheld, why.',
  'supervisionVisit.duePast': 'Enter the last day for putting it right, after today.',
  'supervisionVisit.samePerson':
    'Who wrote the findings up cannot decide on them. Leave it to another person of the office.',
  'supervisionVisit.reasonMissing': 'Give the reason for not visiting.',
  'supervisionVisit.nothingUpheld': 'No finding was upheld at this unit; there is no notice to print.',
} as const satisfies Record<keyof typeof supervisionVisitErrors, string>

export const rectification = {
  'rectification.notNow': 'This item does not stand where this can be done. Refresh the page.',
  'rectification.notYours': 'Your present post does not do this. Leave it to the post that does, or change to it.',
  'rectification.otherUnit':
    'The notified unit puts it right; the office that sent the notice checks it or gives more days.',
  'rectification.wordsMissing': 'Enter what will be done, was done, or was seen.',
  'rectification.ownerMissing': 'Enter who answers for it, by name and duty.',
  'rectification.byPast': 'The planned day has passed. Set another.',
  'rectification.byLate': 'The planned day is after the last day, {due}. Ask the office where more days are needed.',
  'rectification.evidenceMissing': 'Attach evidence, such as photographs or papers.',
  'rectification.samePerson': 'Who reported it cannot check it. Leave it to another person of the office.',
  'rectification.finder': 'Who found it cannot check it. Leave it to another person of the office.',
  'rectification.checkDay': 'The check lies between the notice and today. Check the day.',
  'rectification.duePast': 'The new day must be after the old one and not before today.',
  'rectification.reasonMissing': 'Give the reason for sending it back or for more days.',
} as const satisfies Record<keyof typeof rectificationErrors, string>
