import type { Refusal } from '@quanheng/contract/errors'
import { addDays } from '@quanheng/domain/kernel/local-date'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PeopleLine, ProposedPost } from '@quanheng/domain/people-proposal/model'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change, Outcome } from '../../platform/door/outcome.ts'
import { type Entered, endPostOn, enterPerson, enterPost } from '../organisation/index.ts'

type Done = Pick<Outcome<unknown>, 'events' | 'changes'>

interface Carrying {
  readonly tx: Tx
  readonly context: Context
  readonly unitId: string
}

const personIdOf = async (tx: Tx, login: string): Promise<string> =>
  (await tx.selectFrom('login_name').select('person_id').where('login', '=', login).executeTakeFirstOrThrow()).person_id

const give = ({ tx, context, unitId }: Carrying, personId: string, post: ProposedPost) =>
  enterPost(tx, context, {
    person_id: personId,
    unit_id: unitId,
    section_id: post.sectionId,
    kind: post.kind,
    title: post.title,
    acting: post.acting,
    from_date: post.from,
    to_date: post.to,
  })

/** One held post, or all that this person holds in the unit past the day. */
const end = async (
  { tx, context, unitId }: Carrying,
  of: { readonly postId: string } | { readonly personId: string },
  lastDay: string,
): Promise<readonly Entered<unknown>[]> => {
  let held = tx.selectFrom('post').selectAll().where('unit_id', '=', unitId)
  held = 'postId' in of ? held.where('id', '=', of.postId) : held.where('person_id', '=', of.personId)
  const rows = await held
    .where((where) => where.or([where('to_date', 'is', null), where('to_date', '>', lastDay)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  const ended: Entered<unknown>[] = []
  for (const row of rows) ended.push(await endPostOn(tx, context, row, lastDay))
  return ended
}

const carryOutLine = async (
  carrying: Carrying,
  line: PeopleLine,
): Promise<Result<readonly Entered<unknown>[], Refusal>> => {
  const { tx, context } = carrying
  const { kind, login, name, phone, mail, post, heldPostId, lastDay } = line
  if (kind === 'joining') {
    const person = await enterPerson(tx, context, { login, name, phone, mail })
    if (person === null) return refuse('account.loginTaken', { params: { login } })
    return ok(post === null ? [person] : [person, await give(carrying, person.row.id, post)])
  }
  const personId = await personIdOf(tx, login)
  if (kind === 'leaving') return ok(await end(carrying, { personId }, lastDay ?? ''))
  const until = kind === 'ended' ? (lastDay ?? '') : post === null ? '' : addDays(post.from, -1)
  const ended = heldPostId === null ? [] : await end(carrying, { postId: heldPostId }, until)
  return ok(post === null ? ended : [...ended, await give(carrying, personId, post)])
}

/** A thing that several lines moved is told once: as it was before the first, and as it is after the last. */
const once = (changes: readonly Change[]): readonly Change[] =>
  [...Map.groupBy(changes, ({ id }) => id).values()].flatMap((same) => {
    const last = same.at(-1)
    return last === undefined ? [] : [{ ...last, before: same[0]?.before ?? null }]
  })

/** Approved lines in their order, as registering by hand would do them. They were judged, in this transaction, just before. */
export const carryOut = async (carrying: Carrying, lines: readonly PeopleLine[]): Promise<Result<Done, Refusal>> => {
  const entered: Entered<unknown>[] = []
  for (const line of lines) {
    const done = await carryOutLine(carrying, line)
    if (!done.ok) return done
    entered.push(...done.value)
  }
  return ok({ events: entered.map(({ event }) => event), changes: once(entered.map(({ change }) => change)) })
}
