import { postsFor } from '../kernel/transition.ts'
import type { Submission, SubmissionState } from '../submission/model.ts'
import { type SubmissionCommandKind, submissionWorkflow } from '../submission/transitions.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<SubmissionState, SubmissionCommandKind>>> = {
  entering: 'tick',
  entered: 'check',
  checked: 'send',
  sent: 'recordReceipt',
}

/** Who acts next on a submission; whoever ticked rows does not check them. */
export const nextOnSubmission = (submission: Submission, unitId: string, due?: string): NextAct | undefined => {
  const verb = forward[submission.state]
  if (!verb) return undefined
  const tickers = new Set(submission.rows.flatMap(({ ticked }) => (ticked ? [ticked.by.personId] : [])))
  return {
    noun: 'submission',
    id: submission.id,
    verb,
    posts: postsFor(submissionWorkflow, submission.state, verb),
    unitId,
    ...(verb === 'check' && { except: [...tickers] }),
    ...(due !== undefined && { due }),
  }
}
