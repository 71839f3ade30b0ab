import type { PostKind } from '@quanheng/domain/ability/posts'
import { type Asked, silent } from '@quanheng/domain/matter/model'
import { postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import type { Owed, OwedProvider } from '../../platform/work/task.ts'
import { sayUrging } from '../../platform/work/urging.ts'
import { type Reachable, reachable } from '../organisation/index.ts'
import { matterKeeper } from './store.ts'

const reporters: readonly PostKind[] = ['unitReporter', 'unitAdmin', 'unitHead']

/** The member in person; where the seat names nobody, who reports for its unit. */
const called = ({ personId, unitId }: Asked, held: readonly Reachable[]): Owed['people'] => {
  const own = held.filter((one) => one.personId === personId).slice(0, 1)
  const liaison = held.filter((one) => one.unitId === unitId && reporters.includes(one.post))
  return (own.length > 0 ? own : liaison).map(({ name, post, phone }) => ({ name, post, phone }))
}

/**
 * Opinions that the office waits for, one line for each member who was asked and said nothing, until the day has passed: from
 * then on silence means what was set before, and nothing is owed any more.
 */
export const opinionsOwed: OwedProvider = async (db, actor, { today }) => {
  const offices = unitIdsOf(postsFor(actor, 'matter.seek'))
  if (offices.length === 0) return []
  const rows = await db
    .selectFrom('matter')
    .selectAll()
    .where('state', '=', 'opinions')
    .where('unit_id', 'in', offices)
    .orderBy('id')
    .execute()
  const waited = (await matterKeeper.complete(db, rows)).flatMap(({ model }) => {
    const due = model.standing.round?.until ?? ''
    return due < today ? [] : silent(model).map((asked) => ({ matter: model, asked, due }))
  })
  const unitIds = [...new Set(waited.flatMap(({ asked }) => asked.unitId ?? []))]
  const personIds = [...new Set(waited.flatMap(({ asked }) => asked.personId ?? []))]
  const held = [...(await reachable(db, { personIds }, today)), ...(await reachable(db, { unitIds }, today))]
  return waited.map(({ matter, asked, due }): Owed => {
    const { id, content } = matter
    const body = `${asked.unitName}${asked.personName}`
    return {
      noun: 'matter',
      id: `${id}/${asked.key}`,
      verb: 'giveOpinion',
      body,
      object: content.title,
      due,
      people: called(asked, held),
      text: `${body}：${sayUrging(`就“${content.title}”提出意见`, due, today)}`,
      link: `/matters/${id}`,
    }
  })
}
