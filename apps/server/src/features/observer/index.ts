import * as contract from '@quanheng/contract/observed'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { watchedBy } from '../../platform/door/actor.ts'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import { observed } from './list.ts'
import { observedTable } from './table.ts'

/** A workbook of more lines than these opens slowly in an office's Excel. */
const mostExported = 20_000

export const observerRoutes = (): readonly Binding[] => [
  bindQuery(contract.listObserved, async ({ db, posts, query }) => {
    const { page, size, ...filter } = query
    return ok(await observed(db, watchedBy(posts), filter, { limit: size, offset: (page - 1) * size }))
  }),
  bindQuery(contract.exportObserved, async ({ db, posts, query, context }) => {
    const { total, rows } = await observed(db, watchedBy(posts), query, { limit: mostExported })
    if (total > mostExported) {
      return refuse('act.tooManyRows', { params: { count: String(total), limit: String(mostExported) } })
    }
    return ok(await observedTable(rows, context.today))
  }),
]
