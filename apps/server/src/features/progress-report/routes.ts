import * as contract from '@quanheng/contract/progress-report'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { keptFile } from '../../platform/files/sent-files.ts'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { inspection, inspectionPack, inspectionTable } from './inspection.ts'
import { outlook, outlookTable } from './outlook.ts'
import { show } from './round.ts'
import { printedRound, roundTable } from './round-files.ts'
import { progressIsVisible } from './scope.ts'
import * as services from './services.ts'
import { progressKeeper } from './store.ts'
import { urge } from './urge.ts'

export const progressReportRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.showProgress, ({ db, actor, params, query, context }) =>
    show(db, actor, { ...params, ...query }, context.today),
  ),
  bindQuery(contract.exportProgress, async (request) => {
    const { params, query } = request
    const table = await roundTable(request, { ...params, period: query.period })
    return table.ok ? ok(listFile(table.value.title, table.value, request)) : table
  }),
  bindQuery(contract.progressPaper, ({ params, query, ...asked }) =>
    printedRound(platform, asked, { ...params, ...query }),
  ),
  bindQuery(contract.progressFile, async ({ db, actor, params: { progressReportId, fileDigest } }) => {
    const found = await progressKeeper.find(db, progressReportId, progressIsVisible(actor))
    return found?.row.file_digests.includes(fileDigest)
      ? ok(await keptFile(db, fileDigest))
      : refuse('platform.notFound')
  }),
  bindQuery(contract.showOutlook, ({ db, actor, params, context }) =>
    outlook(db, actor, params.superiorPlanId, context.today),
  ),
  bindQuery(contract.exportOutlook, async (request) => {
    const { db, actor, params, context } = request
    const table = await outlookTable(db, actor, params.superiorPlanId, context.today)
    return table.ok ? ok(listFile(table.value.title, table.value, request)) : table
  }),
  bindQuery(contract.showInspection, ({ db, actor, params }) => inspection(db, actor, params.superiorPlanId)),
  bindQuery(contract.exportInspection, async (request) => {
    const { db, actor, params } = request
    const table = await inspectionTable(db, actor, params.superiorPlanId)
    return table.ok ? ok(listFile(table.value.title, table.value, request)) : table
  }),
  bindQuery(contract.packInspection, ({ params, ...asked }) =>
    inspectionPack(platform.files, asked, params.superiorPlanId),
  ),
  bindCommand(contract.reportProgress, services.report),
  bindCommand(contract.confirmProgress, services.confirm),
  bindCommand(contract.returnProgress, services.sendBack),
  bindCommand(contract.urgeProgress, urge),
]
