import type { FeedbackStanding } from '@quanheng/domain/feedback/standing'
import { itemKeys } from '@quanheng/domain/plan/items'
import { type FreezeError, type FreezeGround, freezeBlockers } from '@quanheng/domain/result/freeze'
import { nameRun, type RunContent } from '@quanheng/domain/result/run-content'
import type { Reader } from '../../platform/database/database.ts'
import { sha256 } from '../../platform/log/means.ts'
import type { IssuedPlan } from '../plan/index.ts'
import { openRemarks } from '../remark/index.ts'
import { type LoadedSheet, sheetsOfPlan } from '../scoring/index.ts'
import { feedbackStanding } from './feedback/standing.ts'
import { leadRun } from './lead-run.ts'
import { type LoadedReport, reportsOfPlan } from './report-store.ts'
import { type LoadedResult, resultsOfPlan } from './result-store.ts'
import { totalsRun } from './totals-run.ts'

/** What a plan's results are for: a lead unit reports item scores, the office's year plan gives totals. */
export const purposeOf = ({ kind }: Pick<IssuedPlan, 'kind'>) => (kind === 'appraisalPlan' ? 'totals' : 'leadReport')

/** Everything that a freeze rests on, as it stands in this transaction or read. */
export interface ResultGround {
  readonly plan: IssuedPlan
  readonly sheets: readonly LoadedSheet[]
  readonly reports: readonly LoadedReport[]
  readonly results: readonly LoadedResult[]
  /** What a run over the present data holds, signed rows or registered reports only. */
  readonly content: RunContent
  readonly presentDigest: string
  /** Of the present data alone, whatever engine computes them. */
  readonly presentFacts: string
  readonly openRemarks: number
  readonly feedback: FeedbackStanding
}

export const groundOf = async (db: Reader, plan: IssuedPlan): Promise<ResultGround> => {
  const totals = purposeOf(plan) === 'totals'
  const sheets = totals ? [] : await sheetsOfPlan(db, plan.planId)
  const reports = totals ? await reportsOfPlan(db, plan.planId) : []
  const content = totals ? await totalsRun(db, plan, reports) : await leadRun(db, plan)
  const results = await resultsOfPlan(db, plan.planId)
  const { digest, factsDigest } = nameRun(content, sha256)
  const remarks = await openRemarks(db, plan.planId)
  return {
    openRemarks: remarks,
    feedback: await feedbackStanding(db, plan),
    plan,
    sheets,
    reports,
    results,
    content,
    presentDigest: digest,
    presentFacts: factsDigest,
  }
}

/** As `freezeRun` takes it. */
export const freezeGround = (ground: ResultGround, runDigest: string): FreezeGround => ({
  purpose: purposeOf(ground.plan),
  runDigest,
  presentDigest: ground.presentDigest,
  items: itemKeys(ground.plan.content),
  sheets: ground.sheets.map(({ sheet }) => sheet),
  reports: ground.reports.map(({ report }) => report),
  frozen: ground.results.map(({ result }) => result),
  openRemarks: ground.openRemarks,
  feedback: ground.feedback,
})

/** What keeps the present data from being computed and locked; empty when nothing does. */
export const blockersOf = (ground: ResultGround, today: string): readonly FreezeError[] =>
  freezeBlockers(freezeGround(ground, ground.presentDigest), today).filter(
    ({ code }) => code !== 'freeze.alreadyFrozen',
  )
