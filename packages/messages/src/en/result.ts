import type { decisionErrors } from '@quanheng/contract/errors/decision'
import type { leadReportErrors } from '@quanheng/contract/errors/lead-report'
import type { resultErrors } from '@quanheng/contract/errors/result'
import type { simulationErrors } from '@quanheng/contract/errors/simulation'

export const result = {
  'leadReport.notNow': 'This cannot be done at the stage the report has reached. Reload to see who acts next.',
  'leadReport.notYours': 'Your present post may not do this. Ask somebody who holds the duty, or switch posts.',
  'leadReport.otherUnit': 'Another lead unit owes this report. Check the responsibilities.',
  'leadReport.incomplete': 'The report has {count} gaps or faults. Correct them by the list before sending it.',
  'leadReport.scanMissing': 'A paper report needs the scan of the stamped original. Upload it first.',
  'leadReport.numberMissing': 'The document number of the report is missing. Enter it as on the original.',
  'leadReport.samePerson': 'Whoever entered the scores cannot confirm them. Ask another person.',
  'leadReport.reasonMissing': 'Give the reason for returning the report or refusing the entry.',
  'freeze.nothingScored': 'There is nothing to freeze. Score the items or register the reports first.',
  'freeze.sheetNotFinal': 'A sheet is not signed or its verification not closed. Finish these before freezing.',
  'freeze.itemUncovered': 'An item has no standing score. Score and sign it before freezing.',
  'freeze.reportsOwed': 'A lead unit has not reported yet. Urge or register its report before freezing.',
  'freeze.runStale': 'Data or plan changed after the run. Compute again before freezing.',
  'freeze.alreadyFrozen': 'This run is frozen already.',
  'result.notNow':
    'This cannot be done at the stage the locked version has reached. An issued one is never void: a later document corrects it.',
  'result.notAsSeen':
    'Not what the meeting saw: {count} figures have moved since the lock ({figures}), so no number is given, nothing is sent up, decided or issued. Find out why; if they are right now, void the locked version, lock anew and go to the meeting again.',
  'result.notYours': 'Your present post may not do this. Ask somebody who holds the duty, or switch posts.',
  'result.otherDecision':
    'This is not a binding approval of this locked version: it must be about the same run, approve it, and be confirmed by a second person.',
  'result.numberMissing': 'The document number is missing. Enter it to register the issue.',
  'result.inFuture': 'The day of issue has not come yet. Check the date.',
  'result.causeMissing': 'Give the reason for voiding it.',
  'ownResult.notOpen': 'Your unit’s scores are not open yet. The plan says: {opens:visibility}.',
  'simulation.draftUnready':
    '{count} marks, weights or settings of the draft cannot be computed yet. Mend what the plan check says must be mended.',
  'simulation.notOpen':
    'This year’s data are open to the director of the office alone, from a locked version; earlier years once their result is decided. Your look has been written down.',
  'ownResult.moved':
    'The score sheet behind this score has moved since it was published and is being worked on. The published score stands; look again when it is done.',
  'result.hidden':
    'Nobody sees totals or ranks before they are locked; from then until the decision only the office director does, and every view is logged.',
  'scoreReport.underWay':
    'The report is under approval or finished, so its words cannot change. Have it returned by a step of the approval first.',
  'scoreReport.unknownFigure':
    'The locked version has no figure “{path}”. Choose one from the list of figures instead of typing it.',
  'scoreReport.textMissing': '“{place:reportPlace}” is empty. Fill it in before you save.',
  'decision.bodyMissing': 'The deciding body is missing. Say which meeting or body decided.',
  'decision.textMissing': 'The text of the decision is missing. Enter it as in the minutes.',
  'decision.scanMissing': 'The minutes are missing. Upload them first.',
  'decision.inFuture': 'The day of the decision has not come yet. Check the date.',
  'decision.reasonMissing': 'Each adjustment needs its reason.',
  'decision.unknownItem': 'An adjusted item is not in the locked version that was decided on. Check it.',
  'decision.fromChanged': 'The score adjusted from is not the computed one. Take it from the locked version.',
  'decision.outOfRange': 'An adjusted score lies between 0 and the full mark of the item. Check it.',
  'decision.unchanged': 'An adjustment changes nothing. Remove it.',
  'decision.adjustedTwice': 'One item is adjusted twice. Make it one adjustment.',
  'decision.notApproved': 'A decision that returns the matter adjusts nothing.',
  'decision.gradeUnknown':
    'A grade is wrong: only units whose grade is open get one, each once, of those that the plan knows. Compare the minutes.',
  'decision.gradesMissing':
    'The grades of {units} ({count} units) are for the meeting to decide. Enter them from the minutes; where the minutes are silent, return the matter.',
  'decision.samePerson': 'Whoever registered a decision cannot confirm it. Ask another person.',
  'decision.confirmed': 'This decision is confirmed and binds. Register a new one to change it.',
  'decision.onAgenda':
    'The results of the year are on the agenda of “{meeting}”. What it decides is carried out once its record is compared.',
  'decision.waiting': 'The decision registered last is not compared yet. Have it compared first.',
} as const satisfies Record<
  | keyof typeof resultErrors
  | keyof typeof simulationErrors
  | keyof typeof leadReportErrors
  | keyof typeof decisionErrors,
  string
>
