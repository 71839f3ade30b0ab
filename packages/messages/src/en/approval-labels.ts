import type { ApprovalState } from '@quanheng/domain/approval/model'
import type { ApprovalCommandKind } from '@quanheng/domain/approval/transitions'
import type { OfficeTemplateKind } from '@quanheng/domain/office-template/model'
import type { TemplateParagraph } from '@quanheng/domain/office-template/paragraphs'
import type { OfficialPaperKind, OfficialPaperState, ProseBlock } from '@quanheng/domain/official-paper/model'
import type { SubmissionState } from '@quanheng/domain/submission/model'
import type { SubmissionCommandKind } from '@quanheng/domain/submission/transitions'

export const approvalLabels = {
  approvalState: {
    leaderReview: 'Review by the leader in charge',
    coordinating: 'Coordinating section',
    countersign: 'Countersigning',
    meeting: 'Meeting',
    principalSign: 'Signing by the principal',
    number: 'Numbering',
    submit: 'Submission',
    returned: 'Returned',
    completed: 'Completed',
    fallen: 'Void',
  },
  approvalCommand: {
    agree: 'Agree',
    registerPaper: 'Register a paper signature',
    confirmPaper: 'Confirm a paper signature',
    refusePaper: 'Scan does not match',
    recordDecision: 'Register the decision',
    registerNumber: 'Register the number',
    drawNumber: 'Number from the book',
    submit: 'Submit',
    return: 'Return',
    revise: 'Revise and put up again',
  },
  paperKind: {
    letter: 'Covering letter',
    scoreReport: 'Score report',
    planNotice: 'Notice of the plan',
    resultCircular: 'Result circular',
  },
  officeTemplateKind: { pledge: 'Pledge', deductionLetter: 'Letter on lost points', resultCircular: 'Result circular' },
  templatePart: { body: 'main text', header: 'header', footer: 'footer', note: 'note' },
  officialPaperState: { draft: 'Draft', issued: 'Issued', withdrawn: 'Withdrawn' },
  proseBlock: {
    title: 'Title',
    addressees: 'Addressees',
    opening: 'Opening',
    overview: 'Overview',
    requirements: 'Requirements',
    copies: 'Copies',
  },
  submissionState: {
    entering: 'To be entered',
    entered: 'To be checked',
    checked: 'To be sent',
    sent: 'Sent',
    received: 'Received',
  },
  submissionCommand: {
    tick: 'Tick',
    untick: 'Untick',
    check: 'Check the entry',
    send: 'Send',
    recordReceipt: 'Register the receipt',
  },
} as const satisfies {
  readonly approvalState: Record<ApprovalState, string>
  readonly approvalCommand: Record<ApprovalCommandKind, string>
  readonly paperKind: Record<'letter' | 'scoreReport' | OfficialPaperKind, string>
  readonly officeTemplateKind: Record<OfficeTemplateKind, string>
  readonly templatePart: Record<TemplateParagraph['part'], string>
  readonly officialPaperState: Record<OfficialPaperState, string>
  readonly proseBlock: Record<ProseBlock, string>
  readonly submissionState: Record<SubmissionState, string>
  readonly submissionCommand: Record<SubmissionCommandKind, string>
}
