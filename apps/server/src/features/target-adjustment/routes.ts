import * as contract from '@quanheng/contract/target-adjustment'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { choices } from './choices.ts'
import { list, register } from './list.ts'
import { printed } from './print.ts'
import { adjustmentFileOf } from './read.ts'
import { revise } from './revise-service.ts'
import * as services from './services.ts'
import { show } from './show.ts'

export const targetAdjustmentRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listAdjustments, async ({ db, actor, query }) => ok(await list(db, actor, query))),
  bindQuery(contract.exportAdjustments, async (request) => {
    const { format: _, ...filter } = request.query
    const table = await register(request.db, request.actor, filter)
    return ok(listFile(table.title, table, request))
  }),
  bindQuery(contract.adjustmentChoices, async ({ db, actor, context }) => ok(await choices(db, actor, context.today))),
  bindQuery(contract.showAdjustment, ({ db, actor, params, context }) =>
    show(db, actor, params.adjustmentId, context.today),
  ),
  bindQuery(contract.adjustmentFile, ({ db, actor, params }) =>
    adjustmentFileOf(db, actor, params.adjustmentId, params.fileDigest),
  ),
  bindQuery(contract.adjustmentPaper, ({ params, query, ...asked }) =>
    printed(platform, asked, { adjustmentId: params.adjustmentId, ...query }),
  ),
  bindCommand(contract.beginAdjustment, services.begin),
  bindCommand(contract.editAdjustment, services.edit),
  bindCommand(contract.sendAdjustment, services.send),
  bindCommand(contract.giveAdjustmentOpinion, services.giveOpinion),
  bindCommand(contract.returnAdjustment, services.sendBack),
  bindCommand(contract.proposeAdjustment, services.propose),
  bindCommand(contract.decideAdjustment, services.decide),
  bindCommand(contract.replyAdjustment, services.reply),
  bindCommand(contract.reviseByAdjustment, revise),
  bindCommand(contract.withdrawAdjustment, services.withdraw),
]
