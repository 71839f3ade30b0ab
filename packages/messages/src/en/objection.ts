import type { objectionErrors } from '@quanheng/contract/errors/objection'

export const objection = {
  'objection.notNow': 'The objection does not stand where this can be done. Refresh the page.',
  'objection.notYours': 'Your present post does not do this. Leave it to the post that does, or change to it.',
  'objection.otherUnit':
    'The objecting unit, the office and the scoring unit each do their own part; your present post is in none that does this.',
  'objection.reasonMissing':
    'Give the reason. Objecting, answering, scoring again, withdrawing, refusing and sending back need one.',
  'objection.factsMissing': 'Say what was found.',
  'objection.noWindow': 'The plan opens no window for objections here. Write to the office, which enters the letter.',
  'objection.windowOver': 'Objections could be made until {until}. Speak to the office where there is still one.',
  'objection.receivedLate': 'The letter came after the last day for objections, {until}; it cannot be entered.',
  'objection.receivedEarly': 'The letter came before the result was issued on {issued}. Check the day.',
  'objection.scanMissing':
    'Attach the scan of the signed or stamped original: letters, decisions of meetings and corrections rest on it.',
  'objection.already': 'There has been an objection to this score. Each score is reviewed once; see the list.',
  'objection.ownUnit': 'The objecting unit is one of your own: stand aside, and leave it to somebody else.',
  'objection.signedIt':
    'You, or another account of yours, signed this sheet. Somebody of your unit who did not sign it scores it again.',
  'objection.answeredIt':
    'You, or another account of yours, answered this objection. Somebody else of your unit scores it again.',
  'objection.outOfRange': 'Corrected points lie between 0 and the full mark, {fullMark}. Check them.',
  'objection.unchanged': 'These are the published points. To keep them, choose “Kept”.',
  'objection.wordsMissing': 'Say what was decided.',
  'objection.bodyMissing': 'Say which meeting decided.',
  'objection.inFuture': 'This day lies in the future. Check it.',
  'objection.groupDecides': 'Under the plan the leading group decides. Put it before a meeting.',
  'objection.directorDecides':
    'By delegation the director of the office decides in person. For a decision of the group choose the group.',
  'objection.impactMoved': 'What a correction would move was not looked at, or has changed since. Look at it again.',
  'objection.samePerson': 'Two people enter and compare. Somebody else of the office compares.',
  'objection.scoreMoved':
    'The score has moved since it was published and cannot be corrected from there. Settle it with the scoring unit.',
  'objection.onAgenda': 'It lies before “{meeting}” and is decided there.',
} as const satisfies Record<keyof typeof objectionErrors, string>
