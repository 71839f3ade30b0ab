import type { Refusal } from '@quanheng/contract/errors'
import type { CircularCommand, CircularContext } from '@quanheng/domain/circular/commands'
import { decideCircular } from '@quanheng/domain/circular/decide'
import { type CircularContent, circularWord } from '@quanheng/domain/circular/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { letterheadFor } from '../approval/index.ts'
import { groupOf } from '../meeting/index.ts'
import { asDomainActor } from '../scoring/index.ts'
import { receiversOn } from './addressed.ts'
import { circularIsVisible, circularsVisibleTo } from './scope.ts'
import { circularChange, type LoadedCircular, lockCircular, saveCircular } from './store.ts'

export interface AskedOfCirculars {
  readonly tx: Tx
  readonly actor: Actor
  readonly posts: readonly HeldPost[]
  readonly context: Context
}

export interface AskedOfOne extends AskedOfCirculars {
  readonly params: { readonly circularId: string }
  readonly body: { readonly version?: number }
}

/** 第N期: one more than the last briefing of the unit in the year; two at once wait for each other at the unit. */
const nextIssue = async (tx: Tx, unitId: string, year: number): Promise<number> => {
  await tx.selectFrom('unit').select('id').where('id', '=', unitId).forUpdate().execute()
  const { last } = await tx
    .selectFrom('circular')
    .select((made) => made.fn.max('issue').as('last'))
    .where('unit_id', '=', unitId)
    .where('issue_year', '=', year)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** The red head that was chosen, or the unit's own for the kind, or the name of the group. */
export const letterheadOf = async (db: Reader, unitId: string, { kind, letterheadId }: CircularContent) => {
  const chosen =
    letterheadId === undefined
      ? undefined
      : await db
          .selectFrom('letterhead')
          .select(['organ', 'word'])
          .where('id', '=', letterheadId)
          .where('unit_id', '=', unitId)
          .executeTakeFirst()
  if (chosen) return chosen
  const word = circularWord[kind]
  const own = word === '简报' ? undefined : await letterheadFor(db, unitId, word)
  const group = await groupOf(db, unitId)
  return {
    organ: own?.organs.join('') ?? group?.name ?? '绩效考评领导小组',
    word: own?.word ?? (kind === 'briefing' ? '工作简报' : '文件'),
  }
}

const meetingDecided = async (db: Reader, unitId: string, meetingId: string | undefined): Promise<boolean> =>
  meetingId !== undefined &&
  (await db
    .selectFrom('meeting')
    .select('id')
    .where('id', '=', meetingId)
    .where('unit_id', '=', unitId)
    .where('state', 'in', ['concluded', 'issued'])
    .executeTakeFirst()) !== undefined

export const circularContext = async (
  { tx, actor, context }: AskedOfCirculars,
  unitId: string,
  content: CircularContent,
  post: HeldPost,
  issuing?: string,
): Promise<CircularContext> => ({
  now: context.now.toISOString(),
  today: context.today,
  newId: context.newId,
  actor: asDomainActor(actor, post),
  ...(await receiversOn(tx, unitId, content, context.today)),
  nextIssue: issuing === undefined ? 1 : await nextIssue(tx, unitId, Number(issuing.slice(0, 4))),
  letterhead: await letterheadOf(tx, unitId, content),
  meetingDecided: await meetingDecided(tx, unitId, content.meetingId),
})

/** Held for a command; what is out of sight is not there. */
const hold = async ({ tx, actor, params, body }: AskedOfOne): Promise<Result<LoadedCircular, Refusal>> => {
  const seen = await tx
    .selectFrom('circular')
    .select('circular.id')
    .where('circular.id', '=', params.circularId)
    .where(circularIsVisible(circularsVisibleTo(actor)))
    .executeTakeFirst()
  const held = seen && (await lockCircular(tx, params.circularId))
  if (!held) return refuse('platform.notFound')
  if (body.version === undefined) return ok(held)
  const current = await sameVersion(tx, held.row, body.version)
  return current.ok ? ok(held) : current
}

/** Of the office: head and director before the others. */
const postOn = (posts: readonly HeldPost[], { row }: LoadedCircular): HeldPost | undefined =>
  posts.find(({ unitId, kind }) => unitId === row.unit_id && (kind === 'steeringHead' || kind === 'officeDirector')) ??
  posts.find(({ unitId }) => unitId === row.unit_id) ??
  posts[0]

export interface DecidedCircular {
  readonly post: HeldPost
  readonly before: LoadedCircular
  readonly after: LoadedCircular
  readonly events: Outcome<unknown>['events']
}

/** Load, read, decide, save. `read` makes the command of what the body says, once it is certain that the circular is in sight. */
export const decideOnCircular = async (
  asked: AskedOfOne,
  read: (held: LoadedCircular) => Promise<Result<CircularCommand, Refusal>>,
  choose: (posts: readonly HeldPost[], held: LoadedCircular) => HeldPost | undefined = postOn,
): Promise<Result<DecidedCircular, Refusal>> => {
  const held = await hold(asked)
  if (!held.ok) return held
  const post = choose(asked.posts, held.value)
  if (post === undefined) return refuse('platform.notFound')
  const command = await read(held.value)
  if (!command.ok) return command
  const { unitId, content } = held.value.circular
  const issuing = command.value.kind === 'issue' ? command.value.on : undefined
  const decided = decideCircular(
    held.value.circular,
    command.value,
    await circularContext(asked, unitId, content, post, issuing),
  )
  if (!decided.ok) return decided
  const after = await saveCircular(asked.tx, held.value, decided.value.next)
  return ok({ post, before: held.value, after, events: decided.value.events })
}

/** The whole of a command that changes the circular alone. */
export const actOnCircular = async (
  ...given: Parameters<typeof decideOnCircular>
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const decided = await decideOnCircular(...given)
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  return ok({ post, events, changes: [circularChange(before, after)], reply: { version: after.row.version } })
}
