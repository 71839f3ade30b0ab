import type { CommandContext } from '@quanheng/domain/kernel/command-context'
import type { Tx } from '../database/database.ts'
import { type Actor, asDomainActor, type HeldPost } from './actor.ts'
import type { Context } from './context.ts'

/** What every command of the door brings beside its own words. */
export interface Asking {
  readonly tx: Tx
  readonly actor: Actor
  /** The actor's posts that carry the ability. */
  readonly posts: readonly HeldPost[]
  readonly context: Context
}

/** What any decision may know, under the post it is given under; a noun adds what else its own may. */
export const commandContext = (
  { actor, context }: Pick<Asking, 'actor' | 'context'>,
  post: HeldPost,
): CommandContext => ({
  now: context.now.toISOString(),
  today: context.today,
  newId: context.newId,
  actor: asDomainActor(actor, post),
})
