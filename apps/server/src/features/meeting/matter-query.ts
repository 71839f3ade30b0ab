import type { listMatters } from '@quanheng/contract/meeting'
import type { ReplyOf } from '@quanheng/contract/route'
import type { Reader } from '../../platform/database/database.ts'
import { type HeldPost, unitIdsOf } from '../../platform/door/actor.ts'
import { mattersOf } from './matters.ts'

/** What may be put before a meeting of the units in which this person prepares meetings. */
export const matters = async (db: Reader, posts: readonly HeldPost[]): Promise<ReplyOf<typeof listMatters>> => {
  const found = await Promise.all(unitIdsOf(posts).map((unitId) => mattersOf(db, unitId)))
  return { rows: found.flat().map(({ id, ...matter }) => ({ ...matter, matterId: id })) }
}
