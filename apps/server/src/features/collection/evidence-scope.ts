import type { FiledEvidence } from '@quanheng/domain/evidence/filed'
import {
  addsEvidence,
  type EvidencePlaces,
  type EvidenceSide,
  evidencePlaces,
  evidenceSide,
  seesAllEvidence,
} from '@quanheng/domain/evidence/standing'
import { taskFor } from '@quanheng/domain/plan/items'
import type { Reader } from '../../platform/database/database.ts'
import { type HeldPost, watchedBy } from '../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import type { ItemPlace } from './evidence-store.ts'

/** An item as one of the person's posts stands to it. */
export interface StandingItem {
  readonly plan: IssuedPlan
  readonly post: HeldPost
  readonly side: EvidenceSide
}

const sideOf = (post: HeldPost, places: EvidencePlaces): EvidenceSide | undefined =>
  evidenceSide(
    { kind: post.kind, unitId: post.unitId, ...(post.sectionId !== null && { sectionId: post.sectionId }) },
    places,
  )

const order: readonly EvidenceSide[] = ['scoring', 'office', 'colleague', 'watching', 'unit', 'provider']

/** Every post that stands to the item, the one that sees most of it first; none where the plan has no such item. */
export const standingsOf = (
  plan: IssuedPlan,
  posts: readonly HeldPost[],
  { leafKey, unitId }: Pick<ItemPlace, 'leafKey' | 'unitId'>,
): readonly StandingItem[] => {
  if (taskFor(plan.content, leafKey, unitId) === undefined) return []
  const places = evidencePlaces(plan.content, leafKey, unitId)
  const covered = posts.filter((post) => post.kind !== 'observer' || watchedBy([post]).includes(plan.ownerUnitId))
  const found = covered.flatMap((post) => {
    const side = sideOf(post, places)
    return side === undefined ? [] : [{ plan, post, side }]
  })
  return found.toSorted((a, b) => order.indexOf(a.side) - order.indexOf(b.side))
}

/** The post that sees most of the item. */
export const standingOf = (
  plan: IssuedPlan,
  posts: readonly HeldPost[],
  item: Pick<ItemPlace, 'leafKey' | 'unitId'>,
): StandingItem | null => standingsOf(plan, posts, item)[0] ?? null

/** The same among the posts that may add to the item's evidence. */
export const addingTo = (
  plan: IssuedPlan,
  posts: readonly HeldPost[],
  item: Pick<ItemPlace, 'leafKey' | 'unitId'>,
): StandingItem | null => {
  const standing = standingOf(plan, posts, item)
  return standing && addsEvidence(standing.side) ? standing : null
}

export const standingOn = async (
  db: Reader,
  posts: readonly HeldPost[],
  item: ItemPlace,
): Promise<StandingItem | null> => {
  const plan = await issuedPlan(db, item.planId)
  return plan && standingOf(plan, posts, item)
}

/** What of an item's evidence a standing shows. */
export const shownTo = ({ side, post }: StandingItem, files: readonly FiledEvidence[]): readonly FiledEvidence[] =>
  seesAllEvidence(side) ? files : files.filter((file) => file.attachedBy.unitId === post.unitId)
