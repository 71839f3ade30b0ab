import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/self-review'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import {
  returnSelfReview,
  type SelfReviewGround,
  saveSelfReview,
  signSelfReview,
} from '@quanheng/domain/self-review/decide'
import { type SelfReviewRow, signedText } from '@quanheng/domain/self-review/model'
import type { HeldPost } from '../../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../../platform/door/asking.ts'
import type { CommandHandler, Outcome } from '../../../platform/door/outcome.ts'
import { sameVersion } from '../../../platform/door/stale.ts'
import { sha256 } from '../../../platform/log/means.ts'
import { type IssuedPlan, lockIssuedPlan } from '../../plan/index.ts'
import { carryingPosts } from '../scope.ts'
import { selfReviewGround } from './ground.ts'
import { type LoadedSelfReview, lockSelfReview, saveReview, selfReviewChange } from './store.ts'

const said = (text: string): string => normaliseText(text).trim()

/** Points as typed, exact; nothing typed stays nothing. */
const readRows = (
  given: readonly { readonly itemId: string; readonly points: string; readonly reason: string }[],
): Result<readonly SelfReviewRow[], Refusal> => {
  const rows: SelfReviewRow[] = []
  for (const [at, { itemId, points, reason }] of given.entries()) {
    const read = points.trim() === '' ? ok(undefined) : readQuantity(points)
    if (!read.ok) return refuse(read.error.code, { ...read.error, at: `body.rows.${at}.points` })
    rows.push({ itemId, reason: said(reason), ...(read.value !== undefined && { points: read.value }) })
  }
  return ok(rows)
}

export const save: CommandHandler<typeof contract.saveSelfReview> = async (asked) => {
  const { tx, posts, params, body } = asked
  const post = posts.find(({ unitId }) => unitId === body.unitId)
  const plan = await lockIssuedPlan(tx, params.planId)
  const ground = plan && post && (await selfReviewGround(tx, plan, body.unitId))
  const mine = body.rows.every(({ itemId }) => ground?.items.some((item) => item.itemId === itemId))
  if (!plan || !post || !ground || !mine) return refuse('platform.notFound')
  const before = await lockSelfReview(tx, { planId: plan.planId, unitId: body.unitId })
  const current = before ? await sameVersion(tx, before.row, body.version ?? 0) : ok(null)
  if (!current.ok) return current
  const rows = readRows(body.rows)
  if (!rows.ok) return rows
  const given = { planId: plan.planId, unitId: body.unitId, rows: rows.value, report: said(body.report) }
  const decided = saveSelfReview(before?.review, given, ground, commandContext(asked, post))
  if (!decided.ok) return decided
  const after = await saveReview(tx, before, decided.value.next)
  return ok({
    post,
    events: decided.value.events,
    changes: [selfReviewChange(before, after)],
    reply: { selfReviewId: after.row.id, version: after.row.version },
  })
}

type Decide = (held: LoadedSelfReview, ground: SelfReviewGround, post: HeldPost) => ReturnType<typeof signSelfReview>

/** Lock order: plan, then the review. */
const act = async (
  asked: Asking & { readonly params: { selfReviewId: string }; readonly body: { version: number } },
  postOf: (plan: IssuedPlan, unitId: string) => HeldPost | undefined,
  decide: Decide,
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const { tx, params, body } = asked
  const found = await tx
    .selectFrom('self_review')
    .select(['plan_id', 'unit_id'])
    .where('id', '=', params.selfReviewId)
    .executeTakeFirst()
  const plan = found && (await lockIssuedPlan(tx, found.plan_id))
  const post = found && plan ? postOf(plan, found.unit_id) : undefined
  const ground = found && plan && (await selfReviewGround(tx, plan, found.unit_id))
  const held = post && (await lockSelfReview(tx, { id: params.selfReviewId }))
  if (!held || !post || !ground) return refuse('platform.notFound')
  const current = await sameVersion(tx, held.row, body.version)
  if (!current.ok) return current
  const decided = decide(held, ground, post)
  if (!decided.ok) return decided
  const after = await saveReview(tx, held, decided.value.next)
  return ok({
    post,
    events: decided.value.events,
    changes: [selfReviewChange(held, after)],
    reply: { version: after.row.version },
  })
}

export const sign: CommandHandler<typeof contract.signSelfReview> = (asked) =>
  act(
    asked,
    (_plan, unitId) => asked.posts.find((post) => post.unitId === unitId),
    ({ review }, ground, post) =>
      signSelfReview(review, digestOf(sha256, signedText(review)), ground, commandContext(asked, post)),
  )

/** A draft is the unit's own: whoever scores finds it once it is signed. */
export const sendBack: CommandHandler<typeof contract.returnSelfReview> = (asked) =>
  act(
    asked,
    (plan) => carryingPosts(asked.posts, plan)[0],
    ({ review }, ground, post) =>
      returnSelfReview(review, said(asked.body.reason), ground, commandContext(asked, post)),
  )
