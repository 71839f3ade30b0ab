import type * as contract from '@quanheng/contract/progress-report'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type IndicatorShare, inForce, type SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import type { ProgressRound } from '@quanheng/domain/superior-plan/rounds'
import type { Reader } from '../../platform/database/database.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { notifyEach } from '../../platform/work/notify.ts'
import { heldPosts } from '../organisation/index.ts'
import { readsWhole, visibleSuperiorPlan } from '../superior-plan/index.ts'
import { roundsFor } from './round.ts'
import { reportsOf } from './store.ts'

/** Shares of which nothing stands for the round: not reported, or sent back. */
export const owedShares = async (
  db: Reader,
  plan: SuperiorPlan,
  { period }: ProgressRound,
): Promise<readonly IndicatorShare[]> => {
  const reports = await reportsOf(db, [plan.id])
  const stands = new Set(
    reports.flatMap(({ model }) => (model.period === period && model.state !== 'returned' ? [model.shareKey] : [])),
  )
  return (inForce(plan)?.shares ?? []).filter(({ key }) => !stands.has(key))
}

/** Whoever has the share in hand, and who reports for the unit. */
export const isInHand = (
  { unitId, sectionId, post }: IndicatorShare,
  held: { readonly unitId: string; readonly kind: string; readonly sectionId: string | null },
): boolean =>
  held.unitId === unitId &&
  (held.kind === post || held.kind === 'unitReporter') &&
  (sectionId === undefined || held.sectionId === null || held.sectionId === sectionId)

/** 催办: everybody who owes a report of the round is told, each share once. */
export const urge: CommandHandler<typeof contract.urgeProgress> = async (asked) => {
  const { tx, actor, posts, params, body, context } = asked
  const plan = await visibleSuperiorPlan(tx, actor, params.superiorPlanId)
  const post = posts.find(({ unitId }) => unitId === plan?.unitId)
  if (!plan || !post || !readsWhole(actor, plan)) return refuse('platform.notFound')
  const round = (await roundsFor(tx, plan, context.today)).find(({ period }) => period === body.period)
  if (!round) return refuse('progressReport.noRound')
  const owed = await owedShares(tx, plan, round)
  const unitIds = [...new Set(owed.map(({ unitId }) => unitId))]
  const held = await heldPosts(tx, { unitIds, on: context.today })
  const names = new Map(inForce(plan)?.indicators.map(({ key, name }) => [key, name]))
  const told = owed.map((share) => ({
    shareKey: share.key,
    indicator: names.get(share.indicatorKey) ?? '',
    personIds: [...new Set(held.filter((one) => isInHand(share, one)).map(({ personId }) => personId))],
  }))
  const link = `/cascade/${plan.id}?tab=progress&period=${round.period}`
  await notifyEach(
    tx,
    context,
    told.flatMap(({ indicator, personIds }) =>
      personIds.map((personId) => ({
        personId,
        code: 'notification.progressUrged' as const,
        params: { what: indicator, period: round.period, due: round.due },
        link,
      })),
    ),
  )
  const people = new Set(told.flatMap(({ personIds }) => personIds)).size
  return ok({
    post,
    events: [{ type: 'progressUrged', superiorPlanId: plan.id, period: round.period, told }],
    changes: [],
    reply: { shares: owed.length, people },
  })
}
