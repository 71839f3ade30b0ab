import * as contract from '@quanheng/contract/plan'
import * as planFiles from '@quanheng/contract/plan-file'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindPrepared, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import { begin } from './begin-service.ts'
import { accept, check, edit, giveUp, revise, sendBack, withdraw } from './draft-service.ts'
import { planJson, planYaml } from './file/export.ts'
import { beginWithFile, importFile, prepareDraft, prepareImport, readFile } from './file/import.ts'
import { type IssueHooks, issueWith, registerWith } from './issue-service.ts'
import { listVisible } from './list-store.ts'
import { plansVisibleTo } from './scope.ts'
import { show } from './show.ts'
import { citedFile, compare, version, versions } from './version-queries.ts'
import { indicatorFile, taskFile } from './workbook/export.ts'
import { markTaskTable, readTaskTable } from './workbook/import.ts'
import { markMilestoneTable, milestoneFile, readMilestoneTable } from './workbook/milestones.ts'

export const planRoutes = (platform: Platform, hooks: IssueHooks = {}): readonly Binding[] => [
  bindQuery(contract.listPlans, async ({ db, actor, query }) =>
    ok(await listVisible(db, plansVisibleTo(actor), query)),
  ),
  bindQuery(contract.showPlan, ({ db, actor, params, context }) => show(db, actor, params.planId, context.today)),
  bindCommand(contract.beginPlan, begin),
  bindCommand(contract.editPlan, edit),
  bindCommand(contract.acceptFinding, accept),
  bindCommand(contract.withdrawAcceptance, withdraw),
  bindCommand(contract.checkPlan, check),
  bindCommand(contract.returnPlan, sendBack),
  bindCommand(contract.issuePlan, issueWith(hooks)),
  bindCommand(contract.registerPlan, registerWith(hooks)),
  bindCommand(contract.revisePlan, revise),
  bindCommand(contract.discardPlan, giveUp),
  bindQuery(contract.listVersions, ({ db, actor, params }) => versions(db, actor, params.planId)),
  bindQuery(contract.showVersion, ({ db, actor, params }) => version(db, actor, params.planId, params.number)),
  bindQuery(contract.comparePlan, ({ db, actor, params, query }) =>
    compare(db, actor, params.planId, query.from, query.to),
  ),
  bindQuery(contract.planJson, ({ db, actor, params, query }) => planJson(db, actor, params.planId, query.number)),
  bindQuery(contract.planYaml, ({ db, actor, params, query }) => planYaml(db, actor, params.planId, query.number)),
  bindQuery(planFiles.readPlanFile, readFile(platform.files)),
  bindPrepared(planFiles.importPlanFile, prepareImport(platform.files), importFile),
  bindPrepared(planFiles.beginFromFile, prepareDraft(platform.files), beginWithFile),
  bindQuery(contract.planFile, ({ db, actor, params }) => citedFile(db, actor, params.planId, params.digest)),
  bindQuery(contract.taskTable, (request) => taskFile(request.db, request.params.planId, request)),
  bindQuery(contract.indicatorTable, (request) => indicatorFile(request.db, request.params.planId, request)),
  bindQuery(contract.milestoneTable, (request) => milestoneFile(request.db, request.params.planId, request)),
  bindQuery(contract.readMilestones, readMilestoneTable(platform.files)),
  bindQuery(contract.markMilestones, markMilestoneTable(platform.files)),
  bindQuery(contract.readTasks, readTaskTable(platform.files)),
  bindQuery(contract.markTasks, markTaskTable(platform.files)),
]
