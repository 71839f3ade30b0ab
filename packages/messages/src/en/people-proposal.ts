import type { peopleProposalErrors } from '@quanheng/contract/errors/people-proposal'

export const peopleProposal = {
  'peopleProposal.notNow': 'This cannot be done in the present state of the proposal. Reload the page.',
  'peopleProposal.notYours':
    'Your present post cannot do this. Unit administrators write proposals, the security administrator decides.',
  'peopleProposal.otherUnit': 'The proposal is of another unit. Its own unit administrator handles it.',
  'peopleProposal.empty': 'There is no line to handle. Write or choose at least one.',
  'peopleProposal.tooMany': 'A proposal has at most {limit} lines. Begin another.',
  'peopleProposal.lineUnknown': 'The line was taken out or decided. Reload the page.',
  'peopleProposal.lineDecided': 'The line was approved and carried out. Write another line to change it again.',
  'peopleProposal.lineFault':
    'Line {number} ({name}) is at fault; nothing was done. See the words under the line, correct or return it, then try again.',
  'peopleProposal.reasonMissing': 'Please give the reason.',
  'peopleProposal.kindUnknown': 'There is no change “{text}”. Choose from the list.',
  'peopleProposal.heldAmbiguous': 'This person holds several posts here. Say which post, and its section if needed.',
  'peopleProposal.postNotOfUnit':
    '{kind:post}: not a post that a unit proposes. The security administrator registers it.',
  'peopleProposal.notHeld': 'This person does not hold that post on the day. Check the post and the day.',
  'peopleProposal.notHere': 'The login “{login}” holds no post in this unit on the day. Check login and day.',
  'peopleProposal.otherName': 'The login “{login}” does not go with this name. Check whether it is the right person.',
} as const satisfies Record<keyof typeof peopleProposalErrors, string>
