import { authorOf } from '../kernel/command-context.ts'
import { parseLocalDate } from '../kernel/local-date.ts'
import { normaliseCode } from '../kernel/normalise.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { findingsOf, openStops } from './acceptance.ts'
import type { PlanCommand, PlanContext, PlanDecision } from './commands.ts'
import type { PlanError } from './errors.ts'
import type { Issue, Plan } from './plan.ts'

type IssueCommand = Extract<PlanCommand, { kind: 'issue' | 'register' }>

/** @returns refusal `plan.mustFix` with the number of 必须处理 left, and the place and code of the first */
const stopped = (plan: Plan, context: PlanContext) => {
  const stops = openStops(findingsOf(plan, context))
  const [first] = stops
  return first
    ? refuse('plan.mustFix', {
        at: first.finding.at,
        params: { count: String(stops.length), code: first.finding.code },
      })
    : undefined
}

/** 校核通过: nothing that must be mended is left. The findings are counted anew at the issue. */
export const check = (plan: Plan, context: PlanContext): Result<PlanDecision, PlanError> => {
  const findings = findingsOf(plan, context)
  const notes = findings.filter(({ finding, acceptance }) => finding.severity === 'note' && !acceptance).length
  const accepted = findings.filter(({ acceptance }) => acceptance !== undefined).length
  return (
    stopped(plan, context) ??
    ok({
      plan: { ...plan, state: 'checked' },
      events: [{ type: 'planChecked', planId: plan.id, version: plan.version, notes, accepted }],
    })
  )
}

const put = (plan: Plan, command: IssueCommand, context: PlanContext): Result<PlanDecision, PlanError> => {
  const number = normaliseCode(command.number)
  if (number === '') return refuse('plan.numberMissing', { at: 'number' })
  const date = parseLocalDate(command.date)
  if (!date.ok) return refuse(date.error.code, { ...date.error, at: 'date' })
  if (date.value > context.today)
    return refuse('plan.dateAhead', { at: 'date', params: { date: date.value, today: context.today } })
  const scanDigest = command.kind === 'register' ? command.scanDigest : undefined
  const issued: Issue = {
    way: command.kind === 'register' ? 'registered' : 'here',
    number,
    date: date.value,
    by: authorOf(context.actor),
    ...(scanDigest !== undefined && { scanDigest }),
  }
  const content = { ...plan.content, document: { ...plan.content.document, number, date: date.value } }
  return (
    stopped({ ...plan, content }, context) ??
    ok({
      plan: { ...plan, state: 'issued', content, issue: issued },
      events: [{ type: 'planIssued', planId: plan.id, version: plan.version, issue: issued }],
    })
  )
}

/** 印发: number from the number book, date not in the future. */
export const issue = put

/** 已印发文件补录: the document exists on paper; its own number and date are entered. */
export const register = put
