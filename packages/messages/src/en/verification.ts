import type { verificationErrors } from '@quanheng/contract/errors/verification'

export const verification = {
  'verification.notNow': 'This cannot be done at the stage the verification has reached. Reload to see who acts next.',
  'verification.notYours': 'Your present post may not do this. Ask somebody who holds the duty, or switch posts.',
  'verification.standardMissing':
    'The verification standard is missing. Verification follows a standard; state it first.',
  'verification.reasonMissing':
    'Give the reason. Key picks, cancelled draws, proposed changes, declined opinions and a refused signature all need one.',
  'verification.nothingToVerify': 'No unit was chosen. Choose at least one, or give the reason for no verification.',
  'verification.notOnSheet': 'This unit does not stand on the score sheet. Choose again.',
  'verification.pickedTwice': 'The same unit was chosen twice. Remove one.',
  'verification.sizeOutOfRange': 'The sample must be a whole number from 1 to {most}.',
  'verification.factorsWrong':
    'A draw by risk needs at least one factor, each once, adding a whole number from 1 to 9. Choose again.',
  'verification.partiesWrong': 'An agreed seed has two parties, and exactly one of them is an observer. Choose again.',
  'verification.publicDayCome':
    'The public number must appear after the list is fixed, but {day} has come. Agree on a later one, or decide to call out a seed.',
  'verification.publicNotYet': 'The public number appears on {day}; there is no draw before. Enter it then.',
  'verification.notParty': 'You are no party of the agreed seed, or have filed no commitment.',
  'verification.alreadyCommitted':
    'You have filed your commitment; it does not change. Keep the value until the list is fixed.',
  'verification.alreadyRevealed': 'You have revealed your value already.',
  'verification.revealMismatch':
    'This is not the value that you committed to. Compare it with what you kept; if it is lost, the lead decides to call out a seed.',
  'verification.revealMissing':
    '{names} has not revealed the value yet. Ask for it, or let the lead decide, with the reason, to call out a seed.',
  'verification.notWitness': 'Only the observer named in the draw signs as its witness.',
  'verification.alreadyWitnessed': 'You have signed this draw as its witness.',
  'verification.notWitnessed':
    'A draw from an agreed seed is signed by its witness before anyone is visited. Ask the observer to sign.',
  'verification.drawChanged':
    'The record is not the one that you were shown. Reload the page and compare before you sign.',
  'verification.populationChanged': 'Units left the sheet after the list was fixed. Arrange the verification anew.',
  'verification.seedMissing': 'The seed is incomplete. Enter the value of each party, without “|”.',
  'verification.noWitness': 'A draw needs a witness from the observers who is not the person drawing.',
  'verification.notRandom': 'This verification has no random draw to make or to cancel.',
  'verification.visitsBegun': 'Visits have begun, so the draw cannot be cancelled.',
  'verification.notPicked': 'This unit is not to be verified. Check the draw record or the key picks.',
  'verification.tooFewMembers': 'A visit needs at least two verifiers. Add one.',
  'verification.interested': 'A verifier holds a post in the visited unit. Replace that person.',
  'verification.inFuture': 'The day of the visit has not come yet. Check the date.',
  'verification.notVisited': 'There is no visit record for this unit. Record the visit before giving an opinion.',
  'verification.alreadyAnswered': 'This opinion has been answered and cannot change.',
  'verification.noOpinion': 'There is no opinion on this unit to answer.',
  'verification.samePerson': 'Whoever gave the opinion cannot decide on it. The handler answers.',
  'verification.ownUnit': 'You hold a post in this unit, so the substitute answers.',
  'verification.unanswered': 'A unit has no opinion yet, or a proposed change has no answer. Finish these first.',
  'verification.unsigned': 'Scores changed by adopted opinions are not signed again yet.',
} as const satisfies Record<keyof typeof verificationErrors, string>
