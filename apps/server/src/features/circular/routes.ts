import * as contract from '@quanheng/contract/circular'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { list } from './list.ts'
import { printed } from './print.ts'
import { circularFileOf, isOfOffice, visibleCircular } from './read.ts'
import { receiptsTable } from './receipts.ts'
import * as services from './services.ts'
import { show } from './show.ts'
import { circularsFile } from './table.ts'

export const circularRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listCirculars, async ({ db, actor, query }) => ok(await list(db, actor, query))),
  bindQuery(contract.exportCirculars, async (request) => ok(await circularsFile(request.db, request))),
  bindQuery(contract.showCircular, ({ db, actor, params, context }) =>
    show(db, actor, params.circularId, context.today),
  ),
  bindQuery(contract.circularFile, ({ db, actor, params }) =>
    circularFileOf(db, actor, params.circularId, params.fileDigest),
  ),
  bindQuery(contract.circularPaper, ({ params, query, ...asked }) =>
    printed(platform, asked, { circularId: params.circularId, ...query }),
  ),
  bindQuery(contract.circularReceipts, async (request) => {
    const { db, actor, params, context } = request
    const one = await visibleCircular(db, actor, params.circularId)
    if (!one || !isOfOffice(actor, one)) return refuse('platform.notFound')
    if (!one.model.standing.issued) return refuse('circular.notNow')
    const table = await receiptsTable(db, one, context.today)
    return ok(listFile(table.title, table, request))
  }),
  bindCommand(contract.beginCircular, services.begin),
  bindCommand(contract.editCircular, services.edit),
  bindCommand(contract.proposeCircular, services.propose),
  bindCommand(contract.issueCircular, services.issue),
  bindCommand(contract.returnCircular, services.sendBack),
  bindCommand(contract.discardCircular, services.discard),
  bindCommand(contract.signCircular, services.sign),
  bindCommand(contract.registerCircularReceipt, services.registerReceipt),
  bindCommand(contract.urgeCircular, services.urge),
  bindCommand(contract.withdrawCircular, services.withdraw),
]
