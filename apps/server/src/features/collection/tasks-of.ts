import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { issuedPlan } from '../plan/index.ts'
import { dataVisibleTo, dueDay, type Turn, waitsFor } from './scope.ts'

/** One line of 待办 from collection: what to do with how many figures of one element. */
export interface CollectionTodo {
  readonly turn: Turn
  readonly planId: string
  readonly planTitle: string
  readonly elementKey: string
  readonly elementName: string
  readonly count: number
  /** How many of them have come back. */
  readonly returned: number
  /** The first due day, and how many are past it. */
  readonly due: string
  readonly overdue: number
  /** Where exactly one figure is meant. */
  readonly datumId: string | null
  readonly unitName: string | null
  /** Page and filters that show exactly these. */
  readonly link: string
}

const turns: readonly Turn[] = ['report', 'confirm', 'close']

interface Row {
  plan_id: string
  element_key: string
  count: number
  returned: number
  due: string
  overdue: number
  datum_id: string
  unit_name: string
}

const rowsOf = (db: Reader, actor: Actor, turn: Turn, today: string): Promise<Row[]> =>
  db
    .selectFrom('datum')
    .innerJoin('unit as subject', 'subject.id', 'datum.unit_id')
    .leftJoin('datum_version as last', (join) =>
      join.onRef('last.datum_id', '=', 'datum.id').onRef('last.number', '=', 'datum.last_number'),
    )
    .where(dataVisibleTo(actor))
    .where(waitsFor(actor, turn))
    .groupBy(['datum.plan_id', 'datum.element_key'])
    .select([
      'datum.plan_id',
      'datum.element_key',
      sql<number>`count(*)`.as('count'),
      sql<number>`count(*) FILTER (WHERE datum.state = 'returned')`.as('returned'),
      sql<string>`min(${dueDay})`.as('due'),
      sql<number>`count(*) FILTER (WHERE ${dueDay} < ${today} AND datum.state <> 'closed')`.as('overdue'),
      sql<string>`min(datum.id::text)`.as('datum_id'),
      sql<string>`min(subject.name)`.as('unit_name'),
    ])
    .orderBy('due')
    .execute()

/** What waits for this person in collection, by plan and element, the earliest due first. */
export const collectionTasksOf = async (
  db: Reader,
  actor: Actor,
  today: string,
): Promise<readonly CollectionTodo[]> => {
  const todos: CollectionTodo[] = []
  for (const turn of turns) {
    for (const row of await rowsOf(db, actor, turn, today)) {
      const plan = await issuedPlan(db, row.plan_id)
      if (plan === null) continue
      const only = row.count === 1
      const search = new URLSearchParams({
        planId: row.plan_id,
        elementKey: row.element_key,
        turn,
        ...(only && { open: row.datum_id }),
      })
      todos.push({
        turn,
        planId: row.plan_id,
        planTitle: plan.title,
        elementKey: row.element_key,
        elementName:
          plan.content.dataElements.find((element) => element.key === row.element_key)?.name ?? row.element_key,
        count: row.count,
        returned: row.returned,
        due: row.due,
        overdue: row.overdue,
        datumId: only ? row.datum_id : null,
        unitName: only ? row.unit_name : null,
        link: `/collection?${search}`,
      })
    }
  }
  return todos.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}
