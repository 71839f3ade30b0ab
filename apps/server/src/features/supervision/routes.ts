import * as rectification from '@quanheng/contract/rectification'
import * as contract from '@quanheng/contract/supervision'
import * as visit from '@quanheng/contract/supervision-visit'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { itemFileOf, supervisionFileOf, visitFileOf } from './files.ts'
import { groundOf } from './ground.ts'
import * as items from './item-services.ts'
import { list } from './list.ts'
import { printedNotice } from './notice.ts'
import { listItems } from './register.ts'
import { printedRegister, registerTable } from './register-files.ts'
import * as services from './services.ts'
import { show } from './show.ts'
import { showItem } from './show-item.ts'
import { showVisit } from './show-visit.ts'
import * as visits from './visit-services.ts'

const ofOrders: readonly Binding[] = [
  bindQuery(contract.listSupervisions, async ({ db, actor, query }) => ok(await list(db, actor, query))),
  bindQuery(contract.supervisionGround, async ({ db, actor, context }) => ok(await groundOf(db, actor, context.today))),
  bindQuery(contract.showSupervision, ({ db, actor, params, context }) =>
    show(db, actor, params.supervisionId, context.today),
  ),
  bindQuery(contract.supervisionFile, ({ db, actor, params }) =>
    supervisionFileOf(db, actor, params.supervisionId, params.fileDigest),
  ),
  bindCommand(contract.beginSupervision, services.begin),
  bindCommand(contract.editSupervision, services.edit),
  bindCommand(contract.proposeSupervision, services.propose),
  bindCommand(contract.orderSupervision, services.order),
  bindCommand(contract.returnSupervision, services.sendBack),
  bindCommand(contract.cancelSupervision, services.cancel),
  bindCommand(contract.concludeSupervision, services.conclude),
]

const ofVisits = (platform: Platform): readonly Binding[] => [
  bindQuery(visit.showSupervisionVisit, ({ db, actor, params, context }) =>
    showVisit(db, actor, params.supervisionVisitId, context.today),
  ),
  bindQuery(visit.supervisionVisitFile, ({ db, actor, params }) =>
    visitFileOf(db, actor, params.supervisionVisitId, params.fileDigest),
  ),
  bindQuery(visit.rectificationNotice, ({ params, query, ...asked }) =>
    printedNotice(platform, asked, { visitId: params.supervisionVisitId, ...query }),
  ),
  bindCommand(visit.recordVisit, visits.record),
  bindCommand(visit.sendVisit, visits.send),
  bindCommand(visit.stateOnVisit, visits.state),
  bindCommand(visit.settleVisit, visits.settle),
  bindCommand(visit.dropVisit, visits.drop),
]

const ofItems = (platform: Platform): readonly Binding[] => [
  bindQuery(rectification.listRectifications, async ({ db, actor, query, context }) =>
    ok(await listItems(db, actor, query, context.today)),
  ),
  bindQuery(rectification.exportRectifications, async (request) => {
    const { db, actor, query, context } = request
    const table = await registerTable(db, actor, query, context)
    return ok(listFile(table.title, table, request))
  }),
  bindQuery(rectification.rectificationRegister, async ({ query, ...asked }) =>
    ok(await printedRegister(platform, asked, query)),
  ),
  bindQuery(rectification.showRectification, ({ db, actor, params, context }) =>
    showItem(db, actor, params.rectificationId, context.today),
  ),
  bindQuery(rectification.rectificationFile, ({ db, actor, params }) =>
    itemFileOf(db, actor, params.rectificationId, params.fileDigest),
  ),
  bindCommand(rectification.planRectification, items.plan),
  bindCommand(rectification.reportRectification, items.report),
  bindCommand(rectification.closeRectification, items.close),
  bindCommand(rectification.returnRectification, items.sendBack),
  bindCommand(rectification.extendRectification, items.extend),
]

export const supervisionRoutes = (platform: Platform): readonly Binding[] => [
  ...ofOrders,
  ...ofVisits(platform),
  ...ofItems(platform),
]
