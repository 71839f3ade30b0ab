import type { Audience, PostAudience } from '@quanheng/domain/notification/model'
import type { Tx } from '../../../platform/database/database.ts'
import { heldPosts } from '../../organisation/index.ts'
import type { Ground, Place } from './ground.ts'

const placesOf = ({ place }: PostAudience, ground: Ground): readonly Place[] => {
  if (place === 'anywhere') return []
  if (place === 'scorer') return ground.scorers
  if (place === 'owner') return [{ unitId: ground.owner }]
  if (place === 'inspectors') return [...new Set(ground.inspectors)].map((unitId) => ({ unitId }))
  return place.unitIds.map((unitId) => ({ unitId, sectionId: place.sectionId }))
}

type Held = Awaited<ReturnType<typeof heldPosts>>[number]

/** A section narrows holders that sit in one, as `mayAct` does. */
const stands = (held: Held, place: Place): boolean =>
  held.unitId === place.unitId &&
  ((place.sectionId ?? null) === null || held.sectionId === null || held.sectionId === place.sectionId)

/** The people meant, today; whoever is named by id only while still in office. */
export const peopleMeant = async (
  tx: Tx,
  audiences: readonly Audience[],
  ground: Ground,
  today: string,
): Promise<readonly string[]> => {
  const named = audiences.flatMap((audience) => ('personIds' in audience ? audience.personIds : []))
  const called = audiences.filter((audience): audience is PostAudience => !('personIds' in audience))
  const places = called.map((audience) => placesOf(audience, ground))
  const unitIds = [...new Set(places.flat().map(({ unitId }) => unitId))]
  const held = await heldPosts(tx, { unitIds, on: today })
  const { fits = () => true } = ground
  const byPost = held.filter(
    (post) =>
      fits(post) &&
      called.some(({ posts }, at) => posts.includes(post.kind) && places[at]?.some((place) => stands(post, place))),
  )
  const everywhere: Held[] = []
  for (const kind of new Set(called.flatMap(({ place, posts }) => (place === 'anywhere' ? posts : [])))) {
    everywhere.push(...(await heldPosts(tx, { kind, on: today })))
  }
  const stillHere = await heldPosts(tx, { personIds: [...new Set(named)], on: today })
  return [...new Set([...byPost, ...everywhere, ...stillHere].map(({ personId }) => personId))]
}
