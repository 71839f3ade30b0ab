import { fileKeepers } from '@quanheng/domain/ability/archive'
import type { TellOfFaults } from '../../platform/files/file-check.ts'
import { type Notification, notifyEach } from '../../platform/work/notify.ts'
import { heldPosts } from '../organisation/index.ts'
import { bodiesOf } from './bodies.ts'

/** Names in one sentence; the page behind it names every file. */
const named = 5

const sentence = (names: readonly string[]): Notification => ({
  code: names.length > named ? 'notification.filesDamagedMany' : 'notification.filesDamaged',
  params: { names: names.slice(0, named).join('、'), count: String(names.length) },
  link: '/log/files',
})

/** Tells each body's office which of its files are damaged or missing; who has not read the same sentence yet is not told it again. */
export const tellOfFaults: TellOfFaults = async (tx, context, faults) => {
  const bodies = await bodiesOf(
    tx,
    faults.map(({ digest }) => digest),
  )
  const held = await heldPosts(tx, { unitIds: [...new Set([...bodies.values()].flat())], on: context.today })
  const keepers = held.filter(({ kind }) => fileKeepers.some((keeper) => keeper === kind))
  const told = [...Map.groupBy(keepers, ({ personId }) => personId)].map(([personId, posts]) => {
    const own = faults.filter(({ digest }) => posts.some(({ unitId }) => bodies.get(digest)?.includes(unitId)))
    return { personId, ...sentence(own.map(({ digest, names }) => names[0] ?? digest.slice(0, 12))) }
  })
  const unread = await tx
    .selectFrom('notification')
    .select(['person_id', 'code', 'params'])
    .where('code', 'in', ['notification.filesDamaged', 'notification.filesDamagedMany'])
    .where('read_at', 'is', null)
    .execute()
  const key = (personId: string, code: string, { names, count }: Readonly<Record<string, string>>) =>
    JSON.stringify([personId, code, names, count])
  const standing = new Set(unread.map((row) => key(row.person_id, row.code, row.params)))
  await notifyEach(
    tx,
    context,
    told.filter(({ personId, code, params = {} }) => !standing.has(key(personId, code, params))),
  )
}
