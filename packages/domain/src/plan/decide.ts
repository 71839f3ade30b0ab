import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { accept, withdraw } from './acceptance.ts'
import type { PlanCommand, PlanContext, PlanDecision } from './commands.ts'
import { changedPaths } from './compare.ts'
import type { PlanError } from './errors.ts'
import { check, issue, register } from './issue.ts'
import type { PlanContent } from './model.ts'
import { normaliseContent } from './normalise-content.ts'
import type { Plan } from './plan.ts'
import { checkShape } from './shape.ts'
import { planWorkflow } from './workflow.ts'

/** The one way a plan changes. @returns the plan after it and what happened, or the rule that stopped it */
export const decidePlan = (plan: Plan, command: PlanCommand, context: PlanContext): Result<PlanDecision, PlanError> => {
  if (context.actor.unitId !== plan.content.ownerUnitId) return refuse('plan.otherUnit')
  const row = permit(planWorkflow(plan.content.kind), plan.state, command.kind, context.actor.post)
  return row.ok ? act(plan, command, context) : row
}

const act = (plan: Plan, command: PlanCommand, context: PlanContext): Result<PlanDecision, PlanError> => {
  switch (command.kind) {
    case 'edit':
      return edit(plan, command.content)
    case 'accept':
      return accept(plan, command, context)
    case 'withdraw':
      return withdraw(plan, command.finding)
    case 'check':
      return check(plan, context)
    case 'return':
      return sendBack(plan, command.reason)
    case 'issue':
      return issue(plan, command, context)
    case 'register':
      return register(plan, command, context)
    case 'revise':
      return revise(plan, command.reason, context)
  }
}

/** Kind and owner are what the plan is; its document number and date come with the issue. */
const edit = (plan: Plan, draft: PlanContent): Result<PlanDecision, PlanError> => {
  if (draft.kind !== plan.content.kind) return refuse('plan.kindFixed', { at: 'kind' })
  if (draft.ownerUnitId !== plan.content.ownerUnitId) return refuse('plan.ownerFixed', { at: 'ownerUnitId' })
  const shaped = checkShape(normaliseContent(draft))
  if (!shaped.ok) return shaped
  const content = shaped.value
  const changed = changedPaths(plan.content, content)
  return ok({
    plan: { ...plan, state: 'draft', content },
    events: [{ type: 'planEdited', planId: plan.id, version: plan.version, changed }],
  })
}

const sendBack = (plan: Plan, given: string): Result<PlanDecision, PlanError> => {
  const reason = given.trim()
  if (reason === '') return refuse('plan.reasonMissing', { at: 'reason' })
  return ok({
    plan: { ...plan, state: 'draft' },
    events: [{ type: 'planReturned', planId: plan.id, version: plan.version, reason }],
  })
}

/** Opens the next version from an issued one, which stays in force until that is issued. */
const revise = (plan: Plan, given: string, { actor, nextDraftOpen }: PlanContext): Result<PlanDecision, PlanError> => {
  const reason = given.trim()
  if (reason === '') return refuse('plan.reasonMissing', { at: 'reason' })
  if (nextDraftOpen) return refuse('plan.nextDraftOpen', { params: { version: String(plan.version + 1) } })
  const { number: _number, date: _date, ...document } = plan.content.document
  const next: Plan = {
    id: plan.id,
    version: plan.version + 1,
    state: 'draft',
    content: { ...plan.content, document },
    acceptances: plan.acceptances,
    drafter: authorOf(actor),
    reason,
  }
  return ok({ plan, next, events: [{ type: 'planRevised', planId: plan.id, version: next.version, reason }] })
}

/** The version before, once the next one is issued: it stays readable for whatever was signed under it. */
export const supersede = (plan: Plan, by: number): Result<Plan, PlanError<'plan.notNow'>> =>
  plan.state === 'issued' && by > plan.version
    ? ok({ ...plan, state: 'superseded', replacedBy: by })
    : refuse('plan.notNow', { params: { state: plan.state, command: 'supersede' } })
