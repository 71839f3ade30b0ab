import type { officialPaperErrors } from '@quanheng/contract/errors/official-paper'

export const officialPaper = {
  'officialPaper.notNow':
    'That cannot be done in the present state of the paper: an issued one is not changed, only withdrawn and written anew. Reload the page.',
  'officialPaper.notYours': 'Your present post may not do this. Ask whoever may, or change to that post.',
  'officialPaper.begun': 'This paper was begun already. Reload the page and go on with that draft.',
  'officialPaper.textMissing': '“{block:proseBlock}” is empty. Fill it in before you save.',
  'officialPaper.typedFigure':
    'Paragraph {line} of “{block:proseBlock}” has a figure typed by hand: “{text}”. Figures are taken from the list of fields; name the field or leave the figure out. Days, document numbers, clauses and terms may be typed.',
  'officialPaper.unknownFigure':
    'Paragraph {line} of “{block:proseBlock}” names a figure that does not exist: “{path}”. Choose one from the list.',
  'officialPaper.unchanged': 'The text is as it was; there is nothing to save.',
  'officialPaper.sourceMoved':
    'The source has moved since the text was written ({figures}); the paper is not issued. Look at it and take the present figures.',
  'officialPaper.sourceSame': 'The paper has the present figures; there is nothing to take.',
  'officialPaper.notDecided':
    'The result is not decided yet, so its circular cannot go out. Register the decisions of the meetings and have them compared.',
  'officialPaper.samePerson': 'Whoever changed the text last does not issue it. Ask somebody else.',
  'officialPaper.inFuture': 'The day of the paper has not come. Correct it.',
  'officialPaper.formFaults':
    'The paper is not in the form of GB/T 9704-2012 in {count} places. The first: {says} ({place}, now “{found}”). Mend it and issue again.',
  'officialPaper.numberDiffers': 'The plan went out as “{number}”; its notice carries the same number. Use that.',
  'officialPaper.numberTaken': '“{number}” was just taken by another paper. Issue again with the next number.',
  'officialPaper.reasonMissing': 'Say why it is withdrawn: the paper stays readable, its number is burned.',
} as const satisfies Record<keyof typeof officialPaperErrors, string>
