import type { Refusal } from '@quanheng/contract/errors'
import type { issuePlan, registerPlan } from '@quanheng/contract/plan'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { PlanCommand } from '@quanheng/domain/plan/commands'
import { planDigestForm } from '@quanheng/domain/plan/digest-form'
import { namedIds } from '@quanheng/domain/plan/named'
import type { Change, CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { sha256 } from '../../platform/log/means.ts'
import { type Asked, type Decided, decideOnPlan } from './act-on-plan.ts'
import { canonicalVersion } from './canonical.ts'
import { filesSentBy } from './cited.ts'
import { changeOf, eventsOf, rowWith } from './draft-service.ts'
import { type IssuedPlan, issuedPlan, type MayIssue, type OnIssue } from './issued-plan.ts'
import { insertVersion, updatePlan } from './store.ts'
import type { PlanRow, PlanVersionRow } from './tables.ts'

/** SHA-256 of a content's canonical form: what names a version of a plan. */
export const planDigest = (content: PlanRow['content']): string => digestOf(sha256, planDigestForm(content))

const versionFrom = ({ context }: Asked, { decision }: Decided): PlanVersionRow => {
  const { plan } = decision
  const { issue } = plan
  if (issue === undefined) throw new Error('a plan was issued without number and date')
  return {
    id: context.newId(),
    plan_id: plan.id,
    number: plan.version,
    content: plan.content,
    digest: planDigest(plan.content),
    way: issue.way,
    document_number: issue.number,
    document_date: issue.date,
    scan_digest: issue.scanDigest ?? null,
    reason: plan.reason ?? null,
    acceptances: plan.acceptances,
    author: issue.by,
    issued_at: context.now,
    issued_on: context.today,
  }
}

const asIssued = (row: PlanRow, version: PlanVersionRow): IssuedPlan => ({
  planId: row.id,
  number: version.number,
  digest: version.digest,
  content: version.content,
  kind: row.kind,
  ownerUnitId: row.owner_unit_id,
  year: version.content.year,
  title: version.content.title,
  parentPlanId: row.parent_plan_id,
})

export interface IssueHooks {
  readonly mayIssue?: readonly MayIssue[] | undefined
  /** What follows from an issue in the same transaction, in this order. */
  readonly onIssue?: readonly OnIssue[] | undefined
}

type Reply = { version: number; number: number; digest: string }

/** Saves the version and lets collection and scoring begin, in the one transaction of the act. */
const put = async (
  asked: Asked,
  command: Extract<PlanCommand, { kind: 'issue' | 'register' }>,
  { mayIssue = [], onIssue = [] }: IssueHooks,
): Promise<Result<Outcome<Reply>, Refusal>> => {
  const decided = await decideOnPlan(asked, command.kind, () => command)
  if (!decided.ok) return decided
  const { row, post, decision } = decided.value
  const { tx, context } = asked
  const before = await issuedPlan(tx, row.id)
  const version = versionFrom(asked, decided.value)
  for (const ask of mayIssue) {
    const may = await ask(tx, row.id, planDigest(row.content))
    if (!may.ok) return may
  }
  const after: PlanRow = {
    ...rowWith(row, decision.plan),
    issued_number: version.number,
    named_unit_ids: [...namedIds(version.content).units],
  }
  await insertVersion(tx, version)
  await updatePlan(tx, after)
  const issued = asIssued(after, version)
  const follows: Change[] = []
  for (const hook of onIssue) follows.push(...(await hook(tx, issued, context, before)))
  return ok({
    post,
    events: [
      ...eventsOf(decision.events),
      { type: 'planVersionIssued', versionId: version.id, digest: version.digest },
    ],
    changes: [
      changeOf(row, after),
      { noun: 'planVersion', id: version.id, version: 1, before: null, after: canonicalVersion(version) },
      ...follows,
    ],
    reply: { version: after.version, number: version.number, digest: version.digest },
  })
}

export const issueWith =
  (hooks: IssueHooks): CommandHandler<typeof issuePlan> =>
  (asked) =>
    put(asked, { kind: 'issue', number: asked.body.number, date: asked.body.date }, hooks)

/** 已印发文件补录; the stamped scan is one this person has sent. */
export const registerWith =
  (hooks: IssueHooks): CommandHandler<typeof registerPlan> =>
  async (asked) => {
    const { number, date, scanDigest } = asked.body
    const sent = await filesSentBy(asked.tx, asked.actor.personId, scanDigest === null ? [] : [scanDigest])
    if (!sent.ok) return sent
    return put(asked, { kind: 'register', number, date, ...(scanDigest !== null && { scanDigest }) }, hooks)
  }
