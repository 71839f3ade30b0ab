import * as contract from '@quanheng/contract/evaluation'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindHousekeeping, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { cast } from './cast-service.ts'
import { feed } from './feed-service.ts'
import { openFigures } from './figures.ts'
import { list } from './list.ts'
import { printed, scanOf, slipsOf, tableOf } from './print.ts'
import { dropBallot, takeTicket } from './secret-services.ts'
import * as services from './services.ts'
import { show } from './show.ts'

export const evaluationRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listEvaluations, async ({ db, actor, query, context }) =>
    ok(await list(db, actor, query, context.today)),
  ),
  bindQuery(contract.evaluationFigures, async ({ db, posts }) => {
    const found = await openFigures(db, posts)
    return ok({
      rows: found.map(({ plan, element, unitIds }) => ({
        planId: plan.planId,
        planTitle: plan.title,
        elementKey: element.key,
        elementName: element.name,
        unit: element.unit,
        units: unitIds.length,
        due: element.due,
      })),
    })
  }),
  bindQuery(contract.showEvaluation, ({ db, actor, params, context }) =>
    show(db, actor, params.evaluationId, context.today),
  ),
  bindQuery(contract.evaluationTable, async (request) => {
    const table = await tableOf(request, request.params.evaluationId)
    return table.ok ? ok(listFile(table.value.title, table.value, request)) : table
  }),
  bindQuery(contract.evaluationPaper, ({ params, query, ...asked }) =>
    printed(platform, asked, { evaluationId: params.evaluationId, ...query }),
  ),
  bindQuery(contract.evaluationFile, ({ params, ...asked }) => scanOf(asked, params.evaluationId, params.fileDigest)),
  bindQuery(contract.evaluationSlips, async (request) => {
    const table = await slipsOf(request, request.params.evaluationId)
    return table.ok ? ok(listFile(table.value.title, table.value, request)) : table
  }),
  bindCommand(contract.takeTicket, takeTicket),
  bindHousekeeping(contract.dropBallot, dropBallot),
  bindCommand(contract.beginEvaluation, services.begin),
  bindCommand(contract.saveEvaluation, services.save),
  bindCommand(contract.openEvaluation, services.open),
  bindCommand(contract.castBallot, cast),
  bindCommand(contract.countBallots, services.count),
  bindCommand(contract.closeEvaluation, services.close),
  bindCommand(contract.tallyEvaluation, services.tally),
  bindCommand(contract.feedEvaluation, feed),
  bindCommand(contract.cancelEvaluation, services.cancel),
]
