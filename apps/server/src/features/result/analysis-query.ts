import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showAnalysis } from '@quanheng/contract/scoring-analysis'
import type { PostKind } from '@quanheng/domain/ability/posts'
import type { AnalysisInput } from '@quanheng/domain/analysis/analyse'
import type { ScoringAnalysis } from '@quanheng/domain/analysis/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { lockedData } from '@quanheng/domain/simulation/locked-data'
import type { Database } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Asking, listFile } from '../../platform/jobs/list-file.ts'
import { runInWorker } from '../../platform/jobs/run.ts'
import { dataOfPlan } from '../collection/index.ts'
import { type IssuedPlan, issuedVersion } from '../plan/index.ts'
import { analysisList } from './analysis-table.ts'
import { sectionNames, unitNames } from './names.ts'
import { type Analysed, presentAnalysis, presentTrends } from './present-analysis.ts'
import { type LoadedResult, visibleResult } from './result-store.ts'
import { runOf } from './run-store.ts'
import { resultsVisibleTo } from './scope.ts'
import { seesTotals } from './sees-totals.ts'
import { writeTrail } from './trail.ts'
import { runsBefore } from './years-before.ts'

/** 截止前改动 concerns how bodies report, not one lead unit's points: the office and the group look at it. */
const ofOffice: readonly PostKind[] = [
  'officeStaff',
  'officeDirector',
  'steeringHead',
  'steeringDeputy',
  'steeringMember',
]

const analysed = async (
  db: Database,
  actor: Actor,
  found: LoadedResult,
  run: RunContent,
  { content, planId }: IssuedPlan,
): Promise<Analysed> => {
  const totals = found.result.purpose === 'totals'
  const data = totals ? [] : lockedData(await dataOfPlan(db, planId), run, found.result.frozenAt)
  const leaves = run.leaves.map((leaf) => ({ ...leaf, traces: [], cites: [] }))
  const made = await runInWorker<AnalysisInput, ScoringAnalysis>(new URL('./analysis-task.ts', import.meta.url), {
    run: { leaves },
    content,
    data,
  })
  const bodies = [...made.scorers, ...made.reporting].map(({ unitId }) => unitId)
  const units = await unitNames(db, bodies)
  const sections = await sectionNames(
    db,
    made.scorers.flatMap(({ sectionId }) => sectionId ?? []),
  )
  return {
    ...presentAnalysis(
      made,
      run,
      new Map([...units, ...sections]),
      actor.posts.some(({ kind }) => ofOffice.includes(kind)),
    ),
    ...(totals ? presentTrends([run, ...(await runsBefore(db, found, run.plan.year))]) : { years: [], trends: [] }),
  }
}

interface Held extends LoadedResult {
  readonly run: RunContent
  readonly analysis: Analysed
}

/** Whoever sees the points of a locked version sees what is odd about them; over totals each look is written down, refused or not. */
const heldBy = async (
  db: Database,
  actor: Actor,
  resultId: string,
  route: 'result.analysis' | 'result.analysisXlsx',
  now: Date,
): Promise<Result<Held, Refusal>> => {
  const found = await visibleResult(db, resultsVisibleTo(actor), resultId)
  const run = found && (await runOf(db, found.result.runDigest))
  const plan = run && (await issuedVersion(db, run.plan.id, run.plan.number))
  if (!found || !run || !plan) return refuse('platform.notFound')
  if (found.result.purpose === 'totals') {
    const allowed = seesTotals(actor, found.result, found.row.owner_unit_id)
    await writeTrail(db, actor, route, resultId, allowed ? 'shown' : 'result.hidden', now)
    if (!allowed) return refuse('result.hidden')
  }
  return ok({ ...found, run, analysis: await analysed(db, actor, found, run, plan) })
}

/** 打分分析 of a locked version. */
export const analysisOf = async (
  db: Database,
  actor: Actor,
  resultId: string,
  now: Date,
): Promise<Result<ReplyOf<typeof showAnalysis>, Refusal>> => {
  const held = await heldBy(db, actor, resultId, 'result.analysis', now)
  if (!held.ok) return held
  const { run, result, analysis } = held.value
  const { runDigest, frozenAt, purpose } = result
  return ok({ planTitle: run.plan.title, runDigest, frozenAt, purpose, ...analysis })
}

export const analysisFile = async (
  db: Database,
  resultId: string,
  asking: Asking,
): Promise<Result<FileReply, Refusal>> => {
  const { actor, context } = asking
  const held = await heldBy(db, actor, resultId, 'result.analysisXlsx', context.now)
  if (!held.ok) return held
  const { run, row, analysis } = held.value
  const title = `${run.plan.title}打分分析`
  return ok(listFile(title, { ...analysisList(title, analysis), dataAt: row.frozen_at }, asking))
}
