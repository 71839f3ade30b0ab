import * as contract from '@quanheng/contract/matter'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import { seatsOn } from '../meeting/index.ts'
import { list } from './list.ts'
import { printed } from './print.ts'
import { matterFileOf } from './read.ts'
import * as services from './services.ts'
import { show } from './show.ts'
import { mattersFile } from './table.ts'

export const matterRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listImportantMatters, async ({ db, actor, query, context }) =>
    ok(await list(db, actor, query, context.today)),
  ),
  bindQuery(contract.exportImportantMatters, async (request) => ok(await mattersFile(request.db, request))),
  bindQuery(contract.listMatterSeats, async ({ db, posts, context }) => {
    const [post] = posts
    const seats = post ? await seatsOn(db, { unitId: post.unitId, kind: 'steeringGroup' }, context.today) : []
    return ok({ rows: seats.map(({ key, rank, personName, unitName }) => ({ key, rank, personName, unitName })) })
  }),
  bindQuery(contract.showImportantMatter, ({ db, actor, params, context }) =>
    show(db, actor, params.matterId, context.today),
  ),
  bindQuery(contract.importantMatterFile, ({ db, actor, params }) =>
    matterFileOf(db, actor, params.matterId, params.fileDigest),
  ),
  bindQuery(contract.importantMatterPaper, ({ params, query, ...asked }) =>
    printed(platform, asked, { matterId: params.matterId, ...query }),
  ),
  bindCommand(contract.beginMatter, services.begin),
  bindCommand(contract.editMatter, services.edit),
  bindCommand(contract.seekOpinions, services.seek),
  bindCommand(contract.proposeMatterDirect, services.proposeDirect),
  bindCommand(contract.giveMatterOpinion, services.giveOpinion),
  bindCommand(contract.closeRound, services.close),
  bindCommand(contract.answerOpinions, services.answer),
  bindCommand(contract.reviseMatter, services.revise),
  bindCommand(contract.proposeMatter, services.propose),
  bindCommand(contract.approveMatter, services.approve),
  bindCommand(contract.returnMatter, services.sendBack),
  bindCommand(contract.cancelMatter, services.cancel),
]
