import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { MeetingCommand, MeetingContext } from '@quanheng/domain/meeting/commands'
import { decideMeeting } from '@quanheng/domain/meeting/decide'
import type { MeetingKind } from '@quanheng/domain/meeting/model'
import type { Tx } from '../../platform/database/database.ts'
import { type Actor, type HeldPost, unitIdsOf } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { mattersOf } from './matters.ts'
import { meetingIsVisible, meetingsVisibleTo } from './scope.ts'
import { seatsOn } from './seats.ts'
import { type LoadedMeeting, lockMeeting, meetingChange, saveMeeting } from './store.ts'

export interface AskedOfMeeting {
  readonly tx: Tx
  readonly actor: Actor
  readonly posts: readonly HeldPost[]
  readonly context: Context
}

export interface AskedOfOne extends AskedOfMeeting {
  readonly params: { readonly meetingId: string }
  readonly body: { readonly version: number }
}

export const meetingContext = async (
  { tx, actor, context }: AskedOfMeeting,
  { unitId, kind }: { readonly unitId: string; readonly kind: MeetingKind },
  post: HeldPost,
): Promise<MeetingContext> => ({
  now: context.now.toISOString(),
  today: context.today,
  newId: context.newId,
  actor: {
    personId: actor.personId,
    postId: post.id,
    post: post.kind,
    unitId: post.unitId,
    ...(post.sectionId !== null && { sectionId: post.sectionId }),
    ownUnitIds: unitIdsOf(actor.posts),
  },
  seats: await seatsOn(tx, { unitId, kind }, context.today),
  matters: await mattersOf(tx, unitId),
})

/** Held for a command; what is out of sight is not there. */
const holdMeeting = async ({ tx, actor, params, body }: AskedOfOne): Promise<Result<LoadedMeeting, Refusal>> => {
  const seen = await tx
    .selectFrom('meeting')
    .select('meeting.id')
    .where('meeting.id', '=', params.meetingId)
    .where(meetingIsVisible(meetingsVisibleTo(actor)))
    .executeTakeFirst()
  const held = seen && (await lockMeeting(tx, params.meetingId))
  if (!held) return refuse('platform.notFound')
  const current = await sameVersion(tx, held.row, body.version)
  return current.ok ? ok(held) : current
}

/** Of the office first, the head's own post before the others. */
const postOn = (posts: readonly HeldPost[], unitId: string): HeldPost | undefined =>
  posts.find((post) => post.unitId === unitId && post.kind === 'steeringHead') ??
  posts.find((post) => post.unitId === unitId) ??
  posts[0]

export interface DecidedMeeting {
  readonly post: HeldPost
  readonly before: LoadedMeeting
  readonly after: LoadedMeeting
  readonly events: Outcome<unknown>['events']
}

/** Load, read, decide, save. `read` makes the command of what the body says, once it is certain that the meeting is in sight. */
export const decideOnMeeting = async (
  asked: AskedOfOne,
  read: (held: LoadedMeeting) => Promise<Result<MeetingCommand, Refusal>>,
  choose: (posts: readonly HeldPost[], held: LoadedMeeting) => HeldPost | undefined = (posts, { row }) =>
    postOn(posts, row.unit_id),
): Promise<Result<DecidedMeeting, Refusal>> => {
  const held = await holdMeeting(asked)
  if (!held.ok) return held
  const post = choose(asked.posts, held.value)
  if (post === undefined) return refuse('platform.notFound')
  const command = await read(held.value)
  if (!command.ok) return command
  const decided = decideMeeting(
    held.value.meeting,
    command.value,
    await meetingContext(asked, held.value.meeting, post),
  )
  if (!decided.ok) return decided
  const after = await saveMeeting(asked.tx, held.value, decided.value.next)
  return ok({ post, before: held.value, after, events: decided.value.events })
}

/** The whole of a command that changes the meeting alone. */
export const actOnMeeting = async (
  ...given: Parameters<typeof decideOnMeeting>
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const decided = await decideOnMeeting(...given)
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  return ok({ post, events, changes: [meetingChange(before, after)], reply: { version: after.row.version } })
}
