import type { yearReview as zhCN } from '../zh-CN/year-review.ts'

export const yearReview = {
  'yearReview.notNow': 'This cannot be done to the review as it stands. Reload the page.',
  'yearReview.notYours': 'Your present post cannot do this. Let somebody do it who has this duty, or switch posts.',
  'yearReview.otherUnit': 'The office of the year plan does this.',
  'yearReview.untilPast': 'The last day lies before today. Take today or later.',
  'yearReview.over': 'Entries were taken until {day}. Ask the office where something is missing.',
  'yearReview.textMissing': 'Say what it is.',
  'yearReview.wantedMissing': 'Say what next year’s plan should say.',
  'yearReview.nodeUnknown': 'The plan has no such indicator. Reload the page and choose again.',
  'yearReview.entryUnknown': 'This entry was taken back, or is not your unit’s. Reload the page.',
  'yearReview.reasonMissing':
    'Give the reason: of a return, a cancellation, and of what is not or only partly taken up.',
  'yearReview.unanswered': '{count} entries have no answer yet. Answer each, then put it up.',
  'yearReview.summaryMissing': 'The summary is not written yet. Write it first.',
  'yearReview.scanMissing':
    'Attach the scan of what the head wrote: who is not the head registers it with the original.',
  'yearReview.inFuture': 'The day lies after today. Check it.',
  'yearReview.nothingToCarry': 'No change was taken up: there is nothing to carry on.',
  'yearReview.notLater': 'It goes into the plan of a later year. Choose another.',
  'yearReview.carriedAlready': 'The changes wait in that plan already. Deal with them in its plan check.',
  'yearReview.underWay': 'The review of this year is under way. Open it from the list.',
} as const satisfies Record<keyof typeof zhCN, string>
