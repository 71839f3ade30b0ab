import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { permit } from '@quanheng/domain/kernel/transition'
import type { PlanCommand, PlanContext, PlanDecision } from '@quanheng/domain/plan/commands'
import { decidePlan } from '@quanheng/domain/plan/decide'
import type { Plan } from '@quanheng/domain/plan/plan'
import { type PlanCommandKind, planWorkflow } from '@quanheng/domain/plan/workflow'
import type { Tx } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { checkContextFor } from './check-context.ts'
import { plansVisibleTo, seesDraftsOf } from './scope.ts'
import { liveAcceptances, planForUpdate, planOf, planOfVersion, versionOf } from './store.ts'
import type { PlanRow } from './tables.ts'

export interface Asked extends Asking {
  readonly params: { readonly planId: string }
  readonly body: { readonly version: number }
}

/** A plan held for a command, with the post it is acted on under. */
export interface Held {
  readonly row: PlanRow
  /** What the command is given to: the draft, or the version in force where `revise` starts from it. */
  readonly plan: Plan
  readonly post: HeldPost
}

/** Posts in the unit that owns the plan count; among them the first that the workflow admits now, else the first. */
const choosePost = (posts: readonly HeldPost[], row: PlanRow, plan: Plan, command: PlanCommandKind) => {
  const own = posts.filter((post) => post.unitId === row.owner_unit_id)
  return own.find((post) => permit(planWorkflow(row.kind), plan.state, command, post.kind).ok) ?? own[0]
}

/** The version in force, as the domain's plan. */
export const inForce = async (tx: Tx, row: PlanRow): Promise<Plan | null> => {
  const version = row.issued_number === null ? undefined : await versionOf(tx, row.id, row.issued_number)
  return version === undefined ? null : planOfVersion(version)
}

/** Loads and locks; a plan that is not there, not visible, or of another unit is not found. */
export const holdPlan = async (
  { tx, actor, posts, params, body }: Asked,
  command: PlanCommandKind,
): Promise<Result<Held, Refusal>> => {
  const scope = plansVisibleTo(actor)
  const row = await planForUpdate(tx, scope, params.planId)
  if (row === undefined || !seesDraftsOf(scope, row.owner_unit_id)) return refuse('platform.notFound')
  const current = await sameVersion(tx, row, body.version)
  if (!current.ok) return current
  const { state } = row
  if (state === 'discarded') return refuse('plan.notNow', { params: { state, command } })
  const draft = planOf({ ...row, state }, await liveAcceptances(tx, row.id))
  const plan = command === 'revise' ? ((await inForce(tx, row)) ?? draft) : draft
  const post = choosePost(posts, row, plan, command)
  return post === undefined ? refuse('platform.notFound') : ok({ row, plan, post })
}

/** Commands that compute the findings; the others need nothing beside the plan. */
const checking: ReadonlySet<PlanCommandKind> = new Set(['accept', 'check', 'issue', 'register'])

export const contextOf = async (
  asked: Asked,
  { row, plan, post }: Held,
  command: PlanCommandKind,
): Promise<PlanContext> => ({
  ...commandContext(asked, post),
  check: checking.has(command)
    ? await checkContextFor(asked.tx, plan.content, row, asked.context.today)
    : { calendar: [], people: {} },
  nextDraftOpen: row.issued_number !== null && row.number > row.issued_number,
})

export interface Decided extends Held {
  readonly decision: PlanDecision
  readonly planContext: PlanContext
}

/** Load → decide; what is saved differs by command. A command may be made from the plan it is given to. */
export const decideOnPlan = async (
  asked: Asked,
  kind: PlanCommandKind,
  commandFor: (plan: Plan) => PlanCommand,
): Promise<Result<Decided, Refusal>> => {
  const held = await holdPlan(asked, kind)
  if (!held.ok) return held
  const planContext = await contextOf(asked, held.value, kind)
  const decision = decidePlan(held.value.plan, commandFor(held.value.plan), planContext)
  return decision.ok ? ok({ ...held.value, planContext, decision: decision.value }) : decision
}
