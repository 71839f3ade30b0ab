import { type Author, authorOf } from '@quanheng/domain/kernel/command-context'
import { fallResult } from '@quanheng/domain/result/blast-radius'
import type { FrozenResult } from '@quanheng/domain/result/model'
import type { Tx } from '../../platform/database/database.ts'
import { authorUnder } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { OnReopen } from '../collection/index.ts'
import type { OnCreditsMoved } from '../credit/index.ts'
import type { OnIssue } from '../plan/index.ts'
import { type LoadedResult, lockResultsOf, resultChange, saveResult } from './result-store.ts'

/** What rests on a locked version and falls with it, in the same transaction: the paper that is under approval. */
export type OnResultFall = (
  tx: Tx,
  result: FrozenResult,
  cause: string,
  context: Context,
  by: Author,
) => Promise<readonly Change[]>

/** Tells everything above that a locked version is void. */
export const fallAfter = async (
  tx: Tx,
  { result }: LoadedResult,
  context: Context,
  by: Author,
  onFall: readonly OnResultFall[],
): Promise<readonly Change[]> => {
  const changes: Change[] = []
  for (const hook of onFall) {
    changes.push(...(await hook(tx, result, result.voiding?.cause ?? '', context, authorOf(by))))
  }
  return changes
}

/** Locked versions of a plan that were not issued fall when what they were computed from moves. */
export const fallResultsOf = async (
  tx: Tx,
  planId: string,
  cause: string,
  context: Context,
  by: Author,
  onFall: readonly OnResultFall[],
): Promise<readonly Change[]> => {
  const changes: Change[] = []
  for (const held of await lockResultsOf(tx, planId)) {
    const fallen = fallResult(held.result, cause, { now: context.now.toISOString(), actor: by })
    if (fallen.events.length === 0) continue
    const after = await saveResult(tx, held, fallen.next)
    changes.push(resultChange(held, after), ...(await fallAfter(tx, after, context, by, onFall)))
  }
  return changes
}

/** 数据重新开放: a figure under a locked version leaves 已关闭. */
export const fallOnReopen =
  (onFall: readonly OnResultFall[]): OnReopen =>
  (tx, datum, reason, context, by) =>
    fallResultsOf(tx, datum.planId, `数据重新开放：${reason}`, context, by, onFall)

/** 加减分有变: totals count entries from their decision on, and say whether all are entered. */
export const fallOnCredits =
  (onFall: readonly OnResultFall[]): OnCreditsMoved =>
  (tx, planId, context, { personId, post }) =>
    fallResultsOf(tx, planId, '加减分核定有变', context, authorUnder({ personId }, post), onFall)

/** 方案变更: a locked version names the plan version that it was computed under. */
export const fallOnIssue =
  (onFall: readonly OnResultFall[]): OnIssue =>
  async (tx, plan, context, before) => {
    if (before === null) return []
    const { author } = await tx
      .selectFrom('plan_version')
      .select('author')
      .where('plan_id', '=', plan.planId)
      .where('number', '=', plan.number)
      .executeTakeFirstOrThrow()
    return fallResultsOf(tx, plan.planId, '方案变更', context, author, onFall)
  }
