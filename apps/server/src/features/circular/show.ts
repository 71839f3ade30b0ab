import type { showCircular } from '@quanheng/contract/circular'
import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import { type Circular, unsigned } from '@quanheng/domain/circular/model'
import { type CircularCommandKind, circularWorkflow } from '@quanheng/domain/circular/transitions'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { nextOnCircular } from '@quanheng/domain/workbench/next-on-circular'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { receiversOn } from './addressed.ts'
import { isOwn, lineOf, owedBy } from './list.ts'
import { isOfOffice, visibleCircular } from './read.ts'
import { receiptsOf } from './receipts.ts'
import type { KeptCircular } from './store.ts'

type Reply = ReplyOf<typeof showCircular>
type Names = ReadonlyMap<string, string>

const mayNow = (one: KeptCircular, actor: Actor): CircularCommandKind[] => {
  const { model: circular } = one
  const may = new Set(
    actor.posts.flatMap((post) =>
      commandsFor(circularWorkflow, circular.state, post.kind).filter(
        (command) => command === 'sign' || post.unitId === circular.unitId,
      ),
    ),
  )
  const wrote = circular.steps.findLast(({ command }) => ['begin', 'edit', 'propose'].includes(command))
  return [...may].filter((command) => {
    if (command === 'sign') return owedBy(one, actor).length > 0
    if (command === 'urge' || command === 'registerReceipt') return unsigned(circular).length > 0
    return command !== 'issue' || wrote?.by.personId !== actor.personId
  })
}

const nextShown = async (db: Reader, circular: Circular, names: Names, today: string): Promise<Reply['next']> => {
  const act = nextOnCircular(circular)
  if (act?.unitId === undefined) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const people = held.filter((post) => act.posts.includes(post.kind) && !act.except?.includes(post.personId))
  return {
    command: act.verb as CircularCommandKind,
    people: [...new Set(people.map(({ personName }) => personName))],
    unitName: names.get(act.unitId) ?? '',
  }
}

const meetingShown = async (db: Reader, meetingId: string | undefined): Promise<Reply['meeting']> => {
  if (meetingId === undefined) return null
  const row = await db.selectFrom('meeting').select(['id', 'agenda']).where('id', '=', meetingId).executeTakeFirst()
  return row ? { meetingId: row.id, title: row.agenda.title } : null
}

export const show = async (
  db: Reader,
  actor: Actor,
  circularId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const one = await visibleCircular(db, actor, circularId)
  if (!one) return refuse('platform.notFound')
  const { model: circular } = one
  const { content, standing, steps, unitId } = circular
  const office = isOfOffice(actor, one)
  const names = await namesOf(db, {
    units: [
      unitId,
      ...content.to.unitIds,
      ...content.to.posts.map((post) => post.unitId),
      ...steps.map(({ by }) => by.unitId),
    ],
    people: [...steps.map(({ by }) => by.personId), ...(standing.issued ? [standing.issued.by.personId] : [])],
  })
  const reached = standing.issued ? standing.receivers : (await receiversOn(db, unitId, content, today)).receivers
  const receipts = await receiptsOf(
    db,
    one,
    reached.filter((receiver) => office || isOwn(receiver, actor)),
    today,
  )
  return ok({
    ...lineOf(one, names, actor),
    letterheadId: content.letterheadId ?? null,
    bookId: content.bookId ?? null,
    source: content.source,
    wording: content.body,
    files: [...content.files],
    meeting: await meetingShown(db, content.meetingId),
    to: {
      group: content.to.group,
      units: content.to.unitIds.map((id) => ({ unitId: id, unitName: names.get(id) ?? '' })),
      posts: content.to.posts.map((post) => ({ ...post, unitName: names.get(post.unitId) ?? '' })),
    },
    issuedBy: standing.issued ? (names.get(standing.issued.by.personId) ?? '') : null,
    ofOffice: office,
    issueScan: office ? (standing.issued?.scanDigest ?? null) : null,
    receipts: receipts.map(({ key, unitName, receiver, ...receipt }) => ({
      key,
      unitName,
      post: receiver.post ?? null,
      personName: receiver.personName ?? null,
      readBy: receipt.readBy ?? null,
      readAt: receipt.readAt ?? null,
      signedBy: receipt.signedBy ?? null,
      signedAt: receipt.signedAt ?? null,
      scanDigest: receipt.scanDigest ?? null,
      mine: isOwn(receiver, actor),
    })),
    // How it was written is the office's; a receiver sees from its issue on, and of signing the own alone.
    steps: steps
      .filter(
        ({ command, by }) =>
          office || ['issue', 'urge', 'withdraw'].includes(command) || by.personId === actor.personId,
      )
      .map(({ command, by, at, words }) => ({
        command: command as Reply['steps'][number]['command'],
        by: names.get(by.personId) ?? '',
        unitName: names.get(by.unitId) ?? '',
        at,
        words,
      })),
    next: office ? await nextShown(db, circular, names, today) : null,
    may: mayNow(one, actor),
    today,
  })
}
