import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type * as contract from '@quanheng/contract/totals-decision'
import { type Decision, isBinding } from '@quanheng/domain/decision/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { gradeNames } from '@quanheng/domain/plan/year-arithmetic'
import { openGrades, withDecidedGrades } from '@quanheng/domain/result/decided-grades'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import type { AgendaOf } from '../../platform/work/deliberated.ts'
import { issuedPlan } from '../plan/index.ts'
import { authorsNamed, carryingPosts, decisionsOn, frozenRun } from '../result/index.ts'
import { granted, isRegistered, meetingsOf } from './hold-totals.ts'
import { presentAgenda } from './present.ts'
import { approvalsVisibleTo, seesApprovalsOf } from './scope.ts'

/** Decisions over totals are the business of the body that owns them and of who supervises it. */
const visibleTotals = async (db: Reader, actor: Actor, resultId: string) => {
  const row = await db
    .selectFrom('result')
    .selectAll()
    .where('id', '=', resultId)
    .where('purpose', '=', 'totals')
    .executeTakeFirst()
  return row && seesApprovalsOf(approvalsVisibleTo(actor), row.owner_unit_id) ? row : undefined
}

export const totalsDecisions = async (
  db: Reader,
  actor: Actor,
  resultId: string,
  agendaOf: AgendaOf,
): Promise<Result<ReplyOf<typeof contract.listTotalsDecisions>, Refusal>> => {
  const row = await visibleTotals(db, actor, resultId)
  const plan = row && (await issuedPlan(db, row.plan_id))
  if (!row || !plan) return refuse('platform.notFound')
  const decisions = await decisionsOn(db, [resultId])
  const named = await authorsNamed(
    db,
    decisions.flatMap(({ recordedBy, confirmation }) => [recordedBy, ...(confirmation ? [confirmation.by] : [])]),
  )
  const run = (await frozenRun(db, resultId))?.run
  const nameOf = new Map(run?.units.map((unit) => [unit.id, unit.name]))
  const shown = ({
    id,
    body,
    decidedOn,
    text,
    number,
    outcome,
    grades,
    scanDigest,
    recordedBy,
    confirmation,
  }: Decision) => ({
    id,
    body,
    decidedOn,
    text,
    number: number ?? null,
    outcome,
    grades: (grades ?? []).map(({ unitId, grade }) => ({ unitName: nameOf.get(unitId) ?? '', grade })),
    scanDigest,
    recordedBy: named(recordedBy),
    confirmedBy: confirmation ? named(confirmation.by) : null,
  })
  const given = granted(decisions)
  const mine = (ability: 'decision.record' | 'decision.confirm') =>
    row.state === 'aggregated' && carryingPosts(postsFor(actor, ability), plan).length > 0
  const waiting = decisions.find((one) => !isBinding(one))
  const agenda = row.state === 'aggregated' ? await agendaOf(db, resultId, row.run_digest) : undefined
  return ok({
    meetings: meetingsOf(plan).map((name, at) => ({ name, decision: given[at] ? shown(given[at]) : null })),
    others: decisions.filter((one) => !given.includes(one)).map(shown),
    openGrades:
      run === undefined
        ? []
        : openGrades(withDecidedGrades(run, decisions)).map((unitId) => ({
            unitId,
            unitName: nameOf.get(unitId) ?? '',
          })),
    gradeNames: plan.content.settings.grades ? [...gradeNames(plan.content.settings.grades.value)] : [],
    // A meeting whose decision stands here already says nothing about the next one of the chain.
    agenda: agenda?.decision && isRegistered(decisions, agenda.decision) ? null : presentAgenda(agenda),
    may: [
      ...(waiting === undefined && mine('decision.record') ? (['record'] as const) : []),
      ...(waiting !== undefined && waiting.recordedBy.personId !== actor.personId && mine('decision.confirm')
        ? (['confirm'] as const)
        : []),
    ],
  })
}

export const decisionScan = async (
  db: Reader,
  actor: Actor,
  { resultId, decisionId }: { readonly resultId: string; readonly decisionId: string },
): Promise<Result<FileReply, Refusal>> => {
  const row = await visibleTotals(db, actor, resultId)
  const decision = row && (await decisionsOn(db, [resultId])).find(({ id }) => id === decisionId)
  if (decision === undefined) return refuse('platform.notFound')
  const digest = decision.scanDigest
  const upload = await db.selectFrom('upload').selectAll().where('sha256', '=', digest).executeTakeFirst()
  return ok({
    name: upload?.name ?? digest.slice(0, 12),
    mediaType: upload?.media_type ?? 'application/octet-stream',
    content: { stored: digest },
    ...(upload && { size: upload.size }),
  })
}
