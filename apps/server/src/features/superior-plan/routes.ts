import * as contract from '@quanheng/contract/superior-plan'
import * as verdicts from '@quanheng/contract/superior-verdict'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { breakdownTable } from './breakdown-table.ts'
import { comparison, comparisonTable } from './comparison.ts'
import { breakdownLines } from './lines.ts'
import { list } from './list.ts'
import { fileOf, printed } from './print.ts'
import { contentFor, superiorPlanIsVisible } from './scope.ts'
import * as services from './services.ts'
import { show } from './show.ts'
import { superiorPlanKeeper } from './store.ts'
import { superiorTableRoutes } from './table-routes.ts'

export const superiorPlanRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listSuperiorPlans, async ({ db, actor, query }) => ok(await list(db, actor, query))),
  bindQuery(contract.showSuperiorPlan, ({ db, actor, params, context }) =>
    show(db, actor, params.superiorPlanId, context.today),
  ),
  bindQuery(contract.superiorPlanFile, ({ params, ...asked }) =>
    fileOf(asked, params.superiorPlanId, params.fileDigest),
  ),
  bindQuery(contract.breakdownPaper, ({ params, query, ...asked }) =>
    printed(platform, asked, { superiorPlanId: params.superiorPlanId, ...query }),
  ),
  bindQuery(contract.exportBreakdown, async (request) => {
    const { db, actor, params } = request
    const found = await superiorPlanKeeper.find(db, params.superiorPlanId, superiorPlanIsVisible(actor))
    if (!found) return refuse('platform.notFound')
    const content = contentFor(actor, found.model)
    const table = breakdownTable(content.document.title, await breakdownLines(db, content))
    return ok(listFile(table.title, table, request))
  }),
  ...superiorTableRoutes(platform),
  bindQuery(verdicts.showComparison, ({ db, actor, params }) => comparison(db, actor, params.superiorPlanId)),
  bindQuery(verdicts.exportComparison, async (request) => {
    const { db, actor, params } = request
    const table = await comparisonTable(db, actor, params.superiorPlanId)
    return table.ok ? ok(listFile(table.value.title, table.value, request)) : table
  }),
  bindCommand(verdicts.registerSelfScores, services.selfScore),
  bindCommand(verdicts.registerVerdict, services.registerVerdict),
  bindCommand(contract.beginSuperiorPlan, services.begin),
  bindCommand(contract.editSuperiorPlan, services.edit),
  bindCommand(contract.setSuperiorIndicators, services.setIndicators),
  bindCommand(contract.takeSuperiorNotice, services.takeNotice),
  bindCommand(contract.divideSuperiorPlan, services.divide),
  bindCommand(contract.scheduleSuperiorPlan, services.schedule),
  bindCommand(contract.issueSuperiorPlan, services.issue),
  bindCommand(contract.reviseSuperiorPlan, services.revise),
  bindCommand(contract.cancelSuperiorPlan, services.cancel),
]
