import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Tx } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { noticeForUpdate, planOfVisible } from './store.ts'
import type { NoticeImportRow } from './tables.ts'

export interface Asked {
  readonly tx: Tx
  readonly actor: Actor
  readonly posts: readonly HeldPost[]
  readonly params: { readonly noticeId: string }
  readonly body: { readonly version: number }
}

export interface Held {
  readonly row: NoticeImportRow
  readonly post: HeldPost
  /** A draft of it is being worked on, or was issued; one that was given up frees the notice. */
  readonly drafted: boolean
}

/** Loads and locks, the plan before the notice as everywhere; a notice of another body is not there. */
export const holdNotice = async ({ tx, actor, posts, params, body }: Asked): Promise<Result<Held, Refusal>> => {
  const seen = await planOfVisible(tx, actor, params.noticeId)
  if (seen === undefined) return refuse('platform.notFound')
  const plan =
    seen.plan_id === null
      ? undefined
      : await tx.selectFrom('plan').select('state').where('id', '=', seen.plan_id).forUpdate().executeTakeFirst()
  const row = await noticeForUpdate(tx, actor, params.noticeId)
  const post = posts.find(({ unitId }) => unitId === row?.unit_id)
  if (row === undefined || post === undefined) return refuse('platform.notFound')
  const current = await sameVersion(tx, row, body.version)
  return current.ok ? ok({ row, post, drafted: plan !== undefined && plan.state !== 'discarded' }) : current
}
