import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { listTasks } from '@quanheng/contract/workbench'
import { pressing } from '@quanheng/domain/workbench/pressing'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { TaskProvider } from '../../platform/work/task.ts'
import { workCalendar } from '../calendar/index.ts'
import { claimsOn } from './claims.ts'
import { tasksOf } from './tasks-of.ts'

/** What has no due day comes after everything that has one. */
const never = '9999-12-31'

/** 待办: the most pressing first; the lights count over all of them, whatever the filter. */
export const taskPage = async (
  providers: readonly TaskProvider[],
  db: Reader,
  actor: Actor,
  context: Context,
  query: QueryOf<typeof listTasks>,
): Promise<ReplyOf<typeof listTasks>> => {
  const calendar = await workCalendar(db)
  const rows = (await tasksOf(providers, db, actor, context))
    .map((task) => {
      const pressed = task.due === undefined ? null : pressing(calendar, context.today, task.due)
      return {
        noun: task.noun,
        id: task.id,
        verb: task.verb,
        object: task.object,
        within: task.within ?? null,
        from: task.from ?? null,
        link: task.link,
        due: task.due ?? null,
        light: pressed?.light ?? null,
        workingDaysLeft: pressed?.workingDaysLeft ?? null,
      }
    })
    .toSorted((a, b) => ((a.due ?? never) < (b.due ?? never) ? -1 : (a.due ?? never) > (b.due ?? never) ? 1 : 0))
  const q = query.q?.trim() ?? ''
  const found = rows.filter(
    (row) =>
      (query.noun === undefined || row.noun === query.noun) &&
      (query.light === undefined || row.light === query.light) &&
      (q === '' || `${row.object} ${row.within ?? ''} ${row.from ?? ''}`.includes(q)),
  )
  const shown = found.slice((query.page - 1) * query.size, query.page * query.size)
  const claim = await claimsOn(db, actor, context.today, shown)
  return {
    rows: shown.map((row) => ({ ...row, claim: claim(row) })),
    total: found.length,
    all: rows.length,
    late: rows.filter((row) => row.light === 'red').length,
    soon: rows.filter((row) => row.light === 'yellow').length,
  }
}
