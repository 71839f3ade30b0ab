import type { PostKind } from '@quanheng/domain/ability/posts'
import { conveners } from '@quanheng/domain/meeting/transitions'
import type { ReviewEntry, YearReview } from '@quanheng/domain/year-review/model'
import { isTakenUp } from '@quanheng/domain/year-review/model'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import { planIsVisible, plansVisibleTo } from '../plan/index.ts'

const ofOffice: readonly PostKind[] = [...conveners, 'steeringHead', 'steeringDeputy']

/** Condition on `year_review`: whoever sees the plan of the year sees its review. */
export const reviewIsVisible = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`EXISTS (SELECT 1 FROM plan WHERE plan.id = year_review.plan_id AND ${planIsVisible(plansVisibleTo(actor))})`

/** The office and the head read every entry. */
export const readsAll = (actor: Actor, { unitId }: Pick<YearReview, 'unitId'>): boolean =>
  actor.posts.some((post) => post.unitId === unitId && ofOffice.includes(post.kind))

const isOwn = (actor: Actor, { by }: ReviewEntry): boolean =>
  unitIdsOf(postsFor(actor, 'yearReview.read')).includes(by.unitId)

/** Others read what their own unit brought and, once the head has taken it, what was taken up: that is what spreads. */
export const entriesFor = (actor: Actor, review: YearReview): readonly ReviewEntry[] => {
  const { entries } = review.standing
  if (readsAll(actor, review)) return entries
  return entries.filter((entry) => isOwn(actor, entry) || (review.state === 'taken' && isTakenUp(entry)))
}
