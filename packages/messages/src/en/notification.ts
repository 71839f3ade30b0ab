import type { notification as zhCN } from '../zh-CN/notification.ts'

export const notification = {
  'notification.postGiven': 'You hold the post {kind:post} in {unit} from {from}.',
  'notification.postEnded': 'Your post {kind:post} in {unit} ends on {to}.',
  'notification.factorReleased':
    'The security administrator has released your second factor. Enrol your authenticator again.',
  'notification.planIssued': '“{plan}” has been issued and names your unit. Please read it.',
  'notification.planReissued': '“{plan}” has changed: version {number} is in force. Check your unit’s tasks and dates.',
  'notification.planToIssue': '“{plan}” has passed its checks and waits to be issued.',
  'notification.planReturned': '“{plan}” went back to drafting. Revise it and check it again.',
  'notification.datumReturned': '{what} of “{plan}” came back: {reason}. Correct it and report it again.',
  'notification.datumReturnedUntil':
    '{what} of “{plan}” came back: {reason}. Correct it and report it again by {until}.',
  'notification.datumReturnedToHead':
    '{what} of “{plan}” came back to the head: {reason}. Confirm it again or return it to the reporter by {until}.',
  'notification.datumReopened': '{what} of “{plan}” was reopened; scores and signatures resting on it no longer hold.',
  'notification.datumLate': '{what} of “{plan}” was reported late (due on {due}): {reason}.',
  'notification.datumOnBehalf': '{what} of “{plan}” was entered on your behalf: {reason}. Please check it.',
  'notification.datumVerified': '{what} of “{plan}” was corrected by verification. Please check the verified figure.',
  'notification.lateEntryAsked': '{what} of “{plan}”: {unit} asks for late entry because: {reason}. Please answer.',
  'notification.lateEntryGranted':
    'Late entry of {what} of “{plan}” is agreed. Enter it by {until}; it is marked late.',
  'notification.lateEntryDeclined': 'Late entry of {what} of “{plan}” was declined: {reason}.',
  'notification.selfReviewReturned':
    'The self-review of your unit under “{plan}” was returned: {reason}. Mend it and have it signed again.',
  'notification.feedbackOpened':
    'First scores of “{plan}” are sent to your unit. Check them until {until} and ask item by item.',
  'notification.feedbackAsked': '{what} of “{plan}”: {unit} asks about its first score: {reason}. Please answer.',
  'notification.feedbackAccepted':
    '{what} of “{plan}”: the question was accepted and the item is scored again: {reason}.',
  'notification.feedbackDeclined': '{what} of “{plan}”: the question was declined: {reason}.',
  'notification.sheetToSign':
    'The score sheet “{what}” of “{plan}” is signed by its handler and waits for the head’s signature.',
  'notification.sheetReturned': 'The score sheet “{what}” of “{plan}” was returned: {reason}.',
  'notification.sheetFell':
    'Signatures on the score sheet “{what}” of “{plan}” fell: {cause}. It must be scored and signed again.',
  'notification.sheetRowsFell':
    '{count} row(s) of the score sheet “{what}” of “{plan}” fell: {cause}. They are signed again on an amendment sheet.',
  'notification.sheetPaperRefused':
    'A paper signature entered for the score sheet “{what}” of “{plan}” does not match its scan: {reason}. Enter it again.',
  'notification.verificationPlanned': 'On-site verification of “{what}” of “{plan}” is arranged for your group.',
  'notification.seedCommitAsked':
    '“{what}” of “{plan}”: you take part in the seed of the draw. File your commitment and keep its slip.',
  'notification.seedRevealAsked':
    '“{what}” of “{plan}”: both commitments stand and the list is fixed. Reveal what you committed to.',
  'notification.drawToWitness': '“{what}” of “{plan}”: the draw is recorded. Check the record and sign as its witness.',
  'notification.verificationOpinion':
    '“{what}” of “{plan}”: the verification group gave an opinion on {unit}. Answer whether it is adopted.',
  'notification.verificationAnswered': '“{what}” of “{plan}”: the opinion on {unit} was answered: {answer:answer}.',
  'notification.remarkFiled':
    '“{plan}”: an observer remarks: {reason}. Answer it; until then no result is locked and no paper numbered.',
  'notification.remarkAnswered': '“{plan}”: your remark was answered ({answer:remarkAnswer}): {reason}.',
  'notification.leadReportReceived': '“{plan}”: the score report of {what} ({documentNumber}) has come in.',
  'notification.leadReportLate': '“{plan}”: the score report of {what} ({documentNumber}) came in late (due on {due}).',
  'notification.leadReportReturned':
    '“{plan}”: your unit’s score report was returned: {reason}. Correct it and send it again.',
  'notification.resultVoided': 'The locked version of “{plan}” was voided: {cause}.',
  'notification.approvalWaiting': '“{what}” has reached the step “{step}” and waits for you.',
  'notification.approvalReturned': '“{what}” was returned: {reason}.',
  'notification.approvalCompleted': 'The approval of “{what}” is complete.',
  'notification.approvalFell':
    'The locked version under “{what}” was voided, and its approval with it. Send a new locked version for approval.',
  'notification.receiptRecorded':
    'The superior’s receipt for “{what}” ({documentNumber}) was recorded on {receivedOn}.',
  'notification.filesDamaged':
    'Stored files are damaged or missing: {names}. Ask the system administrator to restore them from a backup and to check again.',
  'notification.filesDamagedMany':
    '{count} stored files are damaged or missing: {names} and more. Ask the system administrator to restore them from a backup and to check again.',
  'notification.circularToIssue': '“{what}” waits to be signed off. Sign it off or send it back.',
  'notification.circularIssued': '“{what}” has been issued. Read it and sign for it.',
  'notification.circularIssuedUntil': '“{what}” has been issued. Read it and sign for it by {until}.',
  'notification.circularUrged': '“{what}” has not been signed for. Please sign soon.',
  'notification.circularWithdrawn': '“{what}” has been withdrawn: {reason}. Do not act on it.',
  'notification.matterOpinionAsked': '“{what}”: your opinion is asked until {until}.',
  'notification.matterToApprove': '“{what}” waits for your decision. Approve it or send it back.',
  'notification.matterApproved': '“{what}” was approved by the head.',
  'notification.supervisionToOrder': 'Supervision “{what}” waits for your order. Order it or send it back.',
  'notification.visitToState': 'What was found in “{what}” was sent to you. State your view until {until}.',
  'notification.visitStated': '“{what}”: the unit has stated its view. Decide on the findings.',
  'notification.rectificationOrdered': '“{what}” is to be put right until {due}. Send your plan.',
  'notification.rectificationToCheck': '“{what}” was reported done. Check it.',
  'notification.rectificationReturned': '“{what}” came back: {reason}. Until {due}.',
  'notification.rectificationClosed': '“{what}” was checked and closed.',
  'notification.adjustmentSent': '{plan}: a request to adjust {what} has come. Give your opinion or deal with it.',
  'notification.adjustmentOpinion': '{plan}: the lead unit has spoken on the request to adjust {what}. Review it.',
  'notification.adjustmentReturned':
    '{plan}: the request to adjust {what} came back: {reason}. Complete it and send it again.',
  'notification.adjustmentToDecide': '{plan}: the request to adjust {what} waits for your decision.',
  'notification.reviewOpened': '“{what}” is open: say until {until} what worked, what did not and what should change.',
  'notification.reviewToTake': '“{what}” waits for your decision. Take it or send it back.',
  'notification.progressToConfirm': '“{what}”: progress of {period} was reported. Confirm it or send it back.',
  'notification.progressReturned': '“{what}”: progress of {period} was sent back: {reason}. Report it again.',
  'notification.progressUrged': '“{what}”: progress of {period} is not reported yet, due {due}. Report it soon.',
  'notification.breakdownIssued': '“{what}” was divided and issued. See what your unit bears.',
  'notification.breakdownReissued': '“{what}” was divided anew: {reason}. See what changed for your unit.',
  'notification.breakdownToIssue': '“{what}” is divided and waits to be issued.',
  'notification.evaluationOpened': '“{what}” asks for your ballot. Fill it in from {from} to {until}.',
  'notification.reviewTaken': '“{what}” was taken by the head. See what was taken up.',
  'notification.peopleProposed': '{unit} has submitted changes of its people. Decide them line by line.',
  'notification.peopleReturned':
    '{count} lines of the changes of your people came back. Correct and submit again, or take them out.',
  'notification.taskTakenOver': '{name} has taken over: {what}.',
  'notification.peopleDecided': 'The changes of your people are done. Fetch the slips of new accounts.',
  'notification.adjustmentReplied': '{plan}: the request to adjust {what} has its reply ({number}). Read it.',
  'notification.objectionSent': '“{plan}”: {unit} objects to {what}. Register it, or say why it is not taken up.',
  'notification.objectionRegistered':
    '“{plan}”: the objection to {what} is registered ({number}); decision due by {until}.',
  'notification.objectionToAnswer': '“{plan}”: there is an objection to {what} ({number}). Answer it by {until}.',
  'notification.objectionDeclined': '“{plan}”: the objection to {what} is not taken up: {reason}.',
  'notification.objectionToRescore':
    '“{plan}”: the objection to {what} ({number}) is answered; somebody who did not sign scores it again.',
  'notification.objectionToDecide':
    '“{plan}”: {what} ({number}) was scored again. See what a correction would move and put it to who decides.',
  'notification.objectionKept': '“{plan}”: the objection to {what} ({number}) is decided, the score is kept: {reason}.',
  'notification.objectionCorrected':
    '“{plan}”: the objection to {what} ({number}) is decided, the score is corrected: {reason}. The result stays in force until the corrected one is issued.',
  'notification.resultCorrected': '“{plan}”: the corrected result is issued and moves your rank or grade: {change}.',
  'notification.milestoneToConfirm': 'The milestone “{what}” was reported completed. Confirm it.',
  'notification.milestoneConfirmed': 'The milestone “{what}” was confirmed.',
  'notification.milestoneReturned':
    'The report on the milestone “{what}” came back: {reason}. Report again; the light runs on.',
  'notification.milestoneMissed':
    'The milestone “{what}” was stated as missed: {reason}. It may still be reported late.',
  'notification.milestoneWarning': 'The milestone “{what}” is due on {due}. Complete and report it.',
  'notification.milestoneYellow': 'The milestone “{what}”, due on {due}, shows yellow. Complete and report it.',
  'notification.milestoneRed': 'The milestone “{what}”, due on {due}, shows red. See that your unit completes it.',
  'notification.milestonesLit': '{count} milestones ({what} and others): {rung:lightRung}. See the register.',
  'notification.milestoneRedNext': 'The milestone “{what}”, due on {due}, is red and still open. Urge the unit.',
  'notification.routineRecordToConfirm': 'The routine record “{what}” was submitted. Confirm it.',
  'notification.routineRecordReturned': 'The routine record “{what}” came back: {reason}. Change it and submit again.',
  'notification.routineRecordTold':
    'Under {plan} a fact about your unit was recorded: “{what}”. Check it; state your view by {until}.',
  'notification.routineRecordDiffered': 'The unit denies the routine record “{what}”. Uphold or withdraw it.',
  'notification.routineRecordUpheld': 'The routine record “{what}” stands: {reason}.',
  'notification.routineRecordWithdrawn': 'The routine record “{what}” was withdrawn: {reason}.',
} as const satisfies Record<keyof typeof zhCN, string>
