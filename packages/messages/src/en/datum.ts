import type { datumErrors } from '@quanheng/contract/errors/datum'

export const datum = {
  'datum.notNow': 'This cannot be done at the stage the figure has reached. Reload to see who acts next.',
  'datum.notYours': 'Your present post may not do this. Ask somebody who holds the duty, or switch posts.',
  'datum.notAsked': 'This figure is not asked of your unit or section. Check who is responsible in the task.',
  'datum.providerFigure':
    'This figure is given by its data provider and nobody else may report or change it. Raise doubts with the provider.',
  'datum.ownUnit':
    'You hold a post in this unit, so its figures are not yours to handle. The substitute named in the plan does it.',
  'datum.samePerson': 'Whoever reported a figure cannot confirm it. Ask another person.',
  'datum.evidenceMissing':
    'Required by the evidence list and not attached: {names}. Attach it before confirming, or explain the gap.',
  'datum.reasonMissing':
    'Give the reason. Corrections, returns, verified changes, reopening and “not concerned” all need one.',
  'datum.lateReasonMissing': 'The due day ({due}) has passed. A late report needs its reason.',
  'datum.lateNotGranted':
    'The due day ({due}) has passed and this figure is locked. Ask for late entry on its page, with the reason; once the lead unit agrees you can enter it.',
  'datum.opened':
    '{name} opened this figure on {when}, so it can no longer be taken back. Ask them to return it if it must be corrected.',
  'datum.dayPassed': 'The day {until} has passed already. Give today or a later day.',
  'datum.notConfirmed':
    'No head has confirmed this figure yet, so it cannot go back to the head. Return it to the reporter.',
  'datum.afterCutoff':
    'The figure counts facts up to {asOf}, after the cut-off of the plan ({cutoff}). Report what counts by then.',
  'datum.inFuture': 'The as-of day {asOf} has not come yet. Check the date.',
  'datum.originalMissing': 'Entering for another body needs its original. Upload it and name it in the entry.',
  'datum.wrongKind': 'This is not the kind of value that the figure asks for. Follow the indicator card.',
  'datum.notWhole': '“{text}” is not zero or a positive whole number. Enter a number of cases.',
  'datum.notAsRecorded':
    'The figure is taken from routine records and is {amount} by the cut-off. Enter {amount}, or mend the records first.',
  'datum.recordsOpen':
    'The figure is taken from routine records, and {count} of them may still fall. Wait for their day, or settle them first.',
  'datum.unknownEntry': 'The list has no entry “{entry}”. Reload and tick from the list.',
  'datum.earlierRelease':
    'A later release comes after the one in use: preliminary after provisional, final after both. Only a final figure is revised. Check the release.',
  'datum.releaseWaits':
    'A later release waits for its confirmation. Let another person confirm it, or take it back first.',
  'datum.noRelease': 'No later release waits for confirmation. Reload the page.',
  'datum.twice': 'One figure stands twice in this submission. Remove the repeated line.',
  'datum.notYesNo': '“{text}” is neither 是 (yes) nor 否 (no). Write one of them, or 不涉及 where it does not apply.',
  'datum.lineUnknown':
    'No figure of yours bears the number of this line. Leave the number column as it is, or download again.',
  'datum.lineStale': 'This figure changed after the table was downloaded. Download it again and check.',
  'quantity.empty': 'Enter a figure. Where there is none do not enter 0, say why.',
  'quantity.tooLong': 'The figure is too long, {limit} digits at most. Check it.',
  'quantity.exponent': '“{text}” is scientific notation. Write an ordinary number.',
  'quantity.grouping': 'The thousands separators of “{text}” are irregular. Remove the commas.',
  'quantity.percent': '“{text}” has a percent sign but the figure is not measured in percent. Use its unit of measure.',
  'quantity.notANumber': '“{text}” is not a number. Enter digits only, without the unit.',
} as const satisfies Record<keyof typeof datumErrors, string>
