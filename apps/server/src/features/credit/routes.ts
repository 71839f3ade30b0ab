import * as contract from '@quanheng/contract/credit'
import * as register from '@quanheng/contract/credit-register'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { OnCreditsMoved } from './act-on-credit.ts'
import { creditFileOf } from './files.ts'
import { allOfPlan, list } from './list.ts'
import { ask, registerServices, reportZero } from './register-service.ts'
import * as services from './services.ts'
import { show } from './show.ts'
import { creditsTable } from './table.ts'
import { years } from './years.ts'

export interface CreditHooks {
  /** What rests on totals and falls when an entry begins or ceases to count, or the register closes or opens. */
  readonly onMoved: readonly OnCreditsMoved[]
}

export const creditRoutes = ({ onMoved }: CreditHooks): readonly Binding[] => {
  const { close, reopen } = registerServices(onMoved)
  return [
    bindQuery(register.creditYears, async ({ db, actor, context }) => ok(await years(db, actor, context.today))),
    bindQuery(contract.listCredits, async ({ db, actor, query, context }) =>
      ok(await list(db, actor, query, context.today)),
    ),
    bindQuery(contract.exportCredits, async (request) => {
      const { db, actor, query, context } = request
      const rows = await allOfPlan(db, actor, query.planId, context.today)
      if (rows.length === 0) return refuse('platform.notFound')
      const table = creditsTable(rows)
      return ok(listFile(table.title, table, request))
    }),
    bindQuery(contract.showCredit, ({ db, actor, params, context }) => show(db, actor, params.creditId, context.today)),
    bindQuery(contract.creditFile, ({ db, actor, params }) =>
      creditFileOf(db, actor, params.creditId, params.fileDigest),
    ),
    bindCommand(contract.claimBonus, services.claim),
    bindCommand(contract.proposeCredit, services.propose),
    bindCommand(contract.resubmitCredit, services.resubmit),
    bindCommand(contract.withdrawCredit, services.withdraw),
    bindCommand(contract.firstReviewCredit, services.firstReview),
    bindCommand(contract.acceptCredit, services.accept),
    bindCommand(contract.giveStatement, services.giveStatement),
    bindCommand(contract.reviewCredit, services.review),
    bindCommand(contract.showCreditsPublicly, services.publish),
    bindCommand(contract.objectToCredit, services.object),
    bindCommand(contract.answerCreditObjection, services.answerObjection),
    bindCommand(contract.registerCreditDecision, services.registerDecision),
    bindCommand(contract.liftCredit, services.lift),
    bindCommand(contract.confirmCreditDecision, services.confirmWith(onMoved)),
    bindCommand(contract.declineCreditDecision, services.declineDecision),
    bindCommand(register.askForCredits, ask),
    bindCommand(register.reportZero, reportZero),
    bindCommand(register.closeCreditRegister, close),
    bindCommand(register.reopenCreditRegister, reopen),
  ]
}
