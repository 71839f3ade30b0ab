import type {
  agreeApproval,
  confirmSignature,
  refuseSignature,
  registerSignature,
  returnApproval,
  reviseApproval,
} from '@quanheng/contract/approval'
import type { Refusal } from '@quanheng/contract/errors'
import { authorOf } from '@quanheng/domain/kernel/command-context'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { ApprovalStepKind } from '@quanheng/domain/plan/model'
import type { Tx } from '../../platform/database/database.ts'
import type { CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { heldPosts } from '../organisation/index.ts'
import { composePaper, frozenRun, paperOfResult, sentByActor } from '../result/index.ts'
import {
  actOnApproval,
  applyToApproval,
  type DecidedApproval,
  type HeldApproval,
  holdApproval,
  mayStandAt,
} from './act-on-approval.ts'

const done = (decided: Result<DecidedApproval, Refusal>): Result<Outcome<{ version: number }>, Refusal> => {
  if (!decided.ok) return decided
  const { post, events, changes, after } = decided.value
  return ok({ post, events, changes, reply: { version: after.row.version } })
}

const opinionOf = (opinion: string | undefined) => (opinion ? { opinion: normaliseText(opinion) } : {})

export const agree: CommandHandler<typeof agreeApproval> = async (asked) => {
  const { paperDigest, opinion } = asked.body
  return done(await actOnApproval(asked, { kind: 'agree', paperDigest, ...opinionOf(opinion) }))
}

export const sendBack: CommandHandler<typeof returnApproval> = async (asked) => {
  const { reason, toStep } = asked.body
  const to = toStep === undefined ? {} : { toStep }
  return done(await actOnApproval(asked, { kind: 'return', reason: normaliseText(reason), ...to }))
}

/** The words were changed since: the paper goes round again with its new digest. */
export const revise: CommandHandler<typeof reviseApproval> = async (asked) => {
  const held = await holdApproval(asked, asked.params.approvalId, asked.body.version)
  if (!held.ok) return held
  const { id } = held.value.result.row
  const frozen = await frozenRun(asked.tx, id)
  const paper = await paperOfResult(asked.tx, id)
  if (!frozen || !paper) return refuse('platform.notFound')
  const { digest } = composePaper(frozen.run, paper)
  const command = { kind: 'revise', subjectId: id, digest: frozen.result.runDigest, paperDigest: digest } as const
  return done(await applyToApproval(asked, held.value, command))
}

/** The post that stands on the paper, as it was held on the day written beside the name. */
const signerOf = async (tx: Tx, { approval, plan }: HeldApproval, postId: string, signedOn: string) => {
  const held = await heldPosts(tx, { unitId: plan.ownerUnitId, on: signedOn })
  const post = held.find((one) => one.id === postId)
  if (post === undefined || !mayStandAt(approval, plan, post)) return undefined
  return authorOf({
    personId: post.personId,
    post: post.kind,
    unitId: post.unitId,
    ...(post.sectionId !== null && { sectionId: post.sectionId }),
  })
}

/** 线下签批登记 */
export const register: CommandHandler<typeof registerSignature> = async (asked) => {
  const { postId, signedOn, opinion, checkCode, scanDigest } = asked.body
  const held = await holdApproval(asked, asked.params.approvalId, asked.body.version)
  if (!held.ok) return held
  if (!(await sentByActor(asked.tx, asked.actor.personId, scanDigest))) {
    return refuse('upload.notFound', { at: 'body.scanDigest' })
  }
  const signer = await signerOf(asked.tx, held.value, postId, signedOn)
  if (signer === undefined) return refuse('approval.notYourStep', { at: 'body.postId' })
  const role = held.value.approval.state as ApprovalStepKind
  const paper = { role, signer, signedOn, checkCode, scanDigest, ...opinionOf(opinion) }
  const decided = await applyToApproval(asked, held.value, { kind: 'registerPaper', paper })
  if (!decided.ok) return decided
  const record = decided.value.after.approval.records.at(-1)
  const { post, events, changes, after } = decided.value
  return ok({
    post,
    events,
    changes,
    reply: { version: after.row.version, signatureId: record?.kind === 'signature' ? record.signature.id : '' },
  })
}

export const confirm: CommandHandler<typeof confirmSignature> = async (asked) =>
  done(await actOnApproval(asked, { kind: 'confirmPaper', signatureId: asked.params.signatureId }))

export const refuseScan: CommandHandler<typeof refuseSignature> = async (asked) =>
  done(
    await actOnApproval(asked, {
      kind: 'refusePaper',
      signatureId: asked.params.signatureId,
      reason: normaliseText(asked.body.reason),
    }),
  )
