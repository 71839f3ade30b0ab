import type { matterErrors } from '@quanheng/contract/errors/matter'

export const matter = {
  'matter.notNow': 'The matter does not stand where this can be done. Refresh the page.',
  'matter.notYours': 'Your present post does not do this. Leave it to the post that does, or change to it.',
  'matter.otherUnit': 'This is done by the office that drafted the matter, and by the head of its group.',
  'matter.titleMissing': 'Enter the name of the matter.',
  'matter.bodyMissing': 'The text is still empty. Write it first.',
  'matter.membersMissing': 'Choose the members to ask; what is urgent or special may go straight to the head.',
  'matter.memberUnknown': 'This member does not sit there now, or was not asked. Refresh the page and choose again.',
  'matter.untilPast': 'The last day for opinions has passed. Set another.',
  'matter.roundOpen':
    'Opinions may come until {until}, and some have not. Close it after that day, or when all have come.',
  'matter.roundOver': 'Opinions closed on {until}. Ask the office where something must be added.',
  'matter.notYourSeat':
    'You cannot speak for this member: the member does, or the liaison or the office with the signed original.',
  'matter.scanMissing': 'Attach the scan of the signed original: this is not done by the person on screen.',
  'matter.wordsMissing': 'Say what should change, or why you object.',
  'matter.reasonMissing':
    'Give the reason. Going straight to the head, partly accepting, declining and sending back need one.',
  'matter.answerUnknown': 'The answers do not fit the opinions, or one is answered twice. Refresh the page.',
  'matter.unanswered': 'The opinion of {member} has no answer yet. Answer each before it goes to the head.',
  'matter.notRevised': 'Opinions were accepted and the text is unchanged. Change it first.',
  'matter.inFuture': 'The day of the decision lies in the future. Check it.',
} as const satisfies Record<keyof typeof matterErrors, string>
