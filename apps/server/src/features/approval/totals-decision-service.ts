import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type * as contract from '@quanheng/contract/totals-decision'
import { type Decision, isBinding } from '@quanheng/domain/decision/model'
import { confirmDecision, type OpenGrades, recordDecision } from '@quanheng/domain/decision/record'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { gradeNames } from '@quanheng/domain/plan/year-arithmetic'
import { decideResult } from '@quanheng/domain/result/decide'
import { openGrades, withDecidedGrades } from '@quanheng/domain/result/decided-grades'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, type HeldPost, postsFor } from '../../platform/door/actor.ts'
import type { Change, CommandHandler, FileReply } from '../../platform/door/outcome.ts'
import { type IssuedPlan, issuedPlan, lockIssuedPlan } from '../plan/index.ts'
import {
  type AskedOfResult,
  authorsNamed,
  carryingPosts,
  commandContext,
  decisionChange,
  decisionsOn,
  frozenRun,
  insertConfirmation,
  insertDecision,
  type LoadedResult,
  lockResult,
  resultChange,
  saveResult,
  sentByActor,
  stopMoved,
} from '../result/index.ts'
import { approvalsVisibleTo, seesApprovalsOf } from './scope.ts'

/** Meetings of the chain, in its order: 领导小组审议, 党委会议审定. A chain that names none still needs one word of somebody. */
const meetingsOf = ({ content }: Pick<IssuedPlan, 'content'>): readonly string[] => {
  const named = content.approvalChain.filter(({ kind }) => kind === 'meeting').map(({ name }) => name)
  return named.length > 0 ? named : ['会议审定']
}

const granted = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions.filter((one) => isBinding(one) && one.outcome === 'approved')

interface HeldTotals {
  readonly result: LoadedResult
  readonly plan: IssuedPlan
  readonly post: HeldPost
  readonly decisions: readonly Decision[]
}

/** Plan and totals, held; whoever is not of the body that owns them finds nothing. */
const holdTotals = async (asked: AskedOfResult, resultId: string): Promise<Result<HeldTotals, Refusal>> => {
  const { tx, posts } = asked
  const row = await tx.selectFrom('result').select(['plan_id', 'purpose']).where('id', '=', resultId).executeTakeFirst()
  const plan = row?.purpose === 'totals' ? await lockIssuedPlan(tx, row.plan_id) : null
  const post = plan === null ? undefined : carryingPosts(posts, plan)[0]
  const result = post && (await lockResult(tx, resultId))
  if (plan === null || post === undefined || result === undefined) return refuse('platform.notFound')
  return ok({ plan, post, result, decisions: await decisionsOn(tx, [resultId]) })
}

/** Units that no meeting graded yet, for the meeting that is registered next. */
const openGradesOf = async (
  db: Reader,
  { result, plan, decisions }: Pick<HeldTotals, 'result' | 'plan' | 'decisions'>,
): Promise<OpenGrades> => {
  const run = (await frozenRun(db, result.row.id))?.run
  const now = run && withDecidedGrades(run, decisions)
  const nameOf = new Map(run?.units.map(({ id, name }) => [id, name]))
  const { grades } = plan.content.settings
  return {
    units: (now === undefined ? [] : openGrades(now)).map((unitId) => ({ unitId, name: nameOf.get(unitId) ?? '' })),
    grades: grades === undefined ? [] : gradeNames(grades.value),
    last: granted(decisions).length + 1 >= meetingsOf(plan).length,
  }
}

/** What the next meeting decided, from its minutes. Points are changed by the meeting that decides over a lead unit's report, never here. */
export const recordOnTotals: CommandHandler<typeof contract.recordTotalsDecision> = async (asked) => {
  const { tx, actor, params, body } = asked
  const held = await holdTotals(asked, params.resultId)
  if (!held.ok) return held
  const { result, post, decisions } = held.value
  const { state, id, runDigest } = result.result
  if (state !== 'aggregated') return refuse('result.notNow', { params: { state, command: 'approve' } })
  if (decisions.some((one) => !isBinding(one))) return refuse('decision.waiting')
  const stopped = await stopMoved(tx, id)
  if (stopped && body.outcome === 'approved') return stopped
  if (!(await sentByActor(tx, actor.personId, body.scanDigest))) {
    return refuse('upload.notFound', { at: 'body.scanDigest' })
  }
  const number = normaliseName(body.number ?? '')
  const recorded = recordDecision(
    {
      subject: { kind: 'result', id, digest: runDigest },
      body: normaliseName(body.body),
      decidedOn: body.decidedOn,
      text: normaliseText(body.text),
      ...(number !== '' && { number }),
      outcome: body.outcome,
      adjustments: [],
      ...(body.grades !== undefined && body.grades.length > 0 && { grades: body.grades }),
      scanDigest: body.scanDigest,
    },
    { ...commandContext(asked, post), computed: new Map(), openGrades: await openGradesOf(tx, held.value) },
  )
  if (!recorded.ok) return recorded
  const { next, events } = recorded.value
  await insertDecision(tx, next, result.row.owner_unit_id)
  return ok({ post, events, changes: [decisionChange(null, next)], reply: { decisionId: next.id } })
}

/** The second person. With the last of the plan's meetings the totals are 审定. */
export const confirmOnTotals: CommandHandler<typeof contract.confirmTotalsDecision> = async (asked) => {
  const { tx, params } = asked
  const held = await holdTotals(asked, params.resultId)
  if (!held.ok) return held
  const { result, plan, post, decisions } = held.value
  const before = decisions.find(({ id }) => id === params.decisionId)
  if (before === undefined) return refuse('platform.notFound')
  if (result.result.state !== 'aggregated') {
    return refuse('result.notNow', { params: { state: result.result.state, command: 'approve' } })
  }
  const stopped = await stopMoved(tx, params.resultId)
  if (stopped && before.outcome === 'approved') return stopped
  const by = commandContext(asked, post)
  const confirmed = confirmDecision(before, by)
  if (!confirmed.ok) return confirmed
  const decision = confirmed.value.next
  await insertConfirmation(tx, decision)
  const changes: Change[] = [decisionChange(before, decision)]
  const given = granted([...decisions.filter(({ id }) => id !== decision.id), decision]).length
  const whole = decision.outcome === 'approved' && given >= meetingsOf(plan).length
  if (!whole) return ok({ post, events: confirmed.value.events, changes, reply: { approved: false } })
  const approved = decideResult(result.result, { kind: 'approve', decision }, by)
  if (!approved.ok) return approved
  changes.push(resultChange(result, await saveResult(tx, result, approved.value.next)))
  return ok({
    post,
    events: [...confirmed.value.events, ...approved.value.events],
    changes,
    reply: { approved: true },
  })
}

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
