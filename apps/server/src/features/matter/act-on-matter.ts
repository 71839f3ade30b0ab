import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { MatterCommand, MatterContext } from '@quanheng/domain/matter/commands'
import { decideMatter } from '@quanheng/domain/matter/decide'
import type { Tx } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { seatsOn } from '../meeting/index.ts'
import { asDomainActor } from '../scoring/index.ts'
import { matterIsVisible, mattersVisibleTo } from './scope.ts'
import { type LoadedMatter, lockMatter, matterChange, saveMatter } from './store.ts'

export interface AskedOfMatters {
  readonly tx: Tx
  readonly actor: Actor
  readonly posts: readonly HeldPost[]
  readonly context: Context
}

export interface AskedOfOne extends AskedOfMatters {
  readonly params: { readonly matterId: string }
  readonly body: { readonly version: number }
}

export const matterContext = async (
  { tx, actor, context }: AskedOfMatters,
  unitId: string,
  post: HeldPost,
): Promise<MatterContext> => ({
  now: context.now.toISOString(),
  today: context.today,
  newId: context.newId,
  actor: asDomainActor(actor, post),
  seats: await seatsOn(tx, { unitId, kind: 'steeringGroup' }, context.today),
})

/** Held for a command; what is out of sight is not there. */
const hold = async ({ tx, actor, params, body }: AskedOfOne): Promise<Result<LoadedMatter, Refusal>> => {
  const seen = await tx
    .selectFrom('matter')
    .select('matter.id')
    .where('matter.id', '=', params.matterId)
    .where(matterIsVisible(mattersVisibleTo(actor)))
    .executeTakeFirst()
  const held = seen && (await lockMatter(tx, params.matterId))
  if (!held) return refuse('platform.notFound')
  const current = await sameVersion(tx, held.row, body.version)
  return current.ok ? ok(held) : current
}

/** Of the office, the head's own post before the others. */
const postOn = (posts: readonly HeldPost[], { row }: LoadedMatter): HeldPost | undefined =>
  posts.find(({ unitId, kind }) => unitId === row.unit_id && kind === 'steeringHead') ??
  posts.find(({ unitId }) => unitId === row.unit_id) ??
  posts[0]

/** Load, read, decide, save. `read` makes the command of what the body says, once it is certain that the matter is in sight. */
export const actOnMatter = async (
  asked: AskedOfOne,
  read: (held: LoadedMatter) => Promise<Result<MatterCommand, Refusal>>,
  choose: (posts: readonly HeldPost[], held: LoadedMatter) => HeldPost | undefined = postOn,
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const held = await hold(asked)
  if (!held.ok) return held
  const post = choose(asked.posts, held.value)
  if (post === undefined) return refuse('platform.notFound')
  const command = await read(held.value)
  if (!command.ok) return command
  const { matter } = held.value
  const decided = decideMatter(matter, command.value, await matterContext(asked, matter.unitId, post))
  if (!decided.ok) return decided
  const after = await saveMatter(asked.tx, held.value, decided.value.next)
  return ok({
    post,
    events: decided.value.events,
    changes: [matterChange(held.value, after)],
    reply: { version: after.row.version },
  })
}
