import type { libraryErrors } from '@quanheng/contract/errors/library'

export const library = {
  'library.notNow': 'This cannot be done to the document as it stands now. Reload the page.',
  'library.notYours': 'Your current post cannot do this. The office enters and publishes documents of the library.',
  'library.otherUnit': 'The document is kept by the body that entered it. Ask its office.',
  'library.titleMissing': 'Give the document a title.',
  'library.issuerMissing': 'Name the issuing body before publishing.',
  'library.effectiveMissing':
    'Give the day from which it holds before publishing: it decides when the document may be a basis.',
  'library.lastBeforeFirst': 'The last day is before the first on which it holds. Check the dates.',
  'library.empty': 'The document has neither clauses nor a file. Enter one clause at least, or upload the original.',
  'library.articleMissing':
    'A clause lacks its number or its text. Citations name the clause: complete it, or remove it.',
  'library.articleTwice': 'Clause “{article}” stands there twice. Tell them apart, e.g. “附件1 第一条”.',
  'library.sameName':
    'A document with this number (or, without a number, this title) is published already. Put the year into the title of a revision without a number of its own.',
  'library.replacesUnknown': 'The document that it replaces is not among the published ones. Choose again.',
  'library.replacedAlready': 'The document that it replaces has a newer version already. Choose that one.',
  'library.replacesLater': 'A new version takes effect after the one that it replaces. Check the dates.',
  'library.repealTooEarly': 'It cannot be repealed before it took effect. Check the day.',
  'library.reasonMissing': 'Give the reason.',
  'library.tooManyClauses':
    'More than 600 clauses cannot be read at once. Split the file, or upload the original and enter the clauses that are cited.',
} as const satisfies Record<keyof typeof libraryErrors, string>
