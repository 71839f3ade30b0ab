import type { Refusal } from '@quanheng/contract/errors'
import type { endPost, givePost } from '@quanheng/contract/organisation'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { mayHold } from '@quanheng/domain/organisation/post'
import type { Tx } from '../../platform/database/database.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { endPostOn, enterPost } from './enter.ts'

/**
 * Begun before posts or people change, asked when they have: whether the change opens something that no rule about one person's
 * own posts sees.
 */
export type OnPosts = (tx: Tx, today: string) => Promise<() => Promise<Result<null, Refusal>>>

/** The answer of everybody who watches posts. */
export const watchPosts = async (watching: readonly OnPosts[], tx: Tx, today: string) => {
  const asks: (() => Promise<Result<null, Refusal>>)[] = []
  for (const begin of watching) asks.push(await begin(tx, today))
  return async (): Promise<Result<null, Refusal>> => {
    for (const ask of asks) {
      const answer = await ask()
      if (!answer.ok) return answer
    }
    return ok(null)
  }
}

export const assignPostWith =
  (watching: readonly OnPosts[]): CommandHandler<typeof givePost> =>
  async ({ tx, posts, context, params, body }) => {
    const placed = await checkPlace(tx, params.personId, body.unitId, body.sectionId)
    if (!placed.ok) return placed
    const held = await tx.selectFrom('post').selectAll().where('person_id', '=', params.personId).execute()
    const allowed = mayHold(
      held.map((post) => ({
        kind: post.kind,
        unitId: post.unit_id,
        sectionId: post.section_id,
        from: post.from_date,
        to: post.to_date,
      })),
      body,
    )
    if (!allowed.ok) return allowed
    const watched = await watchPosts(watching, tx, context.today)
    const { row, event, change } = await enterPost(tx, context, {
      person_id: params.personId,
      unit_id: body.unitId,
      section_id: body.sectionId,
      kind: body.kind,
      title: body.title,
      acting: body.acting,
      from_date: body.from,
      to_date: body.to,
    })
    const kept = await watched()
    if (!kept.ok) return kept
    return ok({ post: posts[0] ?? null, events: [event], changes: [change], reply: { id: row.id } })
  }

/** Locks the person, so that two posts given at once see each other. */
const checkPlace = async (
  tx: Tx,
  personId: string,
  unitId: string,
  sectionId: string | null,
): Promise<Result<null, Refusal>> => {
  const person = await tx.selectFrom('person').selectAll().where('id', '=', personId).forUpdate().executeTakeFirst()
  const unit = await tx.selectFrom('unit').selectAll().where('id', '=', unitId).forShare().executeTakeFirst()
  if (person === undefined || unit === undefined) return refuse('platform.notFound')
  if (person.state === 'disabled') return refuse('person.disabled')
  if (unit.state === 'closed') return refuse('unit.closed')
  if (sectionId === null) return ok(null)
  const section = await tx.selectFrom('section').select('unit_id').where('id', '=', sectionId).executeTakeFirst()
  return section?.unit_id === unitId ? ok(null) : refuse('section.notOfUnit', { at: 'body.sectionId' })
}

export const dismiss: CommandHandler<typeof endPost> = async ({ tx, posts, context, params, body }) => {
  const before = await tx.selectFrom('post').selectAll().where('id', '=', params.postId).forUpdate().executeTakeFirst()
  if (before === undefined) return refuse('platform.notFound')
  const current = await sameVersion(tx, before, body.version)
  if (!current.ok) return current
  if (before.to_date !== null && before.to_date < context.today) {
    return refuse('post.ended', { params: { to: before.to_date } })
  }
  if (body.to < before.from_date) return refuse('post.periodBackwards', { at: 'body.to' })
  const { event, change } = await endPostOn(tx, context, before, body.to)
  return ok({ post: posts[0] ?? null, events: [event], changes: [change], reply: {} })
}
