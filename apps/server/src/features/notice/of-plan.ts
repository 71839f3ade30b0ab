import type { Refusal } from '@quanheng/contract/errors'
import type { noticesOfPlan } from '@quanheng/contract/notice'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { planIsVisible, plansVisibleTo } from '../plan/index.ts'
import { drafting } from './store.ts'
import type { NoticeImportRow } from './tables.ts'

/** An adjusting notice only proposed its changes: no place of the plan is its own. */
export const isProposal = ({ plan_id: planId, sources }: Pick<NoticeImportRow, 'plan_id' | 'sources'>): boolean =>
  planId !== null && Object.keys(sources).length === 0

/** The import that a plan rests on now: the one imported last of those that went into it. */
export const latestOf = (db: Reader, planId: string) =>
  db
    .selectFrom('notice_import')
    .select(['id', 'imported_at as importedAt'])
    .where('plan_id', '=', planId)
    .where(sql<boolean>`sources <> '{}'::jsonb`)
    .orderBy('imported_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

/** The latest first: where two of them name a place of the plan, the later one counts. */
export const noticesBehind = async (
  db: Reader,
  actor: Actor,
  planId: string,
): Promise<Result<ReplyOf<typeof noticesOfPlan>, Refusal>> => {
  const plan = await db
    .selectFrom('plan')
    .select('id')
    .where('plan.id', '=', planId)
    .where(planIsVisible(plansVisibleTo(actor)))
    .executeTakeFirst()
  if (plan === undefined) return refuse('platform.notFound')
  const rows = await db
    .selectFrom('notice_import')
    .select(['id as noticeId', 'file_name as fileName', 'sources'])
    .where('plan_id', '=', planId)
    .where('unit_id', 'in', drafting(actor))
    .orderBy('imported_at', 'desc')
    .orderBy('id')
    .execute()
  return ok({ rows })
}
