import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { namedIds } from '@quanheng/domain/plan/named'
import { outcomesOf } from '@quanheng/domain/result/lines'
import { lockedData } from '@quanheng/domain/simulation/locked-data'
import type { Database } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { runInWorker } from '../../platform/jobs/run.ts'
import { dataOfPlan } from '../collection/index.ts'
import { issuedVersion, namesOf, yamlFile } from '../plan/index.ts'
import type { FactsOrder } from './facts-task.ts'
import { visibleResult } from './result-store.ts'
import { runOf } from './run-store.ts'
import { resultsVisibleTo } from './scope.ts'
import { seesTotals } from './sees-totals.ts'
import { writeTrail } from './trail.ts'

/**
 * What a locked version was computed from, as a facts file beside the plan file of its version: `./quanheng score` over the two gives
 * the points that the run has. Each export is written into the access trail, the refused ones too.
 */
export const factsYaml = async (
  db: Database,
  actor: Actor,
  resultId: string,
  now: Date,
): Promise<Result<FileReply, Refusal>> => {
  const found = await visibleResult(db, resultsVisibleTo(actor), resultId)
  const run = found && (await runOf(db, found.result.runDigest))
  const plan = run && (await issuedVersion(db, run.plan.id, run.plan.number))
  if (!found || !run || !plan) return refuse('platform.notFound')
  const { result, row } = found
  const totals = result.purpose === 'totals'
  const allowed = !totals || seesTotals(actor, result, row.owner_unit_id)
  await writeTrail(db, actor, 'result.facts', resultId, allowed ? 'shown' : 'result.hidden', now)
  if (!allowed) return refuse('result.hidden')
  const order: FactsOrder = {
    plan: { content: plan.content, names: await namesOf(db, namedIds(plan.content)) },
    data: totals ? [] : lockedData(await dataOfPlan(db, plan.planId), run, result.frozenAt),
    reported: totals ? run.leaves.flatMap(outcomesOf) : [],
  }
  const text = await runInWorker<FactsOrder, string>(new URL('./facts-task.ts', import.meta.url), order)
  return ok(yamlFile(`${run.plan.title}（数据）.yaml`, text))
}
