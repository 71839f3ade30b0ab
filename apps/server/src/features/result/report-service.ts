import type { Refusal } from '@quanheng/contract/errors'
import type {
  confirmPaperReport,
  enterPaperReport,
  refusePaperReport,
  returnLeadReport,
} from '@quanheng/contract/report'
import { normaliseCode, normaliseText } from '@quanheng/domain/kernel/normalise'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { decideLeadReport, type LeadReportCommand, type LeadReportEvent } from '@quanheng/domain/report/decide'
import { expectedScores } from '@quanheng/domain/report/expected'
import type { ReportedScore } from '@quanheng/domain/report/model'
import type { Tx } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Change, CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { lockIssuedPlan } from '../plan/index.ts'
import { fallResultsOf, type OnResultFall } from './fall-results.ts'
import { type LoadedReport, lockReport, reportChange, saveReport } from './report-store.ts'

interface Asked extends Asking {
  readonly params: { readonly reportId: string }
  readonly body: { readonly version: number }
}

interface Decided {
  readonly post: HeldPost
  readonly events: readonly LeadReportEvent[]
  readonly changes: readonly Change[]
  readonly after: LoadedReport
}

/** Decides one command on a line of the register and saves it; totals over an earlier report fall with it. */
export const applyToReport = async (
  asked: Asking,
  held: LoadedReport,
  command: LeadReportCommand,
  post: HeldPost,
  onFall: readonly OnResultFall[],
): Promise<Result<Decided, Refusal>> => {
  const plan = await lockIssuedPlan(asked.tx, held.row.plan_id)
  if (plan === null) return refuse('platform.notFound')
  const context = commandContext(asked, post)
  const expected = expectedScores(plan.content, held.report.leadUnitId)
  const decided = decideLeadReport(held.report, command, { ...context, expected })
  if (!decided.ok) return decided
  const after = await saveReport(asked.tx, held, decided.value.next, asked.context)
  const moved = held.report.state === 'reported' || decided.value.next.state === 'reported'
  const fallen = moved
    ? await fallResultsOf(asked.tx, held.row.plan_id, '评分报告登记有变', asked.context, context.actor, onFall)
    : []
  return ok({ post, events: decided.value.events, changes: [reportChange(held, after), ...fallen], after })
}

const unlockedPlace = (tx: Tx, reportId: string) =>
  tx
    .selectFrom('lead_report')
    .innerJoin('plan', 'plan.id', 'lead_report.plan_id')
    .select(['lead_report.plan_id', 'plan.owner_unit_id'])
    .where('lead_report.id', '=', reportId)
    .where('lead_report.asked', '=', true)
    .executeTakeFirst()

const act = async (
  asked: Asked,
  command: LeadReportCommand,
  onFall: readonly OnResultFall[],
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const { tx, posts, params, body } = asked
  const place = await unlockedPlace(tx, params.reportId)
  const post = posts.find((one) => one.unitId === place?.owner_unit_id)
  if (place === undefined || post === undefined) return refuse('platform.notFound')
  await lockIssuedPlan(tx, place.plan_id)
  const held = await lockReport(tx, params.reportId)
  if (held === undefined) return refuse('platform.notFound')
  const current = await sameVersion(tx, held.row, body.version)
  if (!current.ok) return current
  const decided = await applyToReport(asked, held, command, post, onFall)
  if (!decided.ok) return decided
  const { events, changes, after } = decided.value
  return ok({ post, events, changes, reply: { version: after.row.version } })
}

/** Points as typed, each an exact quantity; the first that is none is refused at its row. */
const readScores = (scores: readonly ReportedScore[]): Result<readonly ReportedScore[], Refusal> => {
  const read: ReportedScore[] = []
  for (const [at, { leafKey, unitId, points }] of scores.entries()) {
    const value = readQuantity(points)
    if (!value.ok) return { ok: false, error: { ...value.error, at: `body.scores.${at}.points` } }
    read.push({ leafKey, unitId, points: value.value })
  }
  return ok(read)
}

export const reportServices = (onFall: readonly OnResultFall[]) => {
  const enter: CommandHandler<typeof enterPaperReport> = async (asked) => {
    const { documentNumber, documentDate, scanDigest, scores } = asked.body
    if ((await unlockedPlace(asked.tx, asked.params.reportId)) === undefined) return refuse('platform.notFound')
    const sent = await sentByActor(asked.tx, asked.actor.personId, scanDigest)
    if (!sent) return refuse('upload.notFound', { at: 'body.scanDigest' })
    const read = readScores(scores)
    if (!read.ok) return read
    const number = normaliseCode(documentNumber)
    return act(
      asked,
      { kind: 'enterPaper', scanDigest, documentNumber: number, documentDate, scores: read.value },
      onFall,
    )
  }
  const confirm: CommandHandler<typeof confirmPaperReport> = (asked) => act(asked, { kind: 'confirmPaper' }, onFall)
  const refusePaper: CommandHandler<typeof refusePaperReport> = (asked) =>
    act(asked, { kind: 'refusePaper', reason: normaliseText(asked.body.reason) }, onFall)
  const sendBack: CommandHandler<typeof returnLeadReport> = (asked) =>
    act(asked, { kind: 'return', reason: normaliseText(asked.body.reason) }, onFall)
  return { enter, confirm, refusePaper, sendBack }
}

/** The caller uploaded this file. */
export const sentByActor = async (tx: Tx, personId: string, digest: string): Promise<boolean> =>
  (await tx
    .selectFrom('upload')
    .select('id')
    .where('person_id', '=', personId)
    .where('sha256', '=', digest)
    .executeTakeFirst()) !== undefined
