import * as contract from '@quanheng/contract/act'
import { hex } from '@quanheng/domain/kernel/digest'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import { treeHead } from '../../platform/log/sequencer.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Sights } from '../../platform/work/sight.ts'
import { auditActs, countActs, kindsOfActs } from './audit.ts'
import { actTable } from './export.ts'
import type { ActWords } from './heads.ts'
import { historyOf } from './history.ts'

/** A workbook of more lines than these opens slowly in an office's Excel. */
const mostExported = 20_000

/** `sights` says of each noun who may read the history of which object. */
export const actRoutes = (platform: Platform, words: ActWords, sights: Sights): readonly Binding[] => [
  bindQuery(contract.listActs, async ({ db, actor, context, params, query }) => {
    const found = await historyOf(db, actor, context, { sights, words }, params.subjectId, query)
    return found === null ? refuse('platform.notFound') : ok(found)
  }),
  bindQuery(contract.searchActs, async ({ db, query }) => {
    const { page, size } = query
    const rows = await auditActs(db, query, words, { limit: size, offset: (page - 1) * size })
    return ok({ rows, total: await countActs(db, query) })
  }),
  bindQuery(contract.exportActs, async ({ db, query, context }) => {
    const count = await countActs(db, query)
    if (count > mostExported) {
      return refuse('act.tooManyRows', { params: { count: String(count), limit: String(mostExported) } })
    }
    return ok(await actTable(await auditActs(db, query, words, { limit: mostExported }), context.today))
  }),
  bindQuery(contract.actKinds, async ({ db }) => {
    const kinds = await kindsOfActs(db, words)
    const { size, root } = await treeHead(platform.db)
    return ok({ kinds, acts: kinds.reduce((sum, kind) => sum + kind.count, 0), inTree: size, root: hex(root) })
  }),
]
