import type { ReplyOf } from '@quanheng/contract/route'
import type { listSelfReviews, showSelfReview } from '@quanheng/contract/self-review'
import { appraisedUnits } from '@quanheng/domain/plan/items'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { printedPoints } from '@quanheng/domain/result/run-figures'
import type { Reader } from '../../../platform/database/database.ts'
import { type Actor, postsFor } from '../../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan } from '../../plan/index.ts'
import { feedbackOfPlan } from '../feedback/store.ts'
import { pointsNow } from '../feedback/unit-scores.ts'
import { authorsNamed, unitNames } from '../names.ts'
import { ownPlaces } from '../own-results.ts'
import { resultsOfPlan } from '../result-store.ts'
import { runOf } from '../run-store.ts'
import { carryingPosts, resultsVisibleTo, seesResultsOf } from '../scope.ts'
import { reviewingUnits, selfReviewGround, wantsSelfReview } from './ground.ts'
import { type LoadedSelfReview, selfReviewsOf } from './store.ts'

type Shown = ReplyOf<typeof showSelfReview>
type Line = ReplyOf<typeof listSelfReviews>['own'][number]

const plansWanting = async (db: Reader): Promise<readonly IssuedPlan[]> => {
  const rows = await db
    .selectFrom('plan')
    .select('id')
    .where('kind', '=', 'indicatorPlan')
    .where('issued_number', 'is not', null)
    .orderBy('year', 'desc')
    .orderBy('id')
    .execute()
  const plans = await Promise.all(rows.map(({ id }) => issuedPlan(db, id)))
  return plans.filter((plan) => plan !== null).filter(wantsSelfReview)
}

const lineOf = (
  plan: IssuedPlan,
  unitId: string,
  review: LoadedSelfReview['review'] | undefined,
  names: ReadonlyMap<string, string>,
): Line => ({
  planId: plan.planId,
  planTitle: plan.title,
  ownerName: names.get(plan.ownerUnitId) ?? '',
  unitId,
  unitName: names.get(unitId) ?? '',
  state: review?.state ?? null,
  signedAt: review?.signed?.at ?? null,
})

/** What the side that scores learns of a review: nothing of a draft. */
const forOthers = (review: LoadedSelfReview['review'] | undefined) => (review?.state === 'signed' ? review : undefined)

export const list = async (db: Reader, actor: Actor): Promise<ReplyOf<typeof listSelfReviews>> => {
  const plans = await plansWanting(db)
  const reviews = await selfReviewsOf(
    db,
    plans.map(({ planId }) => planId),
  )
  const own = reviewingUnits(actor)
  const scope = resultsVisibleTo(actor)
  const units = plans.flatMap(({ content }) => appraisedUnits(content))
  const names = await unitNames(db, [...units, ...plans.map(({ ownerUnitId }) => ownerUnitId)])
  const reviewOf = (planId: string, unitId: string) =>
    reviews.find(({ review }) => review.planId === planId && review.unitId === unitId)?.review
  return {
    own: plans.flatMap((plan) =>
      appraisedUnits(plan.content)
        .filter((unitId) => own.includes(unitId))
        .map((unitId) => lineOf(plan, unitId, reviewOf(plan.planId, unitId), names)),
    ),
    others: plans
      .filter((plan) => seesResultsOf(scope, plan.ownerUnitId))
      .flatMap((plan) =>
        appraisedUnits(plan.content).map((unitId) =>
          lineOf(plan, unitId, forOthers(reviewOf(plan.planId, unitId)), names),
        ),
      ),
  }
}

const pointsIn = (run: RunContent | undefined, itemId: string): string | null => {
  for (const leaf of run?.leaves ?? []) {
    const at = leaf.itemIds.indexOf(itemId)
    if (run && at >= 0) return printedPoints(run, leaf.points[at] ?? '0')
  }
  return null
}

/** 初评分 and 核定分 as far as this person may see them: the side that scores as they stand, the unit what it was told and what was opened to it. */
const othersPoints = async (db: Reader, actor: Actor, plan: IssuedPlan, unitId: string, scoring: boolean) => {
  if (scoring) {
    const standing = (await resultsOfPlan(db, plan.planId)).find(({ result }) => result.state !== 'voided')
    const run = standing && (await runOf(db, standing.result.runDigest))
    const now = await pointsNow(db, plan)
    return { first: (itemId: string) => now.get(itemId) ?? null, final: (itemId: string) => pointsIn(run, itemId) }
  }
  const round = await feedbackOfPlan(db, plan.planId)
  const told = round?.feedback.unitIds.includes(unitId) ? await runOf(db, round.feedback.runDigest) : undefined
  const place = (await ownPlaces(db, actor, plan.planId)).find((one) => one.unitId === unitId)
  const open = place?.standing && place.sight !== 'nothing' ? place.standing.result.runDigest : undefined
  const run = open === undefined ? undefined : await runOf(db, open)
  return { first: (itemId: string) => pointsIn(told, itemId), final: (itemId: string) => pointsIn(run, itemId) }
}

export const show = async (
  db: Reader,
  actor: Actor,
  { planId, unitId }: { readonly planId: string; readonly unitId: string },
): Promise<Shown | undefined> => {
  const plan = await issuedPlan(db, planId)
  const ground = plan && wantsSelfReview(plan) ? await selfReviewGround(db, plan, unitId) : undefined
  if (!plan || !ground) return undefined
  const own = reviewingUnits(actor).includes(unitId)
  const scoring = seesResultsOf(resultsVisibleTo(actor), plan.ownerUnitId)
  if (!own && !scoring) return undefined
  const kept = (await selfReviewsOf(db, [planId])).find(({ review }) => review.unitId === unitId)
  const review = own ? kept?.review : forOthers(kept?.review)
  const stamps = [review?.signed, review?.returned].flatMap((stamp) => (stamp ? [stamp.by] : []))
  const named = await authorsNamed(db, stamps)
  const names = await unitNames(db, [plan.ownerUnitId, unitId])
  const { first, final } = await othersPoints(db, actor, plan, unitId, scoring)
  const may = (ability: 'selfReview.save' | 'selfReview.sign') =>
    !ground.locked && review?.state !== 'signed' && postsFor(actor, ability).some((post) => post.unitId === unitId)
  const mayReturn =
    !ground.locked && review?.state === 'signed' && carryingPosts(postsFor(actor, 'selfReview.return'), plan).length > 0
  return {
    ...lineOf(plan, unitId, review, names),
    id: review?.id ?? null,
    version: review ? (kept?.row.version ?? null) : null,
    report: review?.report ?? '',
    signed: review?.signed ? { ...named(review.signed.by), at: review.signed.at } : null,
    returned: review?.returned
      ? { ...named(review.returned.by), at: review.returned.at, reason: review.returned.reason }
      : null,
    rows: ground.items.map(({ itemId, name, fullMark }) => {
      const row = review?.rows.find((one) => one.itemId === itemId)
      const self = row?.points ?? null
      return { itemId, name, fullMark, self, reason: row?.reason ?? '', first: first(itemId), final: final(itemId) }
    }),
    may: [
      ...(may('selfReview.save') ? (['save'] as const) : []),
      ...(review && may('selfReview.sign') ? (['sign'] as const) : []),
      ...(mayReturn ? (['return'] as const) : []),
    ],
  }
}
