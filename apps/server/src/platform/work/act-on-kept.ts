import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { RawBuilder } from 'kysely'
import type { Actor, HeldPost } from '../door/actor.ts'
import type { Asking } from '../door/asking.ts'
import type { Outcome } from '../door/outcome.ts'
import type { Keeper, Kept, KeptColumns } from './kept-object.ts'
import type { Step } from './steps.ts'

/** Of the office's posts the first of these kinds, then any of the office, then whatever the person holds. */
export const officePost = (
  posts: readonly HeldPost[],
  unitId: string,
  ...first: readonly HeldPost['kind'][]
): HeldPost | undefined =>
  posts.find((post) => post.unitId === unitId && first.includes(post.kind)) ??
  posts.find((post) => post.unitId === unitId) ??
  posts[0]

type Events = Outcome<unknown>['events']

/** How one noun is acted on: who sees it, under which post, and how the domain decides. */
export interface Acting<
  Row extends KeptColumns,
  Model extends { id: string; steps: readonly [Step, ...Step[]] },
  Command,
> {
  readonly keeper: Keeper<Row, Model>
  /** Condition of sight; what is out of sight is not there. */
  readonly seenBy: (actor: Actor) => RawBuilder<boolean>
  readonly postOn: (posts: readonly HeldPost[], held: Kept<Row, Model>) => HeldPost | undefined
  readonly decide: (
    asked: Asking,
    held: Kept<Row, Model>,
    command: Command,
    post: HeldPost,
  ) => Promise<Result<{ readonly next: Model; readonly events: Events }, Refusal>>
}

export interface Decided<Row, Model> {
  readonly post: HeldPost
  readonly before: Kept<Row, Model>
  readonly after: Kept<Row, Model>
  readonly events: Events
}

/**
 * Hold, read, decide, save. `read` makes the command of what the body says, once it is certain that the object is in sight;
 * `choose` takes the post where the noun's own choice does not fit this command.
 */
export const decideOn = async <
  Row extends KeptColumns,
  Model extends { id: string; steps: readonly [Step, ...Step[]] },
  Command,
>(
  acting: Acting<Row, Model, Command>,
  asked: Asking,
  at: { readonly id: string; readonly version?: number | undefined },
  read: (held: Kept<Row, Model>) => Promise<Result<Command, Refusal>>,
  choose = acting.postOn,
): Promise<Result<Decided<Row, Model>, Refusal>> => {
  const { keeper, seenBy, decide } = acting
  const held = await keeper.hold(asked.tx, at, seenBy(asked.actor))
  if (!held.ok) return held
  const post = choose(asked.posts, held.value)
  if (post === undefined) return refuse('platform.notFound')
  const command = await read(held.value)
  if (!command.ok) return command
  const decided = await decide(asked, held.value, command.value, post)
  if (!decided.ok) return decided
  const after = await keeper.save(asked.tx, held.value, decided.value.next)
  return ok({ post, before: held.value, after, events: decided.value.events })
}

/** The whole of a command that changes one object alone. */
export const actOn = async <
  Row extends KeptColumns,
  Model extends { id: string; steps: readonly [Step, ...Step[]] },
  Command,
>(
  acting: Acting<Row, Model, Command>,
  ...given: [
    asked: Asking,
    at: { readonly id: string; readonly version?: number | undefined },
    read: (held: Kept<Row, Model>) => Promise<Result<Command, Refusal>>,
    choose?: Acting<Row, Model, Command>['postOn'],
  ]
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const decided = await decideOn(acting, ...given)
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  return ok({ post, events, changes: [acting.keeper.change(before, after)], reply: { version: after.row.version } })
}
