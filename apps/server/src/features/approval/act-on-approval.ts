import type { Refusal } from '@quanheng/contract/errors'
import type { ApprovalCommand } from '@quanheng/domain/approval/commands'
import { decideApproval } from '@quanheng/domain/approval/decide'
import { burnNumber } from '@quanheng/domain/approval/document-number'
import { type Approval, partiesLeft } from '@quanheng/domain/approval/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Tx } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change, Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { type IssuedPlan, lockIssuedPlan } from '../plan/index.ts'
import { carryingPosts, type LoadedResult, lockResult } from '../result/index.ts'
import { approvalChange, type LoadedApproval, lockApproval, saveApproval } from './approval-store.ts'
import { bookChange, lockBook, saveBook } from './book-store.ts'
import { approvalsVisibleTo, seesApprovalsOf } from './scope.ts'
import { lockSubmission, saveSubmission, submissionChange, submissionOfApproval } from './submission-store.ts'

export interface HeldApproval extends LoadedApproval {
  readonly plan: IssuedPlan
  readonly result: LoadedResult
}

/** Locks plan, result and paper, in this order; a paper that is not there or out of scope is not found. */
export const holdApproval = async (
  { tx, actor }: Pick<Asking, 'tx' | 'actor'>,
  approvalId: string,
  seen: number | null,
): Promise<Result<HeldApproval, Refusal>> => {
  const place = await tx
    .selectFrom('approval')
    .select(['plan_id', 'owner_unit_id', 'result_id'])
    .where('id', '=', approvalId)
    .executeTakeFirst()
  if (place === undefined || !seesApprovalsOf(approvalsVisibleTo(actor), place.owner_unit_id)) {
    return refuse('platform.notFound')
  }
  const plan = await lockIssuedPlan(tx, place.plan_id)
  const result = await lockResult(tx, place.result_id)
  const held = await lockApproval(tx, approvalId)
  if (plan === null || result === undefined || held === undefined) return refuse('platform.notFound')
  const current = seen === null ? ok(null) : await sameVersion(tx, held.row, seen)
  return current.ok ? ok({ ...held, plan, result }) : current
}

/** Where a post must stand to sign the present step: in the body, at 归口汇总 in that section, at 会签 in one that has not agreed. */
export const mayStandAt = (
  approval: Approval,
  plan: IssuedPlan,
  post: { readonly unitId: string; readonly sectionId?: string | null | undefined },
): boolean => {
  if (post.unitId !== plan.ownerUnitId) return false
  const { coordinating } = plan.content
  if (approval.state === 'coordinating' && coordinating?.unitId === plan.ownerUnitId) {
    return (post.sectionId ?? null) === null || post.sectionId === coordinating.sectionId
  }
  if (approval.state === 'countersign') {
    return partiesLeft(approval).some((party) => party.sectionId === post.sectionId)
  }
  return true
}

const signing: readonly ApprovalCommand['kind'][] = ['agree', 'return']
const signedSteps: readonly string[] = ['leaderReview', 'coordinating', 'countersign', 'principalSign']

/** The post that fits the step best; posts of the body at all, so that the refusal can say why. */
export const choosePost = (
  posts: readonly HeldPost[],
  { approval, plan }: Pick<HeldApproval, 'approval' | 'plan'>,
  command: ApprovalCommand['kind'],
): HeldPost | undefined => {
  const named = approval.chain[approval.step]?.posts ?? []
  const own = posts.filter((post) => post.unitId === plan.ownerUnitId)
  if (signing.includes(command) && signedSteps.includes(approval.state)) {
    const fitting = own.filter((post) => named.includes(post.kind))
    return fitting.find((post) => mayStandAt(approval, plan, post)) ?? fitting[0] ?? own[0]
  }
  const carrying = carryingPosts(posts, plan)
  return carrying.find((post) => named.includes(post.kind)) ?? carrying[0]
}

/** Numbers from a book that the change has undone are burned: they stay in the book with the reason, and are never given again. */
const burnUndone = async (
  tx: Tx,
  before: LoadedApproval,
  after: LoadedApproval,
  context: Context,
): Promise<readonly Change[]> => {
  const undone = after.approval.records.find(
    (record, place) =>
      record.kind === 'number' &&
      record.from === 'book' &&
      record.undone !== undefined &&
      before.approval.records[place]?.undone === undefined,
  )
  if (undone === undefined) return []
  const changes: Change[] = []
  const taken = await tx
    .selectFrom('number_taken')
    .select(['book_id', 'number'])
    .where('approval_id', '=', before.row.id)
    .execute()
  for (const { book_id, number } of taken) {
    const held = await lockBook(tx, book_id)
    if (held === undefined || held.book.taken.find((entry) => entry.number === number)?.burned !== undefined) continue
    const burned = burnNumber(held.book, number, undone.undone ?? '')
    changes.push(bookChange(held, await saveBook(tx, held, burned, before.row.id, context)))
  }
  return changes
}

/** A package made before the paper went back is overtaken; one that was sent stays what it was. */
const overtake = async (tx: Tx, before: LoadedApproval, after: LoadedApproval): Promise<readonly Change[]> => {
  if (before.approval.state !== 'submit' || ['submit', 'completed'].includes(after.approval.state)) return []
  const found = await submissionOfApproval(tx, before.row.id)
  const held = found && (await lockSubmission(tx, found.row.id))
  if (held === undefined || held.submission.state === 'sent' || held.submission.state === 'received') return []
  return [submissionChange(held, await saveSubmission(tx, held, held.submission, true))]
}

/** Saves a paper's next state with all that follows from it. */
export const settle = async (
  tx: Tx,
  before: LoadedApproval,
  next: Approval,
  context: Context,
): Promise<{ readonly after: LoadedApproval; readonly changes: readonly Change[] }> => {
  const after = await saveApproval(tx, before, next, context)
  const follows = [...(await burnUndone(tx, before, after, context)), ...(await overtake(tx, before, after))]
  return { after, changes: [approvalChange(before, after), ...follows] }
}

export interface DecidedApproval {
  readonly post: HeldPost
  readonly after: LoadedApproval
  readonly events: Outcome<unknown>['events']
  readonly changes: readonly Change[]
}

/** Decides one command on a held paper and saves it. */
export const applyToApproval = async (
  asked: Asking,
  held: HeldApproval,
  command: ApprovalCommand,
  chosen?: HeldPost,
): Promise<Result<DecidedApproval, Refusal>> => {
  const post = chosen ?? choosePost(asked.posts, held, command.kind)
  if (post === undefined) return refuse('platform.notFound')
  if (!fits(held, command, post)) return refuse('approval.notYourStep')
  const decided = decideApproval(held.approval, command, commandContext(asked, post))
  if (!decided.ok) return decided
  const { after, changes } = await settle(asked.tx, held, decided.value.next, asked.context)
  return ok({ post, after, events: decided.value.events, changes })
}

/** The domain knows posts and 会签 sections; that 归口汇总 is one section's business is the plan's. */
const fits = ({ approval, plan }: HeldApproval, { kind }: ApprovalCommand, post: HeldPost): boolean => {
  if (!signing.includes(kind) || !signedSteps.includes(approval.state)) return true
  return (kind === 'agree' && approval.state === 'countersign') || mayStandAt(approval, plan, post)
}

export interface AskedOfApproval extends Asking {
  readonly actor: Actor
  readonly params: { readonly approvalId: string }
  readonly body: { readonly version: number }
}

/** Load, decide, save: the whole of a command that concerns one paper only. */
export const actOnApproval = async (
  asked: AskedOfApproval,
  command: ApprovalCommand,
): Promise<Result<DecidedApproval, Refusal>> => {
  const held = await holdApproval(asked, asked.params.approvalId, asked.body.version)
  return held.ok ? applyToApproval(asked, held.value, command) : held
}
