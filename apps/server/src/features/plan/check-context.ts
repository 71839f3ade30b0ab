import type { CheckContext } from '@quanheng/domain/plan/check/context'
import { citationsOf } from '@quanheng/domain/plan/citations'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { type NamedIds, namedIds } from '@quanheng/domain/plan/named'
import type { Reader } from '../../platform/database/database.ts'
import { workCalendar } from '../calendar/index.ts'
import { standingsIn } from '../library/index.ts'
import { heldPosts } from '../organisation/index.ts'
import { issuedPlan } from './issued-plan.ts'
import type { PlanRow } from './tables.ts'

/** Names of what a content names, by id; what is not in the organisation is left out. */
export const namesOf = async (db: Reader, ids: NamedIds): Promise<Readonly<Record<string, string>>> => {
  const from = async (table: 'unit' | 'section' | 'person', wanted: readonly string[]) =>
    wanted.length === 0
      ? []
      : db
          .selectFrom(table)
          .select(['id', 'name'])
          .where('id', 'in', [...wanted])
          .execute()
  const rows = [
    ...(await from('unit', ids.units)),
    ...(await from('section', ids.sections)),
    ...(await from('person', ids.people)),
  ]
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}

/** Posts held on a day, by person, as 方案校核 reads them. */
const peopleOn = async (db: Reader, day: string): Promise<CheckContext['people']> => {
  const held = await heldPosts(db, { on: day })
  const byPerson = Map.groupBy(held, (post) => post.personId)
  return Object.fromEntries(
    [...byPerson].map(([personId, posts]) => [
      personId,
      posts.map(({ kind, unitId, sectionId }) => (sectionId === null ? { kind, unitId } : { kind, unitId, sectionId })),
    ]),
  )
}

/** Accounts whose name another account has too: few, and the only ones that can be two of one natural person. */
const namesakes = async (db: Reader): Promise<NonNullable<CheckContext['accounts']>> => {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'phone', 'mail'])
    .where('state', '=', 'active')
    .where('name', 'in', (same) =>
      same
        .selectFrom('person')
        .select('name')
        .where('state', '=', 'active')
        .groupBy('name')
        .having(({ fn }) => fn.countAll(), '>', 1),
    )
    .execute()
  return rows.map(({ id, name, phone, mail }) => ({ personId: id, name, phone, mail }))
}

/**
 * What 方案校核 knows beside the plan: calendar, year plan in force, posts held today, names, how cited
 * documents stand, open findings of a notice.
 */
export const checkContextFor = async (
  db: Reader,
  content: PlanContent,
  plan: Pick<PlanRow, 'parent_plan_id' | 'carried'>,
  today: string,
): Promise<Omit<CheckContext, 'today'>> => {
  const parent = plan.parent_plan_id === null ? null : await issuedPlan(db, plan.parent_plan_id)
  return {
    calendar: await workCalendar(db),
    people: await peopleOn(db, today),
    accounts: await namesakes(db),
    names: await namesOf(db, namedIds(content)),
    cited: await standingsIn(
      db,
      citationsOf(content).map(({ document }) => document),
      today,
    ),
    carried: plan.carried.map(({ finding }) => finding),
    ...(parent && { parent: { planId: parent.planId, content: parent.content } }),
  }
}
