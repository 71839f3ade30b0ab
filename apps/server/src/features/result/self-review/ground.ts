import { itemKeys } from '@quanheng/domain/plan/items'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { SelfReviewGround } from '@quanheng/domain/self-review/decide'
import type { Reader } from '../../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../../platform/door/actor.ts'
import type { IssuedPlan } from '../../plan/index.ts'
import { itemsOf } from '../../scoring/index.ts'
import { resultsOfPlan } from '../result-store.ts'

/** Units whose self-review this person writes or signs. */
export const reviewingUnits = (actor: Actor): readonly string[] => unitIdsOf(postsFor(actor, 'selfReview.save'))

export const wantsSelfReview = ({ kind, content }: IssuedPlan): boolean =>
  kind === 'indicatorPlan' && content.settings.selfReview.value === 'required'

/** What the plan asks of one unit; undefined where it asks nothing of it. */
export const selfReviewGround = async (
  db: Reader,
  plan: IssuedPlan,
  unitId: string,
): Promise<SelfReviewGround | undefined> => {
  const keys = itemKeys(plan.content).filter((item) => item.unitId === unitId)
  const items = new Map(
    (await itemsOf(db, plan.planId)).filter((item) => item.unitId === unitId).map((item) => [item.leafKey, item.id]),
  )
  const results = await resultsOfPlan(db, plan.planId)
  const found = keys.flatMap(({ leafKey }) => {
    const [node, itemId] = [nodeByKey(plan.content, leafKey), items.get(leafKey)]
    return node && itemId ? [{ itemId, name: node.name, fullMark: node.fullMark }] : []
  })
  const locked = results.some(({ result }) => result.state !== 'voided')
  return found.length === 0 ? undefined : { wanted: wantsSelfReview(plan), locked, items: found }
}
