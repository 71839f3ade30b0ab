import * as contract from '@quanheng/contract/objection'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ObjectionHooks } from './hooks.ts'
import { showImpact } from './impact.ts'
import { items } from './items.ts'
import { list } from './list.ts'
import { printed } from './paper.ts'
import { printedRegister } from './register-print.ts'
import * as services from './services.ts'
import { objectionFileOf, show } from './show.ts'
import { objectionsTable } from './table.ts'

export const objectionRoutes = (platform: Platform, hooks: ObjectionHooks): readonly Binding[] => [
  bindQuery(contract.listObjections, async ({ db, actor, query, context }) =>
    ok(await list(db, actor, query, context.today)),
  ),
  bindQuery(contract.objectionTable, async (request) => {
    const { db, actor, query, context } = request
    const table = await objectionsTable(db, actor, query, context.today)
    return ok(listFile(table.title, table, request))
  }),
  bindQuery(contract.objectionRegister, async ({ query, ...asked }) =>
    ok(await printedRegister(platform, asked, query)),
  ),
  bindQuery(contract.listObjectionItems, async ({ db, actor, query, context }) =>
    ok(await items(db, actor, query, context.today)),
  ),
  bindQuery(contract.showObjection, ({ db, actor, params, context }) =>
    show(db, actor, params.objectionId, context.today, hooks),
  ),
  bindQuery(contract.objectionImpact, ({ actor, params, query, context }) =>
    showImpact(platform.db, actor, { ...params, ...query }, context.now),
  ),
  bindQuery(contract.objectionFile, ({ db, actor, params }) =>
    objectionFileOf(db, actor, params.objectionId, params.fileDigest),
  ),
  bindQuery(contract.objectionPaper, ({ params, query, ...asked }) =>
    printed(platform, asked, { objectionId: params.objectionId, ...query }, hooks),
  ),
  bindCommand(contract.beginObjection, services.begin),
  bindCommand(contract.enterObjection, services.enter),
  bindCommand(contract.editObjection, services.edit),
  bindCommand(contract.sendObjection, services.send),
  bindCommand(contract.withdrawObjection, services.withdraw),
  bindCommand(contract.registerObjection, services.register),
  bindCommand(contract.declineObjection, services.decline),
  bindCommand(contract.answerObjection, services.answer),
  bindCommand(contract.rescoreObjection, services.rescore),
  bindCommand(contract.decideObjection, services.decideWith(hooks)),
  bindCommand(contract.confirmObjection, services.confirm),
  bindCommand(contract.sendBackObjection, services.sendBack),
]
