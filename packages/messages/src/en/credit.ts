import type { creditErrors } from '@quanheng/contract/errors/credit'

export const credit = {
  'credit.notNow': 'This cannot be done at the stage the entry has reached. Reload to see who acts next.',
  'credit.notYours': 'Your present post may not do this. Ask somebody who holds the duty, or switch posts.',
  'credit.otherUnit':
    'This is not your unit’s to do: a bonus is claimed by the unit itself, first reviewed by the unit the claim names and jointly by the office; deductions and vetoes are proposed by competent bodies.',
  'credit.ownUnit': 'You hold a post in the unit concerned and are recused. Another unit or person has to do this.',
  'credit.samePerson': 'You did the step before; this one needs another person.',
  'credit.registerClosed':
    'The year’s register of bonuses and deductions is closed. The office may reopen it with a reason.',
  'credit.registerOpen': 'The register is not closed; nothing to reopen.',
  'credit.notAppraised': 'This unit is not appraised under the plan. Choose another.',
  'credit.notForeseen':
    'The year’s plan foresees nothing of this kind. See its rules on bonuses, deductions and vetoes.',
  'credit.classMissing': 'Choose a class. Its cap stands in the plan.',
  'credit.classUnknown': 'This class is not in the plan, or goes the other way. Choose another.',
  'credit.gateUnknown': 'This veto is not in the plan. Choose another.',
  'credit.matterMissing': 'Name the matter, e.g. the award that was won.',
  'credit.proofMissing':
    'Name the document and the body that issued it. Without a formal document nothing is recognised.',
  'credit.proofInFuture': 'The document’s date has not come yet. Check it.',
  'credit.filesMissing': 'Attach a scan of the document.',
  'credit.pointsNotPositive': 'Points are a number above 0; the class says whether they add or take.',
  'credit.pointsRaised': 'No more points than at the step before. To raise them, return the entry for a new claim.',
  'credit.reasonMissing':
    'Give the reason. Returns, refusals, objections and their answers, withdrawals and reopenings need one.',
  'credit.stillStating': 'The unit may state its side until {until} and has not done so; joint review has to wait.',
  'credit.untilPast': 'The day must come after today, and the end not before the beginning.',
  'credit.publicityShort':
    'Publicity is shorter than the working days of the plan; it ends on {until} at the earliest.',
  'credit.otherMatter': 'Only another entry of the same unit and kind can be the same matter.',
  'credit.matterChain':
    'That entry belongs to another matter itself, or others belong to this one. Choose the one head.',
  'credit.notShown': 'The plan wants publicity before the decision. Arrange it first.',
  'credit.stillShown': 'Publicity runs until {until}; the decision cannot be registered yet.',
  'credit.publicityOver': 'Publicity is not running; no objection can be made.',
  'credit.objectionOpen': 'An objection waits for its answer. Answer each first.',
  'credit.noObjection': 'There is no such objection, or it was answered. Reload the page.',
  'credit.decisionMissing': 'Name the deciding body and what it decided, and attach the scan of the minutes.',
  'credit.decisionInFuture': 'The meeting’s date has not come yet. Check it.',
  'credit.notAsked': 'Your unit was not asked for deductions and vetoes; no zero report is due.',
  'credit.alreadyAnswered': 'Your unit has proposed something or reported zero already.',
  'credit.askedTwice': 'A unit is named twice. Remove one.',
  'credit.entriesOpen': '{count} entries are not settled. Settle them, or have them withdrawn, before closing.',
  'credit.bodiesSilent': '{count} bodies that were asked neither proposed anything nor reported zero.',
} as const satisfies Record<keyof typeof creditErrors, string>
