import * as contract from '@quanheng/contract/notice'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindPrepared, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import { adjust } from './adjust-service.ts'
import { carryOver } from './carry-service.ts'
import { chooseIn, settleIn } from './choose-service.ts'
import { compare } from './compare.ts'
import { draft } from './draft-service.ts'
import { fieldTableOf } from './field-table.ts'
import { keep, readWith } from './import-service.ts'
import { listVisible } from './list-store.ts'
import { noticesBehind } from './of-plan.ts'
import { reviseFrom } from './revise-service.ts'
import { show, showReading } from './show.ts'

export const noticeRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listNotices, async ({ db, actor, query }) => ok(await listVisible(db, actor, query))),
  bindQuery(contract.showNotice, ({ db, actor, params }) => show(db, actor, params.noticeId)),
  bindQuery(contract.showReading, ({ db, actor, params }) => showReading(db, actor, params.noticeId)),
  bindPrepared(contract.importNotice, readWith(platform.files), keep),
  bindCommand(contract.chooseFields, chooseIn),
  bindCommand(contract.settleFinding, settleIn),
  bindCommand(contract.carryChoices, carryOver),
  bindCommand(contract.draftPlan, draft),
  bindCommand(contract.revisePlanFrom, reviseFrom),
  bindCommand(contract.adjustPlan, adjust),
  bindQuery(contract.compareNotices, ({ db, actor, params, query, context }) =>
    compare(db, actor, { noticeId: params.noticeId, from: query.from, today: context.today }),
  ),
  bindQuery(contract.noticesOfPlan, ({ db, actor, params }) => noticesBehind(db, actor, params.planId)),
  bindQuery(contract.fieldTable, (request) => fieldTableOf(request.db, request.params.noticeId, request)),
]
