import * as contract from '@quanheng/contract/year-review'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { carry } from './carry-service.ts'
import { compare } from './compare.ts'
import { entriesTable } from './entries.ts'
import { list } from './list.ts'
import { plansToReview } from './plans.ts'
import { printed, scanOf } from './print.ts'
import { reviewIsVisible } from './scope.ts'
import * as services from './services.ts'
import { show } from './show.ts'
import { reviewKeeper } from './store.ts'

export const yearReviewRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listReviews, async ({ db, actor, query, context }) =>
    ok(await list(db, actor, query, context.today)),
  ),
  bindQuery(contract.reviewPlans, async ({ db, posts }) => {
    const plans = (await plansToReview(db, posts)).filter(({ isUnderWay }) => !isUnderWay)
    return ok({ rows: plans.map(({ planId, year, title }) => ({ planId, year, title })) })
  }),
  bindQuery(contract.showReview, ({ db, actor, params, context }) => show(db, actor, params.reviewId, context.today)),
  bindQuery(contract.exportReviewEntries, async (request) => {
    const { db, actor, params } = request
    const found = await reviewKeeper.find(db, params.reviewId, reviewIsVisible(actor))
    if (!found) return refuse('platform.notFound')
    const table = await entriesTable(db, actor, found.model)
    return ok(listFile(table.title, table, request))
  }),
  bindQuery(contract.reviewPaper, ({ params, query, ...asked }) =>
    printed(platform, asked, { reviewId: params.reviewId, ...query }),
  ),
  bindQuery(contract.reviewFile, ({ params, ...asked }) => scanOf(asked, params.reviewId, params.fileDigest)),
  bindQuery(contract.compareWithReviewed, ({ db, actor, params, query }) =>
    compare(db, actor, { reviewId: params.reviewId, planId: query.planId }),
  ),
  bindCommand(contract.beginReview, services.begin),
  bindCommand(contract.contribute, services.contribute),
  bindCommand(contract.dropEntry, services.drop),
  bindCommand(contract.closeReview, services.close),
  bindCommand(contract.answerEntries, services.answer),
  bindCommand(contract.summariseReview, services.summarise),
  bindCommand(contract.proposeReview, services.propose),
  bindCommand(contract.takeReview, services.take),
  bindCommand(contract.returnReview, services.sendBack),
  bindCommand(contract.carryReview, carry),
  bindCommand(contract.cancelReview, services.cancel),
]
