import type { Refusal } from '@quanheng/contract/errors'
import type { CreditCommand, CreditContext } from '@quanheng/domain/credit/commands'
import { counts } from '@quanheng/domain/credit/counted'
import { decideCredit } from '@quanheng/domain/credit/decide'
import type { CreditRegister } from '@quanheng/domain/credit/register'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { addWorkingDays, type WorkCalendar } from '@quanheng/domain/kernel/working-days'
import { appraisedUnits } from '@quanheng/domain/plan/items'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { creditClasses, gatesOf } from '@quanheng/domain/plan/year-arithmetic'
import type { Tx } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change, Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { workCalendar } from '../calendar/index.ts'
import { type IssuedPlan, lockIssuedPlan } from '../plan/index.ts'
import { shareRegister } from './register-store.ts'
import { creditIsVisible, creditsVisibleTo } from './scope.ts'
import { creditKeeper, type KeptCredit, siblingsUnder } from './store.ts'

/** What follows when an entry begins or ceases to count, in the same transaction. */
export type OnCreditsMoved = (
  tx: Tx,
  planId: string,
  context: Context,
  by: { readonly personId: string; readonly post: HeldPost },
) => Promise<readonly Change[]>

export interface HeldCredits {
  readonly plan: IssuedPlan
  readonly register: CreditRegister
  readonly credits: readonly KeptCredit[]
}

/** What the plan foresees, as the domain asks. */
export const foreseenBy = ({ settings, ...content }: PlanContent): CreditContext['foreseen'] => ({
  appraised: appraisedUnits({ settings, ...content }),
  credits: settings.credits !== undefined && settings.credits.value !== 'none',
  classes: creditClasses(settings),
  gates: gatesOf(settings),
})

export const wantsPublicNotice = ({ settings }: PlanContent): boolean =>
  settings.publicNotice !== undefined && settings.publicNotice.value !== 'none'

/** 公示之日 counts as the first of the working days. A year without a holiday table sets no least day: the office then counts by hand. */
const leastUntil =
  (calendar: WorkCalendar, { settings: { publicNotice } }: PlanContent) =>
  (from: string): string | undefined => {
    if (publicNotice === undefined || publicNotice.value === 'none') return undefined
    const least = addWorkingDays(calendar, from, publicNotice.value.workingDays - 1)
    return least.ok ? least.value : undefined
  }

/** Entries of one plan held for a command, in the lock order plan → register → entries; what is out of sight is not there. */
export const holdCredits = async (
  asked: Asking,
  refs: readonly { readonly creditId: string; readonly version: number }[],
): Promise<Result<HeldCredits, Refusal>> => {
  const { tx, actor } = asked
  const ids = [...new Set(refs.map(({ creditId }) => creditId))]
  const seen = await tx
    .selectFrom('credit')
    .select(['credit.id', 'credit.plan_id'])
    .where('credit.id', 'in', ids)
    .where(creditIsVisible(creditsVisibleTo(actor)))
    .execute()
  const [first] = seen
  if (first === undefined || seen.length < ids.length) return refuse('platform.notFound')
  if (seen.some((one) => one.plan_id !== first.plan_id)) return refuse('platform.notFound')
  const plan = await lockIssuedPlan(tx, first.plan_id)
  if (plan === null) return refuse('platform.notFound')
  const { register } = await shareRegister(tx, plan.planId)
  const credits = await creditKeeper.lock(tx, ids)
  for (const { row } of credits) {
    const current = await sameVersion(tx, row, refs.find(({ creditId }) => creditId === row.id)?.version ?? 0)
    if (!current.ok) return current
  }
  return ok({ plan, register, credits })
}

export const creditContext = async (asked: Asking, plan: IssuedPlan, post: HeldPost): Promise<CreditContext> => ({
  ...commandContext(asked, post),
  officeUnitId: plan.ownerUnitId,
  foreseen: foreseenBy(plan.content),
  publicNotice: wantsPublicNotice(plan.content),
  leastUntil: leastUntil(await workCalendar(asked.tx), plan.content),
  siblings: await siblingsUnder(asked.tx, plan.planId),
})

/**
 * The post to act under: of those that carry the ability the one whose unit the step belongs to. With none of them the first stands,
 * and the domain says whose step it is.
 */
export const postAt = (posts: readonly HeldPost[], unitIds: readonly string[]): HeldPost | undefined =>
  posts.find(({ unitId }) => unitIds.includes(unitId)) ?? posts[0]

/** Decides one command on every entry held, and saves them: all or none. */
export const applyToCredits = async (
  asked: Asking,
  { plan, credits }: HeldCredits,
  command: CreditCommand,
  post: HeldPost,
  onMoved: readonly OnCreditsMoved[],
): Promise<
  Result<Pick<Outcome<unknown>, 'events' | 'changes'> & { readonly after: readonly KeptCredit[] }, Refusal>
> => {
  const context = await creditContext(asked, plan, post)
  const events: Outcome<unknown>['events'][number][] = []
  const changes: Change[] = []
  const after: KeptCredit[] = []
  let moved = false
  for (const held of credits) {
    const decided = decideCredit(held.model, command, context)
    if (!decided.ok) return decided
    const saved = await creditKeeper.save(asked.tx, held, decided.value.next)
    events.push(...decided.value.events)
    changes.push(creditKeeper.change(held, saved))
    after.push(saved)
    moved ||= counts(held.model) !== counts(saved.model)
  }
  if (moved) {
    const by = { personId: asked.actor.personId, post }
    for (const hook of onMoved) changes.push(...(await hook(asked.tx, plan.planId, asked.context, by)))
  }
  return ok({ events, changes, after })
}
