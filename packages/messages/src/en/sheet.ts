import type { itemErrors } from '@quanheng/contract/errors/item'
import type { sheetErrors } from '@quanheng/contract/errors/sheet'
import type { signatureErrors } from '@quanheng/contract/errors/signature'

export const sheet = {
  'sheet.notNow': 'This cannot be done at the stage the sheet has reached. Reload to see who acts next.',
  'sheet.notYours': 'Your present post may not do this. Ask somebody who holds the duty, or switch posts.',
  'sheet.contentChanged': 'The sheet is no longer what you were shown. Look at it again before signing.',
  'sheet.reasonMissing': 'Give the reason. Returning a sheet and waiving verification both need one.',
  'sheet.dataOpen': 'Some of the data are still open, so the sheet cannot be signed. Close its data first.',
  'sheet.rowsDiffer': 'The rows are not the units that the sheet is about. Compute it again.',
  'sheet.ownUnit':
    'A unit in which you hold a post stands on this sheet, so you may not sign it. The substitute named in the plan does.',
  'sheet.samePerson': 'Handler and head are different people: nobody signs one sheet twice.',
  'sheet.notYourTurn': 'It is not your turn to sign[; next is: {role:sheetRole}]. Follow the order of the plan.',
  'sheet.otherScorer': 'This sheet is not scored by your section or unit. Check the responsibilities.',
  'sheet.signerUnknown':
    'On that day the chosen signer did not hold a post that signs in this role at the scoring unit. Check the name and the date on the signed sheet.',
  'item.sheetSigned': 'The sheet has been signed. Recall or return it before changing a row.',
  'item.ownUnit': 'You hold a post in this unit, so you may not score it. The substitute named in the plan does.',
  'item.missing': 'It cannot be scored without: {needs}. Urge the report or check it; never enter 0 instead.',
  'item.ambiguous': 'The rule leaves something open and its readings score differently. Settle it in the plan first.',
  'item.ruleFault': 'Rule and data do not fit each other. Check the rule and the kinds of its data.',
  'item.sourceMissing': 'The data source is missing. Say where the data come from.',
  'item.basisMissing': 'The basis is missing. Name the clause that the score rests on.',
  'item.reasonMissing': 'Points were lost without a reason. Give one for each loss.',
  'item.clauseMissing': 'A reason names no clause. Give the clause for each loss.',
  'item.reasonsDoNotAdd': 'The losses named do not add up to full marks minus points. Correct them.',
  'signature.codeMalformed': '“{text}” is not a check code. It stands in the footer of the sheet: four groups of four.',
  'signature.codeOutdated':
    'The check code is not that of the present content, which changed after signing. Print and sign again.',
  'signature.inFuture': 'The day of signing has not come yet. Check the date.',
  'signature.samePerson': 'Whoever registered a signature cannot confirm it. Ask another person.',
  'signature.notFound': 'No registered signature waits here. Somebody else may have dealt with it; reload.',
  'signature.reasonMissing': 'Say what in the scan differs from the entry.',
} as const satisfies Record<keyof typeof sheetErrors | keyof typeof itemErrors | keyof typeof signatureErrors, string>
