import type { approvalErrors } from '@quanheng/contract/errors/approval'
import type { submissionErrors } from '@quanheng/contract/errors/submission'

export const approval = {
  'approval.notNow': 'This cannot be done at the stage the paper has reached. Reload to see who acts next.',
  'approval.notYours': 'Your present post may not do this. Ask somebody who holds the duty, or switch posts.',
  'approval.chainEmpty': 'The plan has no approval steps. Fill in its chain first.',
  'approval.noCountersigners': 'The plan asks for countersigning and no section is named. Name them first.',
  'approval.contentChanged': 'The paper is no longer what you were shown. Look at it again before agreeing.',
  'approval.notYourStep': 'This step is not yours. Follow the chain of the plan.',
  'approval.notCountersigner': 'Your section does not countersign this paper.',
  'approval.alreadyAgreed': 'Your section has countersigned already.',
  'approval.ownPaper': 'Whoever put the paper up cannot agree to it. Ask another person.',
  'approval.otherDecision':
    'This is not a binding decision on this paper: it must be about the same locked version and confirmed by a second person.',
  'approval.numberMalformed':
    '“{text}” is not a document number. Write it as “云发改报〔2025〕3号”: the year in 〔〕, no 第, no leading zero.',
  'approval.bookGap': 'The number book of “{code}” for {year} has a gap, so it gives no more numbers. Check the book.',
  'approval.reasonMissing': 'Give the reason for returning the paper.',
  'approval.noSuchStep': 'A paper is returned to an earlier step only. Choose again.',
  'approval.nothingRevised': 'The paper has not changed. Revise it before putting it up again.',
  'approval.onAgenda':
    'The paper is on the agenda of “{meeting}”: it is decided there and moves by itself once the meeting was compared. Nothing is to be registered here.',
  'approval.started': 'The report over this locked version is already under approval.',
  'numberBook.exists': 'Your unit already has the number book “{code}” of {year}.',
  'numberBook.titleMissing': 'Say what paper the number is for.',
  'numberBook.noSuchNumber': 'The book has no number {number}. Reload the page.',
  'numberBook.ofApproval': 'Number {number} belongs to a paper under approval and is changed there.',
  'numberBook.burned': 'Number {number} is burned and never used again.',
  'numberBook.issued': 'Number {number} is registered as issued already.',
  'numberBook.inFuture': 'The day of issue has not come. Check the day.',
  'numberBook.reasonMissing': 'Say why: a burned number stays in the book and is never used again.',
  'letterhead.organMissing': 'Name the organ of the letterhead.',
  'letterhead.kindsMissing': 'Choose at least one kind of paper.',
  'letterhead.exists': 'Your unit has a letterhead with “{code}” already. Change it, or give it up first.',
  'submission.notNow': 'This cannot be done at the stage the submission has reached. Reload to see who acts next.',
  'submission.notYours': 'Your present post may not do this. Ask somebody who holds the duty, or switch posts.',
  'submission.numberMissing': 'The paper has no number yet. Number it before making the package.',
  'submission.orderDiffers':
    'The order of entry does not list every item of the locked version once. Check the superior’s form.',
  'submission.filesMissing': 'The package has no files. Make the document and the score tables first.',
  'submission.noSuchRow': 'The entry sheet has no such row. Reload.',
  'submission.samePerson': 'Whoever entered rows cannot check them. Ask somebody who entered none.',
  'submission.inFuture': 'This day has not come yet. Check the date.',
  'submission.prepared': 'The package has already been made.',
  'submission.beforeSending': 'The receipt is dated before the sending. Check the date.',
} as const satisfies Record<keyof typeof approvalErrors | keyof typeof submissionErrors, string>
