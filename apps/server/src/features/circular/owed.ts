import { type Circular, type Receiver, unsigned } from '@quanheng/domain/circular/model'
import { postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import type { Owed, OwedProvider } from '../../platform/work/task.ts'
import { sayUrging } from '../../platform/work/urging.ts'
import { type Reachable, reachable } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { callable, sayReceiver } from './receipts.ts'
import { circularKeeper } from './store.ts'

/** Leaders sign for a unit that has nobody else; they are not called for what its office owes. */
const called = (receiver: Receiver, held: readonly Reachable[]): Owed['people'] => {
  const able = callable(receiver, held)
  const office = able.filter(({ post }) => post !== 'principal' && post !== 'leaderInCharge')
  const people = receiver.personId === undefined && office.length > 0 ? office : able
  return people.map(({ name, post, phone }) => ({ name, post, phone }))
}

const titleOf = ({ content, standing }: Circular): string => {
  const number = standing.issued?.documentNumber
  return number === undefined ? content.title : `${content.title}（${number}）`
}

/** Receipts that the office waits for, one line for each receiver of each circular that asks for them by a day. */
export const receiptsOwed: OwedProvider = async (db, actor, { today }) => {
  const offices = unitIdsOf(postsFor(actor, 'circular.urge'))
  if (offices.length === 0) return []
  const rows = await db
    .selectFrom('circular')
    .selectAll()
    .where('state', '=', 'issued')
    .where('unit_id', 'in', offices)
    .orderBy('issued_on')
    .orderBy('id')
    .execute()
  const waited = (await circularKeeper.complete(db, rows)).flatMap(({ model }) =>
    model.content.signBy === '' ? [] : unsigned(model).map((receiver) => ({ circular: model, receiver })),
  )
  const units = [...new Set(waited.map(({ receiver }) => receiver.unitId))]
  const names = await namesOf(db, { units })
  const held = await reachable(db, { unitIds: units }, today)
  return waited.map(({ circular, receiver }): Owed => {
    const { id, content } = circular
    const body = sayReceiver({ unitName: names.get(receiver.unitId) ?? '', receiver })
    const object = titleOf(circular)
    return {
      noun: 'circular',
      id: `${id}/${receiver.key}`,
      verb: 'sign',
      body,
      object,
      due: content.signBy,
      people: called(receiver, held),
      text: `${body}：${sayUrging(`签收《${content.title}》`, content.signBy, today)}`,
      link: `/circulars/${id}`,
    }
  })
}
