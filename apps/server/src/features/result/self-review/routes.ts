import * as contract from '@quanheng/contract/self-review'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../../platform/http/bind.ts'
import { listFile } from '../../../platform/jobs/list-file.ts'
import { save, sendBack, sign } from './services.ts'
import { list, show } from './show.ts'
import { selfReviewTable } from './table.ts'

export const selfReviewRoutes = (): readonly Binding[] => [
  bindQuery(contract.listSelfReviews, async ({ db, actor }) => ok(await list(db, actor))),
  bindQuery(contract.showSelfReview, async ({ db, actor, params }) => {
    const shown = await show(db, actor, params)
    return shown ? ok(shown) : refuse('platform.notFound')
  }),
  bindQuery(contract.exportSelfReview, async (request) => {
    const shown = await show(request.db, request.actor, request.params)
    if (!shown) return refuse('platform.notFound')
    const table = selfReviewTable(shown)
    return ok(listFile(table.title, table, request))
  }),
  bindCommand(contract.saveSelfReview, save),
  bindCommand(contract.signSelfReview, sign),
  bindCommand(contract.returnSelfReview, sendBack),
]
