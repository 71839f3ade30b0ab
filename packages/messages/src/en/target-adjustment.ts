import type { targetAdjustmentErrors } from '@quanheng/contract/errors/target-adjustment'

export const targetAdjustment = {
  'targetAdjustment.notNow': 'The request does not stand where this can be done. Refresh the page.',
  'targetAdjustment.notYours': 'Your present post does not do this. Leave it to the post that does, or change to it.',
  'targetAdjustment.otherUnit':
    'Another unit does this: the unit that asks sends, the lead unit speaks, the office reviews and replies.',
  'targetAdjustment.notForeseen': 'The plan of this year takes no adjustments. Ask the office where one is needed.',
  'targetAdjustment.tooLate': 'Requests closed on {day}. Ask the office where one is needed.',
  'targetAdjustment.itemUnknown': 'Your unit does not carry this indicator. Refresh the page and choose again.',
  'targetAdjustment.unitUnknown': 'This lead unit is not registered. Refresh the page and choose again.',
  'targetAdjustment.noLead': 'The indicator has no lead unit to ask. The plan must name one first.',
  'targetAdjustment.noTarget': 'The indicator has no target to change. Choose another kind of adjustment.',
  'targetAdjustment.targetUnread': 'A target is a number, as 8 or 6.5. Correct it.',
  'targetAdjustment.unchanged': 'This is what the plan says already. Enter what it should become.',
  'targetAdjustment.nameMissing': 'Enter the name of the new indicator.',
  'targetAdjustment.sameName': 'The plan has an indicator "{name}" already. Choose another name or adjust that one.',
  'targetAdjustment.markUnread': 'A mark is a number above 0, as 5 or 2.5. Correct it.',
  'targetAdjustment.placeUnknown': 'The branch is not in the plan, or has no parts. Choose another.',
  'targetAdjustment.marksRule':
    'Choose what becomes of the marks: scaled, or which indicator gives way; a dropped one is no bonus.',
  'targetAdjustment.marksTooFew': '"{name}" has {mark} marks, too few to give way. Choose another, or scale.',
  'targetAdjustment.weighted':
    'The plan is weighted, so marks cannot give way by themselves. Make it a bonus, or let the office revise.',
  'targetAdjustment.noBonus': 'The plan of this year knows no bonus. Choose another way for the marks.',
  'targetAdjustment.ownScorer': 'A unit cannot lead the scoring of its own item. Choose another.',
  'targetAdjustment.reasonMissing': 'Give the reason. Sending, sending back and withdrawing need one.',
  'targetAdjustment.groundMissing': 'Enter title and number of the document it rests on.',
  'targetAdjustment.filesMissing': 'Attach what proves it, as the document of a superior.',
  'targetAdjustment.wordsMissing': 'Say your opinion. Declining and submitting need one.',
  'targetAdjustment.scanMissing': 'Attach the scan of the signed original: the head did not decide on screen.',
  'targetAdjustment.byMeeting':
    'A meeting of the group decides this. Put it on an agenda; confirmed minutes register it. Agreed with changes: send it back.',
  'targetAdjustment.inFuture': 'The day lies in the future. Check it.',
  'targetAdjustment.numberMissing': 'Enter the number of the reply.',
  'targetAdjustment.replyBefore': 'The reply is dated before the decision of {day}. Check it.',
  'targetAdjustment.effectiveOutside': 'It must begin to hold within {year}. Check it.',
  'targetAdjustment.notAgreed': 'The request was not agreed to; the plan is not revised.',
} as const satisfies Record<keyof typeof targetAdjustmentErrors, string>
