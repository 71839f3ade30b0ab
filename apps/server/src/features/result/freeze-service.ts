import type { Refusal } from '@quanheng/contract/errors'
import type { computeRun, freezeResult, voidResult } from '@quanheng/contract/result'
import { authorOf, type CommandContext } from '@quanheng/domain/kernel/command-context'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { fallResult } from '@quanheng/domain/result/blast-radius'
import { decideResult } from '@quanheng/domain/result/decide'
import { freezeRun } from '@quanheng/domain/result/freeze'
import type { FrozenResult } from '@quanheng/domain/result/model'
import type { Tx } from '../../platform/database/database.ts'
import { asDomainActor, type HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { type IssuedPlan, lockIssuedPlan } from '../plan/index.ts'
import { aggregateSheets, lockSheetsOfPlan } from '../scoring/index.ts'
import { fallAfter, type OnResultFall } from './fall-results.ts'
import { blockersOf, freezeGround, groundOf } from './ground.ts'
import { openPaper } from './paper-store.ts'
import { lockReportsOf } from './report-store.ts'
import { insertResult, lockResult, lockResultsOf, resultChange, saveResult } from './result-store.ts'
import { canonicalRunRow, keepRun } from './run-store.ts'
import { carryingPosts, resultsVisibleTo, seesResultsOf } from './scope.ts'

interface HeldPlan {
  readonly plan: IssuedPlan
  readonly post: HeldPost
}

/** The plan, held against the next issue, with the post on its owner's side that this person acts under. */
const holdPlanOf = async ({ tx, posts }: Asking, planId: string): Promise<Result<HeldPlan, Refusal>> => {
  const plan = await lockIssuedPlan(tx, planId)
  const post = plan === null ? undefined : carryingPosts(posts, plan)[0]
  return plan === null || post === undefined ? refuse('platform.notFound') : ok({ plan, post })
}

/** Lock order: plan, sheets, reports, results. */
const holdGround = async (tx: Tx, plan: IssuedPlan) => {
  await lockSheetsOfPlan(tx, plan.planId)
  await lockReportsOf(tx, plan.planId)
  await lockResultsOf(tx, plan.planId)
  return groundOf(tx, plan)
}

export const compute: CommandHandler<typeof computeRun> = async (asked) => {
  const held = await holdPlanOf(asked, asked.params.planId)
  if (!held.ok) return held
  const { plan, post } = held.value
  const ground = await groundOf(asked.tx, plan)
  const [blocker] = blockersOf(ground, asked.context.today)
  if (blocker) return { ok: false, error: blocker }
  const author = authorOf(asDomainActor(asked.actor, post))
  const kept = await keepRun(asked.tx, ground.content, author, asked.context)
  return ok({
    post,
    events: [{ type: 'runComputed', runDigest: kept.digest, factsDigest: kept.factsDigest, fresh: kept.fresh }],
    changes: kept.fresh
      ? [{ noun: 'run', id: kept.id, version: 1, before: null, after: canonicalRunRow(ground.content) }]
      : [],
    reply: { runDigest: kept.digest },
  })
}

/** An earlier locked version that was not issued gives way to the new one. */
const giveWay = async (
  asked: Asking,
  frozen: FrozenResult,
  earlier: Awaited<ReturnType<typeof lockResultsOf>>,
  context: CommandContext,
  onFall: readonly OnResultFall[],
): Promise<readonly Change[]> => {
  const changes: Change[] = []
  for (const one of earlier) {
    const fallen = fallResult(one.result, `重新锁定：${frozen.runDigest.slice(0, 12)}`, context)
    if (fallen.events.length === 0) continue
    const after = await saveResult(asked.tx, one, fallen.next)
    changes.push(resultChange(one, after), ...(await fallAfter(asked.tx, after, asked.context, context.actor, onFall)))
  }
  return changes
}

export const freezeWith =
  (onFall: readonly OnResultFall[]): CommandHandler<typeof freezeResult> =>
  async (asked) => {
    const held = await holdPlanOf(asked, asked.params.planId)
    if (!held.ok) return held
    const { plan, post } = held.value
    const ground = await holdGround(asked.tx, plan)
    const context = commandContext(asked, post)
    const decided = freezeRun(plan.planId, freezeGround(ground, asked.body.runDigest), context)
    if (!decided.ok) return decided
    const kept = await keepRun(asked.tx, ground.content, authorOf(context.actor), asked.context)
    const sheets = await aggregateSheets(asked.tx, ground.sheets, context.actor, asked.context)
    if (!sheets.ok) return sheets
    const gone = await giveWay(asked, decided.value.next, ground.results, context, onFall)
    const frozen = await insertResult(asked.tx, decided.value.next, plan.ownerUnitId)
    const paper = await openPaper(asked.tx, frozen, ground.content, plan, asked.context)
    return ok({
      post,
      events: [...decided.value.events, ...sheets.value.events],
      changes: [
        ...(kept.fresh
          ? [{ noun: 'run', id: kept.id, version: 1, before: null, after: canonicalRunRow(ground.content) }]
          : []),
        ...sheets.value.changes,
        ...gone,
        resultChange(null, frozen),
        ...paper,
      ],
      reply: { resultId: frozen.row.id, runDigest: kept.digest },
    })
  }

export const voidWith =
  (onFall: readonly OnResultFall[]): CommandHandler<typeof voidResult> =>
  async (asked) => {
    const { tx, actor, posts, params, body } = asked
    const found = await tx
      .selectFrom('result')
      .select(['plan_id', 'owner_unit_id'])
      .where('id', '=', params.resultId)
      .executeTakeFirst()
    if (found === undefined || !seesResultsOf(resultsVisibleTo(actor), found.owner_unit_id))
      return refuse('platform.notFound')
    const post = posts.find((one) => one.unitId === found.owner_unit_id)
    if (post === undefined) return refuse('platform.notFound')
    await lockIssuedPlan(tx, found.plan_id)
    const held = await lockResult(tx, params.resultId)
    if (held === undefined) return refuse('platform.notFound')
    const current = await sameVersion(tx, held.row, body.version)
    if (!current.ok) return current
    const context = commandContext(asked, post)
    const decided = decideResult(held.result, { kind: 'void', cause: body.cause }, context)
    if (!decided.ok) return decided
    const after = await saveResult(tx, held, decided.value.next)
    return ok({
      post,
      events: decided.value.events,
      changes: [resultChange(held, after), ...(await fallAfter(tx, after, asked.context, context.actor, onFall))],
      reply: { version: after.row.version },
    })
  }
