import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/late-entry'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import {
  askLateEntry,
  decideLateEntry,
  type LateEntryCommand,
  type LateEntryMove,
} from '@quanheng/domain/late-entry/decide'
import type { LateEntry } from '@quanheng/domain/late-entry/model'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { datumChange, type LoadedDatum, lockData, saveData, sidesOfPost } from '../collection/index.ts'
import {
  dataRowsOf,
  insertLateEntry,
  type LoadedLateEntry,
  lateEntryChange,
  lockLateEntry,
  saveLateEntry,
  waitingFor,
} from './store.ts'

type Reply = { id: string; version: number }
type Done = Promise<Result<Outcome<Reply>, Refusal>>

const contextOf = (asked: Asking, post: HeldPost, data: readonly LoadedDatum[]) => ({
  ...commandContext(asked, post),
  data: data.map(({ row, datum }) => ({ datum, due: row.due })),
})

const standing = (posts: readonly HeldPost[], data: readonly LoadedDatum[], side: 'asked' | 'scoring') =>
  posts.find((post) => data.some((one) => sidesOfPost(post, one).includes(side)))

const said = (text: string): string => normaliseText(text).trim()

/** The figures of the item, locked in the order of their ids. */
const holdItem = async ({ tx }: Asking, item: Pick<LateEntry, 'planId' | 'leafKey' | 'unitId' | 'askedUnitId'>) =>
  lockData(
    tx,
    (await dataRowsOf(tx, [item])).map(({ id }) => id),
  )

/** Every figure that the act speaks of is named in it, changed or not: so its history tells of the request. */
const finish = async (
  asked: Asking,
  post: HeldPost,
  { before, after }: { readonly before: LoadedLateEntry | null; readonly after: LoadedLateEntry },
  { events, unlocked }: Pick<LateEntryMove, 'events' | 'unlocked'>,
  data: readonly LoadedDatum[],
): Done => {
  const changed = unlocked.flatMap((next) => {
    const one = data.find(({ row }) => row.id === next.id)
    return one ? [{ before: one, next }] : []
  })
  const saved = changed.length === 0 ? [] : await saveData(asked.tx, changed, asked.context)
  const named = new Set(events.flatMap((event) => (event.type === 'datumLateEntry' ? [event.datumId] : [])))
  const changes = data
    .filter(({ row }) => named.has(row.id))
    .map((one) => datumChange(one, saved.find(({ row }) => row.id === one.row.id) ?? one))
  const reply = { id: after.row.id, version: after.row.version }
  return ok({ post, events, changes: [lateEntryChange(before, after), ...changes], reply })
}

export const ask: CommandHandler<typeof contract.askLateEntry> = async (asked) => {
  const [named] = await lockData(asked.tx, [asked.params.datumId])
  const post = named?.row.asked ? standing(asked.posts, [named], 'asked') : undefined
  if (!named || !post) return refuse('platform.notFound')
  const { leafKey, wantedUntil } = asked.body
  const { row } = named
  if (!row.leaf_keys.includes(leafKey)) return refuse('lateEntry.otherLeaf', { at: 'body.leafKey' })
  const item = { planId: row.plan_id, leafKey, unitId: row.unit_id, askedUnitId: row.asked_unit_id }
  const data = await holdItem(asked, item)
  const request = { ...item, reason: said(asked.body.reason), wantedUntil }
  const decided = askLateEntry(request, await waitingFor(asked.tx, item), contextOf(asked, post, data))
  if (!decided.ok) return decided
  const after = await insertLateEntry(asked.tx, decided.value.next)
  return finish(asked, post, { before: null, after }, decided.value, data)
}

const act = async (
  asked: Asking & { readonly params: { lateEntryId: string }; readonly body: { version: number } },
  side: 'asked' | 'scoring',
  command: LateEntryCommand,
): Done => {
  const before = await lockLateEntry(asked.tx, asked.params.lateEntryId)
  const data = before ? await holdItem(asked, before.entry) : []
  const post = standing(asked.posts, data, side)
  if (!before || !post) return refuse('platform.notFound')
  const current = await sameVersion(asked.tx, before.row, asked.body.version)
  if (!current.ok) return current
  const decided = decideLateEntry(before.entry, command, contextOf(asked, post, data))
  if (!decided.ok) return decided
  const after = await saveLateEntry(asked.tx, before, decided.value.next)
  return finish(asked, post, { before, after }, decided.value, data)
}

export const withdraw: CommandHandler<typeof contract.withdrawLateEntry> = (asked) =>
  act(asked, 'asked', { kind: 'withdraw' })

export const grant: CommandHandler<typeof contract.grantLateEntry> = (asked) =>
  act(asked, 'scoring', { kind: 'grant', until: asked.body.until, reason: said(asked.body.reason) })

export const decline: CommandHandler<typeof contract.declineLateEntry> = (asked) =>
  act(asked, 'scoring', { kind: 'decline', reason: said(asked.body.reason) })
