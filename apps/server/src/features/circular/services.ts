import type * as contract from '@quanheng/contract/circular'
import type { Refusal } from '@quanheng/contract/errors'
import type { BodyOf } from '@quanheng/contract/route'
import { maySign } from '@quanheng/domain/circular/decide'
import type { CircularContent } from '@quanheng/domain/circular/model'
import { normaliseCode, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { Asking } from '../../platform/door/asking.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { keepFromScoring } from '../../platform/files/unscored.ts'
import { burnTaken, type CarriesNumber, takeFromBook } from '../approval/index.ts'
import { actOnCircular, decideOnCircular } from './act-on-circular.ts'
import { draftCircular } from './draft.ts'
import { circularKeeper, type KeptCircular } from './store.ts'

const trimmed = (text: string): string => normaliseText(text).trim()

type ContentBody = BodyOf<typeof contract.beginCircular>['content']

/** Units and letterhead that a content names are known; what belongs to another office is not there. */
const namedKnown = async ({ tx }: Asking, body: ContentBody, unitId: string): Promise<Result<null, Refusal>> => {
  const ids = [...new Set([...body.toUnitIds, ...body.toPosts.map((post) => post.unitId)])]
  const known = ids.length === 0 ? [] : await tx.selectFrom('unit').select('id').where('id', 'in', ids).execute()
  if (known.length !== ids.length) return refuse('platform.notFound', { at: 'body.content.toUnitIds' })
  if (body.bookId !== null) {
    const book = await tx
      .selectFrom('number_book')
      .select('id')
      .where('id', '=', body.bookId)
      .where('unit_id', '=', unitId)
      .executeTakeFirst()
    if (!book) return refuse('platform.notFound', { at: 'body.content.bookId' })
  }
  if (body.letterheadId !== null) {
    const head = await tx
      .selectFrom('letterhead')
      .select('id')
      .where('id', '=', body.letterheadId)
      .where('unit_id', '=', unitId)
      .executeTakeFirst()
    if (!head) return refuse('platform.notFound', { at: 'body.content.letterheadId' })
  }
  if (body.meetingId !== null) {
    const meeting = await tx
      .selectFrom('meeting')
      .select('id')
      .where('id', '=', body.meetingId)
      .where('unit_id', '=', unitId)
      .executeTakeFirst()
    if (!meeting) return refuse('platform.notFound', { at: 'body.content.meetingId' })
  }
  return ok(null)
}

const readContent = async (
  asked: Asking,
  body: ContentBody,
  unitId: string,
  earlier: readonly string[] = [],
): Promise<Result<CircularContent, Refusal>> => {
  const digests = body.files.map(({ digest }) => digest)
  const sent = await filesSent(asked, digests, earlier, 'body.content.files')
  if (!sent.ok) return sent
  const known = await namedKnown(asked, body, unitId)
  if (!known.ok) return known
  return ok({
    kind: body.kind,
    topic: body.topic,
    title: trimmed(body.title),
    source: trimmed(body.source),
    body: trimmed(body.wording),
    files: body.files.map(({ digest, name }) => ({ digest, name })),
    ...(body.meetingId !== null && { meetingId: body.meetingId }),
    ...(body.letterheadId !== null && { letterheadId: body.letterheadId }),
    ...(body.bookId !== null && { bookId: body.bookId }),
    to: {
      group: body.toGroup,
      unitIds: [...new Set(body.toUnitIds)],
      posts: body.toPosts.map(({ unitId: of, post }) => ({ unitId: of, post })),
    },
    signBy: body.signBy ?? '',
  })
}

export const begin: CommandHandler<typeof contract.beginCircular> = async ({ body, ...asked }) => {
  const [post] = asked.posts
  if (post === undefined) return refuse('platform.notFound')
  const content = await readContent(asked, body.content, post.unitId)
  if (!content.ok) return content
  const drafted = await draftCircular(asked, content.value, post)
  if (!drafted.ok) return drafted
  const { circularId, events, change } = drafted.value
  return ok({ post, events, changes: [change], reply: { circularId } })
}

export const edit: CommandHandler<typeof contract.editCircular> = (asked) =>
  actOnCircular(asked, async ({ row }) => {
    const content = await readContent(asked, asked.body.content, row.unit_id, row.file_digests)
    return content.ok ? ok({ kind: 'edit', content: content.value }) : content
  })

export const propose: CommandHandler<typeof contract.proposeCircular> = (asked) =>
  actOnCircular(asked, async () => ok({ kind: 'propose' }))

/** Goes out: its number from a book or as the OA gave it, a briefing as the next of its year; its files prove nothing from here on. */
export const issue: CommandHandler<typeof contract.issueCircular> = async (asked) => {
  const { on, scanDigest } = asked.body
  const taken: Change[] = []
  let documentNumber = normaliseCode(asked.body.documentNumber)
  const decided = await decideOnCircular(asked, async ({ row, model: circular }) => {
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    if (!sent.ok) return sent
    const { kind, title, bookId } = circular.content
    if (bookId !== undefined && circular.state === 'toIssue' && kind !== 'briefing') {
      const drawn = await takeFromBook(asked, { bookId, unitId: row.unit_id, title, on })
      if (!drawn.ok) return drawn
      documentNumber = drawn.value.documentNumber
      taken.push(drawn.value.change)
    }
    return ok({ kind: 'issue', on, documentNumber, ...(scanDigest !== null && { scanDigest }) })
  })
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  const { content, standing } = after.model
  const name = standing.issued?.documentNumber
  const title = name === undefined ? content.title : `${content.title}（${name}）`
  await keepFromScoring(
    asked.tx,
    content.files.map((file) => ({ ...file, title })),
  )
  return ok({
    post,
    events,
    changes: [circularKeeper.change(before, after), ...taken],
    reply: {
      version: after.row.version,
      documentNumber: standing.issued?.documentNumber ?? null,
      issue: standing.issued?.issue ?? null,
    },
  })
}

const withReason = (kind: 'return' | 'discard' | 'withdraw', reason: string) => async () =>
  ok({ kind, reason: trimmed(reason) })

export const sendBack: CommandHandler<typeof contract.returnCircular> = (asked) =>
  actOnCircular(asked, withReason('return', asked.body.reason))

export const discard: CommandHandler<typeof contract.discardCircular> = (asked) =>
  actOnCircular(asked, withReason('discard', asked.body.reason))

/** Called back: a number that came from the unit's own book is burned there with the reason. */
export const withdraw: CommandHandler<typeof contract.withdrawCircular> = async (asked) => {
  const decided = await decideOnCircular(asked, withReason('withdraw', asked.body.reason))
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  const { content, standing } = after.model
  const { bookId } = content
  const documentNumber = standing.issued?.documentNumber
  const reason = trimmed(asked.body.reason)
  const burned =
    bookId === undefined || documentNumber === undefined
      ? []
      : await burnTaken(asked, { bookId, documentNumber, reason })
  return ok({
    post,
    events,
    changes: [circularKeeper.change(before, after), ...burned],
    reply: { version: after.row.version },
  })
}

/** A number of a book that a circular took stays with it. */
export const circularCarries: CarriesNumber = async (db, { bookId, documentNumber }) =>
  (await db
    .selectFrom('circular')
    .select('id')
    .where(sql<boolean>`content ->> 'bookId' = ${bookId}`)
    .where(sql<boolean>`standing #>> '{issued,documentNumber}' = ${documentNumber}`)
    .executeTakeFirst()) !== undefined

/** The post under which this person signs for the receiver; without one, any, so that the refusal says why. */
const signingPost =
  (key: string, personId: string) =>
  (posts: Asking['posts'], { model: circular }: KeptCircular) => {
    const receiver = circular.standing.receivers.find((one) => one.key === key)
    return (
      posts.find((post) => receiver && maySign(receiver, { personId, unitId: post.unitId, post: post.kind })) ??
      posts[0]
    )
  }

export const sign: CommandHandler<typeof contract.signCircular> = (asked) =>
  actOnCircular(
    { ...asked, body: {} },
    async () => ok({ kind: 'sign', key: asked.body.key }),
    signingPost(asked.body.key, asked.actor.personId),
  )

export const registerReceipt: CommandHandler<typeof contract.registerCircularReceipt> = (asked) =>
  actOnCircular({ ...asked, body: {} }, async () => {
    const { key, scanDigest } = asked.body
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    return sent.ok ? ok({ kind: 'registerReceipt', key, scanDigest }) : sent
  })

export const urge: CommandHandler<typeof contract.urgeCircular> = (asked) =>
  actOnCircular(asked, async () => ok({ kind: 'urge' }))
