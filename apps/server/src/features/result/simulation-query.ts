import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { listSimulationGrounds, showSimulation } from '@quanheng/contract/simulation'
import type { DomainError } from '@quanheng/domain/kernel/result'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { maySimulate } from '@quanheng/domain/simulation/access'
import { lockedData } from '@quanheng/domain/simulation/locked-data'
import type { Simulation, SimulationErrorCode } from '@quanheng/domain/simulation/simulate'
import type { Database, Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { runInWorker } from '../../platform/jobs/run.ts'
import { dataOfPlan } from '../collection/index.ts'
import { type DraftPlan, issuedVersion, visibleDraft } from '../plan/index.ts'
import { unitNames } from './names.ts'
import { presentSimulation } from './present-simulation.ts'
import { resultOf } from './result-store.ts'
import { runOf } from './run-store.ts'
import { resultIsVisible, resultsVisibleTo } from './scope.ts'
import type { SimulationOrder } from './simulate-task.ts'
import { writeTrail } from './trail.ts'

type Ground = ReplyOf<typeof listSimulationGrounds>['rows'][number]

/** Locked versions of this plan, and of earlier years' plans of the same owner and kind: their indicators keep their keys. */
const groundsOf = async (db: Reader, actor: Actor, draft: DraftPlan): Promise<readonly Ground[]> => {
  const rows = await db
    .selectFrom('result')
    .innerJoin('plan', 'plan.id', 'result.plan_id')
    .selectAll('result')
    .select(['plan.year', 'plan.title'])
    .where('plan.kind', '=', draft.kind)
    .where('plan.owner_unit_id', '=', draft.ownerUnitId)
    .where((where) => where.or([where('plan.id', '=', draft.planId), where('plan.year', '<', draft.year)]))
    .where(resultIsVisible(resultsVisibleTo(actor), 'result'))
    .orderBy('plan.year', 'desc')
    .orderBy('result.frozen_at', 'desc')
    .execute()
  return rows.map(({ year, title, ...row }) => {
    const { id, state, runDigest, frozenAt } = resultOf(row)
    return { resultId: id, planTitle: title, year, state, runDigest, frozenAt, ownYear: year >= draft.year }
  })
}

const isDirector = (actor: Actor): boolean => actor.posts.some(({ kind }) => kind === 'officeDirector')

const isOpen = (actor: Actor, draft: DraftPlan, { year, state }: Ground): boolean =>
  maySimulate({ draftYear: draft.year, year, state }, isDirector(actor))

export const simulationGrounds = async (
  db: Reader,
  actor: Actor,
  planId: string,
): Promise<Result<ReplyOf<typeof listSimulationGrounds>, Refusal>> => {
  const draft = await visibleDraft(db, actor, planId)
  if (draft === undefined) return refuse('platform.notFound')
  const grounds = await groundsOf(db, actor, draft)
  return ok({ rows: grounds.filter((ground) => isOpen(actor, draft, ground)) })
}

/** The year of a locked version as the draft would score it. Each look is written into the access trail, the refused ones too. */
export const simulationOf = async (
  db: Database,
  actor: Actor,
  { planId, resultId }: { readonly planId: string; readonly resultId: string },
  now: Date,
): Promise<Result<ReplyOf<typeof showSimulation>, Refusal>> => {
  const draft = await visibleDraft(db, actor, planId)
  const ground = draft && (await groundsOf(db, actor, draft)).find((one) => one.resultId === resultId)
  if (!draft || !ground) return refuse('platform.notFound')
  const open = isOpen(actor, draft, ground)
  await writeTrail(db, actor, 'simulation.show', resultId, open ? 'shown' : 'simulation.notOpen', now)
  if (!open) return refuse('simulation.notOpen')
  const run = await runOf(db, ground.runDigest)
  const before = run && (await issuedVersion(db, run.plan.id, run.plan.number))
  if (!run || !before) return refuse('platform.notFound')
  const unitIds = [...draft.content.tasks, ...before.content.tasks].map(({ unitId }) => unitId)
  const names = await unitNames(db, unitIds)
  const order: SimulationOrder = {
    before: before.content,
    draft: draft.content,
    run: { leaves: run.leaves.map((leaf) => ({ ...leaf, traces: [], cites: [] })) },
    data: run.purpose === 'totals' ? [] : lockedData(await dataOfPlan(db, before.planId), run, ground.frozenAt),
    counted: run.credits ?? [],
    names,
  }
  const made = await runInWorker<SimulationOrder, Result<Simulation, DomainError<SimulationErrorCode>>>(
    new URL('./simulate-task.ts', import.meta.url),
    order,
  )
  if (!made.ok) return made
  return ok({ planTitle: draft.title, ground, ...presentSimulation(made.value, before.content, draft.content, names) })
}
