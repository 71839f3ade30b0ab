import * as contract from '@quanheng/contract/observed'
import { ok } from '@quanheng/domain/kernel/result'
import { watchedBy } from '../../platform/door/actor.ts'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import { observed } from './list.ts'
import { observedFile } from './table.ts'

export const observerRoutes = (): readonly Binding[] => [
  bindQuery(contract.listObserved, async ({ db, posts, query }) => {
    const { page, size, ...filter } = query
    return ok(await observed(db, watchedBy(posts), filter, { limit: size, offset: (page - 1) * size }))
  }),
  bindQuery(contract.exportObserved, async (request) =>
    ok(await observedFile(request.db, watchedBy(request.posts), request.query, request)),
  ),
]
