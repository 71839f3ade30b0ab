import type { PostKind } from '@quanheng/domain/ability/posts'
import type { MeetingKind, Seat, SeatRank } from '@quanheng/domain/meeting/model'
import type { Reader } from '../../platform/database/database.ts'
import { heldPosts } from '../organisation/index.ts'
import { groupOf } from './group-store.ts'

const named: Readonly<Record<MeetingKind, Readonly<Partial<Record<PostKind, SeatRank>>>>> = {
  steeringGroup: { steeringHead: 'head', steeringDeputy: 'deputy', steeringMember: 'member' },
  office: { officeDirector: 'director', officeStaff: 'staff' },
}
const ranks: readonly SeatRank[] = ['head', 'deputy', 'director', 'member', 'staff']

/**
 * Who sits there on a day: people named by post, then member units by whoever is principal. Nobody stands aside from what concerns
 * the group's own office for sitting in the group; other posts they hold in a unit do count.
 */
export const seatsOn = async (
  db: Reader,
  { unitId, kind }: { readonly unitId: string; readonly kind: MeetingKind },
  day: string,
): Promise<readonly Seat[]> => {
  const held = await heldPosts(db, { unitId, on: day })
  const members = kind === 'steeringGroup' ? ((await groupOf(db, unitId))?.member_unit_ids ?? []) : []
  const principals = (await heldPosts(db, { unitIds: members, on: day })).filter((post) => post.kind === 'principal')
  const people = held.filter((post) => named[kind][post.kind] !== undefined)
  const others = await heldPosts(db, { personIds: people.map(({ personId }) => personId), on: day })
  const ownOf = (personId: string): readonly string[] => [
    ...new Set(
      others
        .filter((post) => post.personId === personId && named[kind][post.kind] === undefined)
        .map((post) => post.unitId),
    ),
  ]
  const byPost = people
    .filter(({ personId }, at) => people.findIndex((one) => one.personId === personId) === at)
    .map((post): Seat => {
      const rank = named[kind][post.kind] ?? 'member'
      const { personId, personName } = post
      return { key: `post:${post.id}`, rank, personId, personName, unitName: '', ownUnitIds: ownOf(personId) }
    })
    .toSorted((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank))
  const units =
    members.length === 0
      ? []
      : await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', members).orderBy('sort_code').execute()
  return [
    ...byPost,
    ...units.map((unit): Seat => {
      const principal = principals.find((post) => post.unitId === unit.id)
      return {
        key: `unit:${unit.id}`,
        rank: 'member',
        ...(principal && { personId: principal.personId }),
        personName: principal?.personName ?? '',
        unitId: unit.id,
        unitName: unit.name,
        ownUnitIds: [unit.id],
      }
    }),
  ]
}
