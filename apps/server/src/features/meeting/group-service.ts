import type { BodyOf, ReplyOf } from '@quanheng/contract/route'
import type { setSteeringGroup, showSteeringGroup } from '@quanheng/contract/steering-group'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { checkCharter, emptyCharter, type GroupCharter, officeName, termOver } from '@quanheng/domain/meeting/charter'
import { json, type Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { heldPosts } from '../organisation/index.ts'
import { canonicalGroup, groupOf } from './group-store.ts'
import { meetingsVisibleTo } from './scope.ts'
import { seatsOn } from './seats.ts'
import { unitsKnown } from './services.ts'
import type { SteeringGroupRow } from './tables.ts'

type Group = ReplyOf<typeof showSteeringGroup>['rows'][number]

/** The groups that this person's office keeps, and those in which the own unit is represented. */
export const groups = async (db: Reader, actor: Actor, today: string): Promise<ReplyOf<typeof showSteeringGroup>> => {
  const { offices, members } = meetingsVisibleTo(actor)
  const kept = await db.selectFrom('steering_group').select(['unit_id', 'member_unit_ids']).execute()
  const mine = kept.filter((one) => one.member_unit_ids.some((id) => members.includes(id)))
  const settable = postsFor(actor, 'steeringGroup.set').map(({ unitId }) => unitId)
  const shown = [
    ...new Set([
      ...offices.filter((id) => kept.some((one) => one.unit_id === id)),
      ...settable,
      ...mine.map((one) => one.unit_id),
    ]),
  ]
  const rows: Group[] = []
  for (const unitId of shown) rows.push(await groupShown(db, unitId, settable.includes(unitId), today))
  return { rows }
}

const groupShown = async (db: Reader, unitId: string, may: boolean, today: string): Promise<Group> => {
  const row = await groupOf(db, unitId)
  const charter = row?.charter ?? emptyCharter
  const office = await db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow()
  const seats = await seatsOn(db, { unitId, kind: 'steeringGroup' }, today)
  const held = await heldPosts(db, { unitId, on: today })
  const principals = await heldPosts(db, { unitIds: row?.member_unit_ids ?? [], on: today })
  return {
    version: row?.version ?? 0,
    officeUnitId: unitId,
    name: row?.name ?? '',
    shortName: row?.short_name ?? '',
    basis: row?.basis ?? '',
    charter: { ...charter, reportsTo: [...charter.reportsTo] },
    termOver: termOver(charter, today),
    officeName: officeName(row?.name ?? '', charter),
    officeUnitName: office.name,
    directors: held.filter(({ kind }) => kind === 'officeDirector').map(({ personName }) => personName),
    members: seats.flatMap((seat) =>
      seat.unitId === undefined
        ? []
        : [
            {
              unitId: seat.unitId,
              unitName: seat.unitName,
              principals: principals
                .filter((post) => post.unitId === seat.unitId && post.kind === 'principal')
                .map(({ personName }) => personName),
            },
          ],
    ),
    named: seats.flatMap(({ key, rank, personName, unitId: ofUnit }) =>
      ofUnit === undefined
        ? [{ rank, personName, until: held.find(({ id }) => key === `post:${id}`)?.to ?? null }]
        : [],
    ),
    may,
  }
}

const readCharter = ({ reportsTo, term, office }: BodyOf<typeof setSteeringGroup>['charter']): GroupCharter => ({
  reportsTo: [...new Set(reportsTo.map(normaliseName))],
  term,
  office: { name: normaliseName(office.name), shortName: normaliseName(office.shortName) },
})

/** 领导小组: its name, what it was founded by, and the units that are represented in it, by whoever is principal there. */
export const setGroup: CommandHandler<typeof setSteeringGroup> = async ({ tx, posts, params, body, context }) => {
  const post = posts.find(({ unitId }) => unitId === params.unitId)
  if (post === undefined) return refuse('platform.notFound')
  const charter = checkCharter(readCharter(body.charter))
  if (!charter.ok) return charter
  const known = await unitsKnown({ tx }, body.memberUnitIds, 'body.memberUnitIds')
  if (!known.ok) return known
  await tx.selectFrom('unit').select('id').where('id', '=', post.unitId).forUpdate().execute()
  const before = await groupOf(tx, post.unitId)
  const current = await sameVersion(tx, { id: before?.id ?? '', version: before?.version ?? 0 }, body.version)
  if (!current.ok) return current
  const after: SteeringGroupRow = {
    id: before?.id ?? context.newId(),
    unit_id: post.unitId,
    name: normaliseName(body.name),
    short_name: normaliseName(body.shortName),
    basis: normaliseText(body.basis).trim(),
    charter: charter.value,
    member_unit_ids: [...new Set(body.memberUnitIds)],
    version: body.version + 1,
  }
  const row = { ...after, charter: json(charter.value) }
  if (before === undefined) await tx.insertInto('steering_group').values(row).execute()
  else await tx.updateTable('steering_group').set(row).where('id', '=', after.id).execute()
  return ok({
    post,
    events: [{ type: 'steeringGroupSet', unitId: post.unitId, members: after.member_unit_ids.length }],
    changes: [
      {
        noun: 'steeringGroup',
        id: after.id,
        version: after.version,
        before: before ? canonicalGroup(before) : null,
        after: canonicalGroup(after),
      },
    ],
    reply: { version: after.version },
  })
}
