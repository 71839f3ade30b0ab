import * as contract from '@quanheng/contract/milestone'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { boardOf } from './board.ts'
import { listed } from './lines.ts'
import { fileOf } from './read.ts'
import { printedRegister, registerTable } from './register-files.ts'
import * as services from './services.ts'
import { shown } from './show.ts'

export const milestoneRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listMilestones, async ({ db, actor, query, context }) =>
    ok(await listed(db, actor, query, context.today)),
  ),
  bindQuery(contract.milestoneBoard, async ({ db, actor, query, context }) =>
    ok(await boardOf(db, actor, query, context.today)),
  ),
  bindQuery(contract.exportMilestones, async (request) => {
    const { db, actor, query, context } = request
    const table = await registerTable(db, actor, query, context)
    return ok(listFile(table.title, table, request))
  }),
  bindQuery(contract.milestoneRegister, async ({ query, ...asked }) =>
    ok(await printedRegister(platform, asked, query)),
  ),
  bindQuery(contract.showMilestone, ({ db, actor, params, context }) =>
    shown(db, actor, params.milestoneId, context.today),
  ),
  bindQuery(contract.milestoneFile, ({ db, actor, params }) =>
    fileOf(db, actor, params.milestoneId, params.fileDigest),
  ),
  bindCommand(contract.reportMilestone, services.report),
  bindCommand(contract.confirmMilestone, services.confirm),
  bindCommand(contract.returnMilestone, services.sendBack),
  bindCommand(contract.missMilestone, services.miss),
  bindCommand(contract.urgeMilestones, services.urge),
]
