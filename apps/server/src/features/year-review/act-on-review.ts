import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { ReviewCommand, ReviewContext } from '@quanheng/domain/year-review/commands'
import { decideReview } from '@quanheng/domain/year-review/decide'
import type { YearReview } from '@quanheng/domain/year-review/model'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn, officePost } from '../../platform/work/act-on-kept.ts'
import { issuedPlan } from '../plan/index.ts'
import { reviewIsVisible } from './scope.ts'
import { type KeptReview, reviewKeeper } from './store.ts'
import type { ReviewRow } from './tables.ts'

/** What any decision on a review reads beside it. */
export const reviewContext = async (asked: Asking, planId: string, post: HeldPost): Promise<ReviewContext> => {
  const plan = await issuedPlan(asked.tx, planId)
  return {
    ...commandContext(asked, post),
    nodes: new Map(plan?.content.indicators.map(({ key, name }) => [key, name])),
  }
}

const acting: Acting<ReviewRow, YearReview, ReviewCommand> = {
  keeper: reviewKeeper,
  seenBy: reviewIsVisible,
  postOn: (posts, { row }) => officePost(posts, row.unit_id, 'steeringHead'),
  decide: async (asked, { model }, command, post) =>
    decideReview(model, command, await reviewContext(asked, model.planId, post)),
}

interface AskedOfOne extends Asking {
  readonly params: { readonly reviewId: string }
  readonly body: object
}

type Read = (held: KeptReview) => Promise<Result<ReviewCommand, Refusal>>

/** Entries of many units come at once: such a command names no version. */
const at = ({ params, body }: AskedOfOne) => ({
  id: params.reviewId,
  version: 'version' in body ? (body.version as number) : undefined,
})

export const actOnReview = (asked: AskedOfOne, read: Read, choose = acting.postOn) =>
  actOn(acting, asked, at(asked), read, choose)

/** For a command that changes more than the review. */
export const decideOnReview = (asked: AskedOfOne, read: Read) => decideOn(acting, asked, at(asked), read)
