import type { Refusal } from '@quanheng/contract/errors'
import type { showRobustness } from '@quanheng/contract/robustness'
import type { ReplyOf } from '@quanheng/contract/route'
import { inScoring } from '@quanheng/domain/credit/counted'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { outcomesOf } from '@quanheng/domain/result/lines'
import type { RunContent } from '@quanheng/domain/result/run-content'
import type { ScoringInput } from '@quanheng/domain/scoring/model'
import type { GradeHold } from '@quanheng/domain/scoring/robustness/model'
import type { Database } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Asking, listFile } from '../../platform/jobs/list-file.ts'
import { runInWorker } from '../../platform/jobs/run.ts'
import { type IssuedPlan, issuedVersion } from '../plan/index.ts'
import { type Holds, presentHolds } from './present-robustness.ts'
import { type LoadedResult, visibleResult } from './result-store.ts'
import { robustnessList } from './robustness-table.ts'
import { runOf } from './run-store.ts'
import { resultsVisibleTo } from './scope.ts'
import { seesWhatFlips } from './sees-totals.ts'
import { writeTrail } from './trail.ts'

const computed = new WeakMap<RunContent, Promise<readonly GradeHold[]>>()

/** A run never changes: computed for the first look at it, not for every one. */
const holdsOf = (run: RunContent, { content }: IssuedPlan): Promise<readonly GradeHold[]> => {
  const known = computed.get(run)
  if (known !== undefined) return known
  const input: ScoringInput = {
    indicators: content.indicators,
    groups: content.unitGroups,
    settings: content.settings,
    outcomes: run.leaves.flatMap(outcomesOf),
    ...inScoring(run.credits ?? []),
  }
  const made = runInWorker<ScoringInput, readonly GradeHold[]>(new URL('./robustness-task.ts', import.meta.url), input)
  computed.set(run, made)
  made.catch(() => computed.delete(run))
  return made
}

interface Held extends LoadedResult {
  readonly run: RunContent
  readonly holds: Holds
}

/** Each look is written into the access trail, the refused ones too. */
const heldBy = async (
  db: Database,
  actor: Actor,
  resultId: string,
  route: 'result.robustness' | 'result.robustnessXlsx',
  now: Date,
): Promise<Result<Held, Refusal>> => {
  const found = await visibleResult(db, resultsVisibleTo(actor), resultId)
  if (found === undefined || found.result.purpose !== 'totals') return refuse('platform.notFound')
  const allowed = seesWhatFlips(actor, found.result, found.row.owner_unit_id)
  await writeTrail(db, actor, route, resultId, allowed ? 'shown' : 'result.hidden', now)
  if (!allowed) return refuse('result.hidden')
  const run = await runOf(db, found.result.runDigest)
  const plan = run && (await issuedVersion(db, run.plan.id, run.plan.number))
  if (!run || !plan) return refuse('platform.notFound')
  return ok({ ...found, run, holds: presentHolds(run, plan.content, await holdsOf(run, plan)) })
}

/** 等次稳健性 of a locked version. */
export const robustnessOf = async (
  db: Database,
  actor: Actor,
  resultId: string,
  now: Date,
): Promise<Result<ReplyOf<typeof showRobustness>, Refusal>> => {
  const held = await heldBy(db, actor, resultId, 'result.robustness', now)
  if (!held.ok) return held
  const { run, result, holds } = held.value
  return ok({ planTitle: run.plan.title, runDigest: result.runDigest, frozenAt: result.frozenAt, ...holds })
}

export const robustnessFile = async (
  db: Database,
  resultId: string,
  asking: Asking,
): Promise<Result<FileReply, Refusal>> => {
  const { actor, context } = asking
  const held = await heldBy(db, actor, resultId, 'result.robustnessXlsx', context.now)
  if (!held.ok) return held
  const { run, row, holds } = held.value
  const list = { ...robustnessList(run, holds), dataAt: row.frozen_at }
  return ok(listFile(list.title, list, asking))
}
