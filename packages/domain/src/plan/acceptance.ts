import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { checkPlan } from './check-plan.ts'
import type { PlanCommand, PlanContext, PlanDecision } from './commands.ts'
import type { PlanError } from './errors.ts'
import { type Finding, findingKey } from './findings.ts'
import type { Acceptance, Plan } from './plan.ts'

export interface CheckedFinding {
  readonly finding: Finding
  readonly key: string
  /** Present when somebody lets it stand 按原文执行. */
  readonly acceptance?: Acceptance
}

/** The findings of a plan as it stands today, each with the acceptance that still covers it. */
export const findingsOf = (
  { content, acceptances }: Plan,
  { check, today }: Pick<PlanContext, 'check' | 'today'>,
): readonly CheckedFinding[] =>
  checkPlan(content, { ...check, today }).map((finding) => {
    const key = findingKey(finding)
    const acceptance = finding.acceptable ? acceptances.find((row) => row.finding === key) : undefined
    return { finding, key, ...(acceptance && { acceptance }) }
  })

/** What still stops the issue: 必须处理, and nobody has let it stand. */
export const openStops = (findings: readonly CheckedFinding[]): readonly CheckedFinding[] =>
  findings.filter(({ finding, acceptance }) => finding.severity === 'mustFix' && !acceptance)

/** 按原文执行. Refused where the platform could not go on, whoever accepts it. */
export const accept = (
  plan: Plan,
  command: Extract<PlanCommand, { kind: 'accept' }>,
  context: PlanContext,
): Result<PlanDecision, PlanError> => {
  const reason = command.reason.trim()
  if (reason === '') return refuse('plan.reasonMissing', { at: 'reason' })
  const found = findingsOf(plan, context).find(({ key }) => key === command.finding)
  if (!found) return refuse('plan.noSuchFinding')
  const { code, at, acceptable } = found.finding
  if (!acceptable) return refuse('plan.mustBeMended', { at, params: { code } })
  if (found.acceptance) return refuse('plan.alreadyAccepted', { at, params: { code } })
  const acceptance: Acceptance = {
    finding: found.key,
    code,
    at,
    reason,
    by: authorOf(context.actor),
    on: context.today,
  }
  return ok({
    plan: { ...plan, acceptances: [...plan.acceptances, acceptance] },
    events: [{ type: 'planFindingAccepted', planId: plan.id, version: plan.version, acceptance }],
  })
}

export const withdraw = (plan: Plan, finding: string): Result<PlanDecision, PlanError> => {
  const acceptances = plan.acceptances.filter((row) => row.finding !== finding)
  if (acceptances.length === plan.acceptances.length) return refuse('plan.noSuchFinding')
  return ok({
    plan: { ...plan, acceptances },
    events: [{ type: 'planAcceptanceWithdrawn', planId: plan.id, version: plan.version, finding }],
  })
}
