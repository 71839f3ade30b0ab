import type { Refusal } from '@quanheng/contract/errors'
import type { endPost, givePost } from '@quanheng/contract/organisation'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { mayHold } from '@quanheng/domain/organisation/post'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { notify } from '../../platform/work/notify.ts'
import { canonicalPost } from './canonical.ts'
import type { PostTable } from './tables.ts'

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
    const post: PostTable = {
      id: context.newId(),
      person_id: params.personId,
      unit_id: body.unitId,
      section_id: body.sectionId,
      kind: body.kind,
      title: body.title,
      acting: body.acting,
      from_date: body.from,
      to_date: body.to,
      version: 1,
    }
    const watched = await watchPosts(watching, tx, context.today)
    await tx.insertInto('post').values(post).execute()
    const kept = await watched()
    if (!kept.ok) return kept
    await tell(tx, context, post, 'notification.postGiven')
    return ok({
      post: posts[0] ?? null,
      events: [{ type: 'postGiven', ...canonicalPost(post) }],
      changes: [{ noun: 'post', id: post.id, version: 1, before: null, after: canonicalPost(post) }],
      reply: { id: post.id },
    })
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

/** Who has never signed in is told by the one-time link; a note that waits for them would only be old. */
const tell = async (
  tx: Tx,
  context: Context,
  post: PostTable,
  code: 'notification.postGiven' | 'notification.postEnded',
): Promise<void> => {
  const known = await tx
    .selectFrom('session')
    .select('person_id')
    .where('person_id', '=', post.person_id)
    .executeTakeFirst()
  if (known === undefined) return
  const unit = await tx.selectFrom('unit').select('name').where('id', '=', post.unit_id).executeTakeFirstOrThrow()
  const params = { unit: unit.name, kind: post.kind, from: post.from_date, to: post.to_date ?? '' }
  await notify(tx, context, [post.person_id], { code, params })
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
  const after: PostTable = { ...before, to_date: body.to, version: before.version + 1 }
  await tx
    .updateTable('post')
    .set({ to_date: after.to_date, version: after.version })
    .where('id', '=', after.id)
    .execute()
  await tell(tx, context, after, 'notification.postEnded')
  return ok({
    post: posts[0] ?? null,
    events: [{ type: 'postEnded', before: canonicalPost(before), after: canonicalPost(after) }],
    changes: [
      {
        noun: 'post',
        id: after.id,
        version: after.version,
        before: canonicalPost(before),
        after: canonicalPost(after),
      },
    ],
    reply: {},
  })
}
