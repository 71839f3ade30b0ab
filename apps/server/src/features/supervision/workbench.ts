import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnRectification, nextOnSupervision, nextOnVisit } from '@quanheng/domain/workbench/next-on-supervision'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings, type Task, type TaskProvider } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { openVisitsOf } from './act-on-supervision.ts'
import {
  itemIsVisible,
  itemsVisibleTo,
  supervisionIsVisible,
  supervisionVisibleTo,
  visitIsVisible,
  visitsVisibleTo,
} from './scope.ts'
import { itemKeeper, supervisionKeeper, visitKeeper } from './store.ts'

const ordersWaiting = async (db: Reader, actor: Actor): Promise<readonly Task[]> => {
  const rows = await db
    .selectFrom('supervision')
    .selectAll()
    .where('state', 'in', ['draft', 'toOrder', 'underWay'])
    .where(supervisionIsVisible(supervisionVisibleTo(actor)))
    .orderBy('id')
    .execute()
  const open = await openVisitsOf(
    db,
    rows.map(({ id }) => id),
  )
  const held = holdings(actor)
  return (await supervisionKeeper.complete(db, rows)).flatMap(({ model }): Task[] => {
    const act = nextOnSupervision(model, open.get(model.id) ?? 0)
    if (!act || !held.some((post) => mayAct(act, post))) return []
    const link = `/supervision/${model.id}`
    return [{ noun: 'supervision', id: model.id, verb: act.verb, object: model.content.title, link }]
  })
}

const visitsWaiting = async (db: Reader, actor: Actor, today: string): Promise<readonly Task[]> => {
  const rows = await db
    .selectFrom('supervision_visit')
    .innerJoin('supervision', 'supervision.id', 'supervision_visit.supervision_id')
    .selectAll('supervision_visit')
    .select('supervision.content')
    .where('supervision.state', '=', 'underWay')
    .where('supervision_visit.state', 'not in', ['settled', 'dropped'])
    .where(visitIsVisible(visitsVisibleTo(actor)))
    .orderBy('supervision_visit.id')
    .execute()
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  const contents = new Map(rows.map(({ id, content }) => [id, content]))
  const held = holdings(actor)
  return (await visitKeeper.complete(db, rows)).flatMap(({ model }): Task[] => {
    const act = nextOnVisit(model, today)
    if (!act || !held.some((post) => mayAct(act, post))) return []
    const content = contents.get(model.id)
    return [
      {
        noun: 'supervisionVisit',
        id: model.id,
        verb: act.verb,
        object: names.get(model.unitId) ?? '',
        within: content?.title,
        due: act.due ?? (act.verb === 'record' ? content?.to : undefined),
        link: `/supervision/visits/${model.id}`,
      },
    ]
  })
}

const openItems = async (db: Reader, actor: Actor) => {
  const rows = await db
    .selectFrom('rectification')
    .selectAll()
    .where('state', '<>', 'closed')
    .where(itemIsVisible(itemsVisibleTo(actor)))
    .orderBy('due')
    .orderBy('id')
    .execute()
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  return { items: (await itemKeeper.complete(db, rows)).map(({ model }) => model), names }
}

const itemsWaiting = async (db: Reader, actor: Actor): Promise<readonly Task[]> => {
  const { items, names } = await openItems(db, actor)
  const held = holdings(actor)
  return items.flatMap((item): Task[] => {
    const act = nextOnRectification(item)
    if (!act || !held.some((post) => mayAct(act, post))) return []
    const object = `${item.demand.subject}（${names.get(item.unitId) ?? ''}）`
    const link = `/supervision/rectifications/${item.id}`
    return [{ noun: 'rectification', id: item.id, verb: act.verb, object, due: act.due, link }]
  })
}

/** 待办 of supervision: orders, visits and items, each for who takes it forward. */
export const supervisionTasksOf: TaskProvider = async (db, actor, { today }) => [
  ...(await ordersWaiting(db, actor)),
  ...(await visitsWaiting(db, actor, today)),
  ...(await itemsWaiting(db, actor)),
]
