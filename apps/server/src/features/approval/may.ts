import type { showApproval } from '@quanheng/contract/approval'
import type { ReplyOf } from '@quanheng/contract/route'
import { standingRecords } from '@quanheng/domain/approval/model'
import { type ApprovalCommandKind, approvalWorkflow } from '@quanheng/domain/approval/transitions'
import { type Decision, isBinding } from '@quanheng/domain/decision/model'
import { commandsFor, postsFor as postsGiven } from '@quanheng/domain/kernel/transition'
import { submissionWorkflow } from '@quanheng/domain/submission/transitions'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import type { IssuedPlan } from '../plan/index.ts'
import { carryingPosts } from '../result/index.ts'
import { mayStandAt } from './act-on-approval.ts'
import type { LoadedApproval } from './approval-store.ts'
import type { LoadedSubmission } from './submission-store.ts'

type May = ReplyOf<typeof showApproval>['may']

/** Registered from paper at the present step and not yet confirmed; who registered it. */
export const waitingSignature = ({ approval }: LoadedApproval) => {
  const found = standingRecords(approval, approval.step).find(
    (record) => record.kind === 'signature' && record.signature.state === 'registered',
  )
  return found?.kind === 'signature' && found.signature.means.kind === 'paper'
    ? { id: found.signature.id, registeredBy: found.signature.means.registeredBy.personId }
    : undefined
}

/** What this person may do with a paper now; the commands decide again. */
export const mayOf = (
  actor: Actor,
  loaded: LoadedApproval,
  plan: IssuedPlan,
  decisions: readonly Decision[],
  submission: LoadedSubmission | undefined,
): May => {
  const { approval } = loaded
  const named = approval.chain[approval.step]?.posts ?? []
  const own = postsFor(actor, 'approval.read').filter((post) => post.unitId === plan.ownerUnitId)
  const carrying = carryingPosts(own, plan)
  const admitted = (command: ApprovalCommandKind) => {
    const posts = postsGiven(approvalWorkflow, approval.state, command)
    return carrying.some((post) => posts.includes(post.kind))
  }
  const signs =
    approval.startedBy.personId !== actor.personId &&
    postsGiven(approvalWorkflow, approval.state, 'agree').length > 0 &&
    own.some((post) => named.includes(post.kind) && mayStandAt(approval, plan, post))
  const waiting = waitingSignature(loaded)
  const second = waiting !== undefined && waiting.registeredBy !== actor.personId
  const pending = decisions.find((decision) => !isBinding(decision))
  const may: May = []
  if (signs) may.push('agree')
  if (signs || (admitted('return') && postsGiven(approvalWorkflow, approval.state, 'agree').length === 0)) {
    may.push('return')
  }
  if (admitted('registerPaper')) may.push('registerPaper')
  if (second && admitted('confirmPaper')) may.push('confirmPaper', 'refusePaper')
  if (admitted('recordDecision')) may.push('recordDecision')
  if (pending && pending.recordedBy.personId !== actor.personId && admitted('recordDecision'))
    may.push('confirmDecision')
  if (admitted('registerNumber')) may.push('registerNumber', 'drawNumber')
  if (admitted('revise')) may.push('revise')
  const packing = approval.state === 'submit' || (approval.state === 'completed' && carrying.length > 0)
  if (packing && submission === undefined && carrying.length > 0) may.push('prepare')
  return may
}

/** The same for a package. */
export const maySubmit = (actor: Actor, { submission }: LoadedSubmission, plan: IssuedPlan) => {
  const carrying = carryingPosts(postsFor(actor, 'submission.tick'), plan)
  const commands = [
    ...new Set(carrying.flatMap((post) => commandsFor(submissionWorkflow, submission.state, post.kind))),
  ]
  const ticked = submission.rows.some((row) => row.ticked?.by.personId === actor.personId)
  return commands.filter((command) => command !== 'check' || !ticked)
}
