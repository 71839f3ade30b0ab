import type { PostKind } from '@quanheng/domain/ability/posts'
import type { DatumCommandKind } from '@quanheng/domain/datum/transitions'
import { mayAct, type NextAct } from '@quanheng/domain/workbench/next-act'
import { nextOnDatum } from '@quanheng/domain/workbench/next-on-datum'
import type { Reader } from '../../platform/database/database.ts'
import { heldPosts } from '../organisation/index.ts'
import type { IssuedPlan } from '../plan/index.ts'
import type { LoadedDatum } from './datum-store.ts'
import { placeFrom } from './place-text.ts'

/** The next act on a datum, for its first scorer; where nobody scores yet, the plan's owner. */
export const nextActOn = (plan: IssuedPlan, { row, datum }: LoadedDatum): NextAct | undefined => {
  const element = plan.content.dataElements.find((candidate) => candidate.key === row.element_key)
  const [place] = row.scorer_places
  return element && nextOnDatum(datum, element, place === undefined ? { unitId: plan.ownerUnitId } : placeFrom(place))
}

/** Who acts next and under which post, by name. */
export const nextOf = async (db: Reader, plan: IssuedPlan, loaded: LoadedDatum, today: string) => {
  const act = nextActOn(plan, loaded)
  if (act === undefined) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const people = held.filter((post) =>
    mayAct(act, {
      personId: post.personId,
      post: post.kind,
      unitId: post.unitId,
      ...(post.sectionId !== null && { sectionId: post.sectionId }),
    }),
  )
  return {
    command: act.verb as DatumCommandKind,
    posts: [...act.posts] as PostKind[],
    people: people.map((post) => ({ name: post.personName, post: post.kind, unitName: post.unitName })),
  }
}
