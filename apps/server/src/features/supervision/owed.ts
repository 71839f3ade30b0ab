import { nextOnRectification } from '@quanheng/domain/workbench/next-on-supervision'
import { postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import type { Owed, OwedProvider } from '../../platform/work/task.ts'
import { sayUrging } from '../../platform/work/urging.ts'
import { reachable } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { itemKeeper } from './store.ts'

/** 催报: units that owe the office a plan or a report on what they have to put right. */
export const rectificationsOwed: OwedProvider = async (db, actor, { today }) => {
  const offices = unitIdsOf(postsFor(actor, 'rectification.close'))
  if (offices.length === 0) return []
  const rows = await db
    .selectFrom('rectification')
    .selectAll()
    .where('state', 'in', ['open', 'planned'])
    .where('from_unit_id', 'in', offices)
    .orderBy('due')
    .orderBy('id')
    .execute()
  const unitIds = [...new Set(rows.map(({ unit_id }) => unit_id))]
  const names = await namesOf(db, { units: unitIds })
  const held = await reachable(db, { unitIds }, today)
  return (await itemKeeper.complete(db, rows)).flatMap(({ model: item }): Owed[] => {
    const act = nextOnRectification(item)
    if (!act) return []
    const { subject, words } = item.demand
    const body = names.get(item.unitId) ?? ''
    return [
      {
        noun: 'rectification',
        id: item.id,
        verb: act.verb,
        body,
        object: subject,
        due: item.due,
        people: held
          .filter(({ unitId, post }) => unitId === item.unitId && act.posts.includes(post))
          .map(({ name, post, phone }) => ({ name, post, phone })),
        text: `${body}：${sayUrging(`${subject}整改：${words}`, item.due, today)}`,
        link: `/supervision/rectifications/${item.id}`,
      },
    ]
  })
}
