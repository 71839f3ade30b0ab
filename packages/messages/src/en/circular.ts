import type { circularErrors } from '@quanheng/contract/errors/circular'

export const circular = {
  'circular.notNow': 'The circular does not stand where this can be done. Refresh the page.',
  'circular.notYours': 'Your present post does not do this. Leave it to the post that does, or change to it.',
  'circular.otherUnit': 'This is done by the office that drafted the circular.',
  'circular.titleMissing': 'Enter a title.',
  'circular.bodyMissing': 'The text is still empty. Write it first.',
  'circular.sourceMissing':
    'What passes on a requirement or an instruction names its source: paper and number, or whose instruction and when.',
  'circular.meetingMissing': 'Choose the meeting whose decisions are made known.',
  'circular.meetingUnknown':
    'The meeting is none of this office, or its record has not been compared. Compare it first, or choose another.',
  'circular.receiversMissing': 'Nobody is addressed yet. Choose the group, units or posts.',
  'circular.nobodyThere': 'Nobody holds {place} at present. Fill the post first, or address the unit.',
  'circular.signByPast': 'The last day for signing has passed. Send it back and set another.',
  'circular.samePerson': 'You wrote or proposed this circular; another person lets it go out.',
  'circular.scanMissing': 'Attach the scan of the signed draft: neither the head nor the director acts in person here.',
  'circular.numberMissing': 'This paper needs a number. Enter the one of the OA, or take one from a book.',
  'circular.inFuture': 'The day of issue lies in the future. Check it.',
  'circular.reasonMissing': 'Give the reason.',
  'circular.notReceiver':
    'You do not sign for this receiver: a unit signs by its principal, liaison or clerk, a post in person.',
  'circular.alreadySigned': 'It has been signed for already.',
  'circular.allSigned': 'Everybody has signed; there is nobody to urge.',
  'circular.urgedToday': 'They have been urged today. Urge again tomorrow, or call them.',
  'circular.fileNoProof':
    '“{name}” is an attachment of “{title}”. Circulars and instructions by leaders are for information and never evidence or grounds of a bonus. Use material on what was done.',
} as const satisfies Record<keyof typeof circularErrors, string>
