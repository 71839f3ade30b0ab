import type { CircularContent, Receiver } from '@quanheng/domain/circular/model'
import { label } from '@quanheng/messages/labels'
import type { Reader } from '../../platform/database/database.ts'
import { seatsOn } from '../meeting/index.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'

/** Whom a content addresses on a day, each once: the group by its seats, units, holders of posts; and posts that nobody holds. */
export const receiversOn = async (
  db: Reader,
  unitId: string,
  { to }: CircularContent,
  day: string,
): Promise<{ readonly receivers: readonly Receiver[]; readonly vacant: readonly string[] }> => {
  const seats = to.group ? await seatsOn(db, { unitId, kind: 'steeringGroup' }, day) : []
  const held = await heldPosts(db, {
    unitIds: [...new Set([unitId, ...to.posts.map((post) => post.unitId)])],
    on: day,
  })
  const inPerson = (post: (typeof held)[number]): Receiver => ({
    key: `post:${post.id}`,
    unitId: post.unitId,
    post: post.kind,
    personId: post.personId,
    personName: post.personName,
  })
  const bySeat = seats.flatMap((seat): readonly Receiver[] =>
    seat.unitId === undefined
      ? held.filter(({ id }) => `post:${id}` === seat.key).map(inPerson)
      : [{ key: seat.key, unitId: seat.unitId }],
  )
  const byUnit = to.unitIds.map((id): Receiver => ({ key: `unit:${id}`, unitId: id }))
  const byPost = to.posts.flatMap((wanted) =>
    held.filter(({ kind, unitId: of }) => kind === wanted.post && of === wanted.unitId).map(inPerson),
  )
  const missing = to.posts.filter(
    (wanted) => !held.some(({ kind, unitId: of }) => kind === wanted.post && of === wanted.unitId),
  )
  const names = await namesOf(db, { units: missing.map((post) => post.unitId) })
  return {
    receivers: [...new Map([...bySeat, ...byUnit, ...byPost].map((one) => [one.key, one])).values()],
    vacant: missing.map((post) => `${names.get(post.unitId) ?? ''}${label('zh-CN', 'post', post.post)}`),
  }
}
