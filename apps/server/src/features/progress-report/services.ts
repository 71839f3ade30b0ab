import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/progress-report'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import {
  beginProgress,
  decideProgress,
  type ProgressCommand,
  type ReportedShare,
  readProgress,
} from '@quanheng/domain/progress-report/decide'
import type { ProgressReport } from '@quanheng/domain/progress-report/model'
import { inForce } from '@quanheng/domain/superior-plan/model'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { type Acting, actOn, decideOn } from '../../platform/work/act-on-kept.ts'
import { visibleSuperiorPlan } from '../superior-plan/index.ts'
import { roundsFor } from './round.ts'
import { progressIsVisible } from './scope.ts'
import { progressKeeper } from './store.ts'
import type { ProgressReportRow } from './tables.ts'

const trimmed = (text: string): string => normaliseText(text).trim()

type Place = Pick<ProgressReportRow, 'unit_id' | 'section_id'>

/** Of the section first, then of the unit, then whatever the person holds. */
const postAt = (posts: readonly HeldPost[], { unit_id, section_id }: Place): HeldPost | undefined =>
  posts.find(({ unitId, sectionId }) => unitId === unit_id && sectionId === section_id) ??
  posts.find(({ unitId }) => unitId === unit_id) ??
  posts[0]

const acting: Acting<ProgressReportRow, ProgressReport, ProgressCommand> = {
  keeper: progressKeeper,
  seenBy: progressIsVisible,
  postOn: (posts, { row }) => postAt(posts, row),
  decide: async (asked, { model }, command, post) => decideProgress(model, command, commandContext(asked, post)),
}

/** The share and the round that are meant, as the breakdown in force has them; held against changes of the plan. */
const reportedShare = async (
  { tx, actor, context }: Asking,
  superiorPlanId: string,
  { shareKey, period }: { readonly shareKey: string; readonly period: string },
): Promise<ReportedShare | undefined> => {
  const plan = await visibleSuperiorPlan(tx, actor, superiorPlanId)
  const issued = plan && inForce(plan)
  const share = issued?.shares.find(({ key }) => key === shareKey)
  const indicator = issued?.indicators.find(({ key }) => key === share?.indicatorKey)
  if (!plan || !share || !indicator || !actor.posts.some(({ unitId }) => unitId === share.unitId)) return undefined
  const round = (await roundsFor(tx, plan, context.today)).find((one) => one.period === period)
  return round && { superiorPlanId: plan.id, officeUnitId: plan.unitId, indicator, share, round }
}

export const report: CommandHandler<typeof contract.reportProgress> = async ({ params, body, ...asked }) => {
  const about = await reportedShare(asked, params.superiorPlanId, body)
  if (!about) return refuse('platform.notFound')
  const { share, round } = about
  const held = await asked.tx
    .selectFrom('progress_report')
    .select(['id', 'file_digests'])
    .where('superior_plan_id', '=', about.superiorPlanId)
    .where('share_key', '=', share.key)
    .where('period', '=', round.period)
    .executeTakeFirst()
  // Somebody else of the unit was faster: what they wrote is read before it is written over.
  if (held && body.version === null) return refuse('progressReport.reportedAlready')
  const digests = body.files.map(({ digest }) => digest)
  const sent = await filesSent(asked, digests, held?.file_digests ?? [], (at) => `body.files[${at}].digest`)
  if (!sent.ok) return sent
  const { actual, yearEnd, words, difficulties, files } = body
  const given = { actual, yearEnd, words: trimmed(words), difficulties: trimmed(difficulties), files }
  const content = readProgress(about, given, asked.context.today)
  if (!content.ok) return content
  if (held && body.version !== null) {
    const at = { id: held.id, version: body.version }
    const decided = await decideOn(acting, asked, at, async () => ok({ kind: 'report', content: content.value }))
    if (!decided.ok) return decided
    const { post, before, after, events } = decided.value
    const reply = { progressReportId: held.id, version: after.row.version }
    return ok({ post, events, changes: [progressKeeper.change(before, after)], reply })
  }
  const post = postAt(asked.posts, { unit_id: share.unitId, section_id: share.sectionId ?? null })
  if (!post) return refuse('platform.notFound')
  const begun = beginProgress(about, content.value, commandContext(asked, post))
  if (!begun.ok) return begun
  const saved = await progressKeeper.insert(asked.tx, begun.value.next)
  return ok({
    post,
    events: begun.value.events,
    changes: [progressKeeper.change(null, saved)],
    reply: { progressReportId: saved.row.id, version: saved.row.version },
  })
}

interface AskedOfOne extends Asking {
  readonly params: { readonly progressReportId: string }
  readonly body: { readonly version: number }
}

const act = (asked: AskedOfOne, command: Result<ProgressCommand, Refusal>) =>
  actOn(acting, asked, { id: asked.params.progressReportId, version: asked.body.version }, async () => command)

export const confirm: CommandHandler<typeof contract.confirmProgress> = (asked) => act(asked, ok({ kind: 'confirm' }))

export const sendBack: CommandHandler<typeof contract.returnProgress> = (asked) =>
  act(asked, ok({ kind: 'return', reason: trimmed(asked.body.reason) }))
