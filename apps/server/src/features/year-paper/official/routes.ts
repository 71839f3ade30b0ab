import * as contract from '@quanheng/contract/official-paper'
import { type Binding, bindCommand, bindPrepared, bindQuery } from '../../../platform/http/bind.ts'
import type { Platform } from '../../../platform/platform.ts'
import { issue, makeBefore, withdraw } from './issue-service.ts'
import { begin, edit, refresh, restore, sourceBefore, sourceOfPlan } from './service.ts'
import { checkOfficial, officialFile, showOfficial } from './show.ts'

/** 发文稿: worded in blocks, refreshed when the source moved, issued with a number, withdrawn in the open. */
export const officialPaperRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.showOfficialPaper, ({ actor, params, context }) =>
    showOfficial(
      platform,
      { actor, planId: params.planId, kind: params.officialKind, now: context.now },
      context.today,
    ),
  ),
  bindQuery(contract.checkOfficialPaper, ({ actor, params, context }) =>
    checkOfficial(platform, actor, params.officialPaperId, context),
  ),
  bindQuery(contract.officialPaperFile, ({ actor, params, query, context }) =>
    officialFile(platform, actor, { ...params, ...query }, context),
  ),
  bindPrepared(contract.beginOfficialPaper, sourceOfPlan(platform), begin),
  bindCommand(contract.editOfficialPaper, edit),
  bindCommand(contract.restoreOfficialBlock, restore),
  bindPrepared(contract.refreshOfficialPaper, sourceBefore(platform), refresh),
  bindPrepared(contract.issueOfficialPaper, makeBefore(platform), issue),
  bindCommand(contract.withdrawOfficialPaper, withdraw),
]
