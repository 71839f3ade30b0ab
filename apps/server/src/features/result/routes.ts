import * as own from '@quanheng/contract/own-result'
import * as reports from '@quanheng/contract/report'
import * as contract from '@quanheng/contract/result'
import * as robustness from '@quanheng/contract/robustness'
import * as analyses from '@quanheng/contract/scoring-analysis'
import * as simulations from '@quanheng/contract/simulation'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import { analysisFile, analysisOf } from './analysis-query.ts'
import { factsYaml } from './facts-query.ts'
import type { OnResultFall } from './fall-results.ts'
import { scanOf, scoresFile, scoresJson } from './files.ts'
import { compute, freezeWith, voidWith } from './freeze-service.ts'
import { listVisible } from './list-results.ts'
import { ownPlaces, presentPlaces } from './own-results.ts'
import { ownScores, whyOwn } from './own-scores.ts'
import type { OnItsWay } from './people.ts'
import { leadReportOf, registerOf } from './register-query.ts'
import { reportServices } from './report-service.ts'
import { robustnessFile, robustnessOf } from './robustness-query.ts'
import { resultsVisibleTo } from './scope.ts'
import { explain, scoresOf } from './scores-query.ts'
import { showResultsOf } from './show-results.ts'
import { simulationGrounds, simulationOf } from './simulation-query.ts'
import { totalsOf } from './totals-query.ts'
import { totalsViews } from './totals-views.ts'

export interface ResultHooks {
  /** What rests on a locked version and falls with it, in this order. */
  readonly onFall?: readonly OnResultFall[]
  /** Where a locked version stands on its way to the office. */
  readonly onItsWay?: OnItsWay
}

export const resultRoutes = (
  platform: Platform,
  { onFall = [], onItsWay = async () => null }: ResultHooks = {},
): readonly Binding[] => {
  const register = reportServices(onFall)
  return [
    bindQuery(contract.listResults, async ({ db, actor }) => ok(await listVisible(db, resultsVisibleTo(actor)))),
    bindQuery(contract.showResults, ({ db, actor, params, context }) =>
      showResultsOf(db, actor, params.planId, context.today),
    ),
    bindCommand(contract.computeRun, compute),
    bindCommand(contract.freezeResult, freezeWith(onFall)),
    bindCommand(contract.voidResult, voidWith(onFall)),
    bindQuery(contract.scoreTable, ({ db, actor, params, query }) =>
      scoresOf(db, actor, params.planId, query.resultId),
    ),
    bindQuery(contract.explainScore, ({ db, actor, params }) => explain(db, actor, params)),
    bindQuery(contract.showTotals, ({ actor, params, context }) =>
      totalsOf(platform.db, actor, params.resultId, context.now),
    ),
    bindQuery(robustness.showRobustness, ({ actor, params, context }) =>
      robustnessOf(platform.db, actor, params.resultId, context.now),
    ),
    bindQuery(robustness.robustnessXlsx, (request) => robustnessFile(platform.db, request.params.resultId, request)),
    bindQuery(analyses.showAnalysis, ({ actor, params, context }) =>
      analysisOf(platform.db, actor, params.resultId, context.now),
    ),
    bindQuery(analyses.analysisXlsx, (request) => analysisFile(platform.db, request.params.resultId, request)),
    bindQuery(contract.listTotalsViews, async ({ db, posts, query }) => ok(await totalsViews(db, posts, query))),
    bindQuery(contract.scoresXlsx, (request) => scoresFile(request.db, request.params.resultId, request)),
    bindQuery(contract.factsYaml, ({ actor, params, context }) =>
      factsYaml(platform.db, actor, params.resultId, context.now),
    ),
    bindQuery(contract.scoresJson, ({ db, actor, params }) => scoresJson(db, actor, params.resultId)),
    bindQuery(simulations.listSimulationGrounds, ({ db, actor, params }) =>
      simulationGrounds(db, actor, params.planId),
    ),
    bindQuery(simulations.showSimulation, ({ actor, params, context }) =>
      simulationOf(platform.db, actor, params, context.now),
    ),
    bindQuery(own.listOwnResults, async ({ db, actor }) =>
      ok({ rows: await presentPlaces(db, await ownPlaces(db, actor)) }),
    ),
    bindQuery(own.showOwnResult, ({ db, actor, params }) => ownScores(db, actor, params)),
    bindQuery(own.whyOwnItem, ({ db, actor, params, context }) => whyOwn(db, actor, params.itemId, context.today)),
    bindQuery(reports.showRegister, ({ db, actor, params, context }) =>
      registerOf(db, actor, params.planId, context.today, onItsWay),
    ),
    bindQuery(reports.showLeadReport, ({ db, actor, params, context }) =>
      leadReportOf(db, actor, params.reportId, context.today, onItsWay),
    ),
    bindCommand(reports.enterPaperReport, register.enter),
    bindCommand(reports.confirmPaperReport, register.confirm),
    bindCommand(reports.refusePaperReport, register.refusePaper),
    bindCommand(reports.returnLeadReport, register.sendBack),
    bindQuery(reports.reportScan, ({ db, actor, params }) => scanOf(db, actor, params)),
  ]
}
