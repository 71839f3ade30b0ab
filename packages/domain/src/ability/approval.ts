import { type ApprovalCommandKind, approvalWorkflow } from '../approval/transitions.ts'
import { postsGiving } from '../kernel/transition.ts'
import { type OfficialPaperCommandKind, officialPaperWorkflow } from '../official-paper/transitions.ts'
import { type SubmissionCommandKind, submissionWorkflow, submitters } from '../submission/transitions.ts'
import type { PostKind } from './posts.ts'

const giving = (command: ApprovalCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(approvalWorkflow, command),
})

const submitting = (command: SubmissionCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(submissionWorkflow, command),
})

const wording = (command: OfficialPaperCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(officialPaperWorkflow, command),
})

const readers = [
  ...submitters,
  'principal',
  'leaderInCharge',
  'steeringHead',
  'steeringDeputy',
  'steeringMember',
  'observer',
] as const satisfies readonly PostKind[]

/** Review, approval and submission (C-4.5): read from the transition tables, so that door and workflow cannot disagree. */
export const approvalAbilities = {
  'decision.read': { posts: readers },
  'decision.record': { posts: submitters },
  'decision.confirm': { posts: submitters },
  'approval.read': { posts: readers },
  'approval.start': { posts: submitters },
  'approval.agree': giving('agree'),
  'approval.registerPaper': giving('registerPaper'),
  'approval.confirmPaper': giving('confirmPaper'),
  'approval.refusePaper': giving('refusePaper'),
  'approval.recordDecision': giving('recordDecision'),
  'approval.registerNumber': giving('registerNumber'),
  'approval.drawNumber': giving('drawNumber'),
  'approval.submit': giving('submit'),
  'approval.return': giving('return'),
  'approval.revise': giving('revise'),
  'officialPaper.read': { posts: submitters },
  'officialPaper.edit': wording('edit'),
  'officialPaper.issue': wording('issue'),
  'officialPaper.withdraw': wording('withdraw'),
  /** 文书模板: of one's own unit. */
  'officeTemplate.read': { posts: submitters },
  'officeTemplate.edit': { posts: ['officeDirector', 'officeStaff', 'sectionHead', 'clerk'] },
  'officeTemplate.fill': { posts: submitters },
  'submission.read': { posts: readers },
  'submission.prepare': { posts: submitters },
  'submission.tick': submitting('tick'),
  'submission.check': submitting('check'),
  'submission.send': submitting('send'),
  'submission.recordReceipt': submitting('recordReceipt'),
} as const
