import type { Refusal } from '@quanheng/contract/errors'
import type { BodyOf } from '@quanheng/contract/route'
import type { recordItems as recordManyRoute, recordItem as recordRoute } from '@quanheng/contract/sheet'
import type { Deduction, Item } from '@quanheng/domain/item/model'
import { recordItem as decide, type ItemEvent, type ItemWords } from '@quanheng/domain/item/record'
import type { Basis } from '@quanheng/domain/kernel/basis'
import { parseExact, printExact } from '@quanheng/domain/kernel/exact'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { standingUnits } from '@quanheng/domain/sheet/model'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { type HeldSheet, holdSheet } from './act-on-sheet.ts'
import { itemChange, updateItem } from './item-store.ts'
import { scoringPosts } from './scope.ts'

type Given = BodyOf<typeof recordManyRoute>['rows'][number]

const basisRead = (basis: Basis): Basis => {
  switch (basis.kind) {
    case 'clause':
      return {
        kind: 'clause',
        article: normaliseName(basis.article),
        ...(basis.document !== undefined && { document: normaliseName(basis.document) }),
        ...(basis.text !== undefined && { text: normaliseText(basis.text) }),
      }
    case 'interpretation':
      return { ...basis, by: normaliseName(basis.by), reason: normaliseText(basis.reason).trim() }
    case 'default':
      return basis
  }
}

/** Lost points as the page shows them, `18/13` included, or as somebody types a part of them. */
const pointsRead = (text: string): ReturnType<typeof readQuantity> => {
  const exact = parseExact(text)
  return exact.ok ? ok(printExact(exact.value)) : readQuantity(text)
}

const deductionsRead = (given: Given['deductions'], at: string): Result<readonly Deduction[], Refusal> => {
  const read: Deduction[] = []
  for (const [index, { points, reason, basis }] of given.entries()) {
    const quantity = pointsRead(points)
    if (!quantity.ok) return fail({ ...quantity.error, at: `${at}deductions.${index}.points` })
    read.push({ points: quantity.value, reason: normaliseText(reason).trim(), basis: basisRead(basis) })
  }
  return ok(read)
}

const wordsRead = (given: Given, at: string): Result<ItemWords, Refusal> => {
  const deductions = deductionsRead(given.deductions, at)
  if (!deductions.ok) return deductions
  return ok({
    dataSource: normaliseName(given.dataSource),
    ...(given.basis !== null && { basis: basisRead(given.basis) }),
    deductions: deductions.value,
  })
}

interface Recorded {
  readonly post: HeldPost
  readonly events: readonly ItemEvent[]
  readonly changes: readonly Change[]
  readonly items: readonly Item[]
}

const recordOne = async (
  asked: Asking,
  held: HeldSheet,
  post: HeldPost,
  given: Given,
  at: string,
): Promise<Result<{ readonly before: Item; readonly after: Item; readonly events: readonly ItemEvent[] }, Refusal>> => {
  const row = held.composed.rows.find(({ item }) => item.id === given.itemId)
  if (!row || !standingUnits(held.sheet).includes(row.item.unitId)) return refuse('platform.notFound')
  const current = await sameVersion(asked.tx, row.item, given.version)
  if (!current.ok) return current
  const words = wordsRead(given, at)
  if (!words.ok) return words
  const decided = decide(row.item, words.value, {
    ...commandContext(asked, post),
    sheetState: held.sheet.state,
  })
  if (!decided.ok) return decided
  await updateItem(asked.tx, decided.value.next)
  return ok({ before: row.item, after: decided.value.next, events: decided.value.events })
}

/** Records every row, or none: the refusal says which row it is about. */
const record = async (asked: Asking, sheetId: string, rows: readonly Given[]): Promise<Result<Recorded, Refusal>> => {
  const held = await holdSheet(asked, sheetId, null, 'update')
  if (!held.ok) return held
  const [post] = scoringPosts(asked.posts, held.value.row)
  if (!post) return refuse('platform.notFound')
  const events: ItemEvent[] = []
  const changes: Change[] = []
  const items: Item[] = []
  for (const [index, given] of rows.entries()) {
    const place = rows.length === 1 ? 'body.' : `body.rows.${index}.`
    const one = await recordOne(asked, held.value, post, given, place)
    if (!one.ok) return fail(rows.length === 1 ? one.error : { ...one.error, at: one.error.at ?? `body.rows.${index}` })
    events.push(...one.value.events)
    changes.push(itemChange(one.value.before, one.value.after))
    items.push(one.value.after)
  }
  return ok({ post, events, changes, items })
}

export const recordItem: CommandHandler<typeof recordRoute> = async ({ params, body, ...asked }) => {
  const done = await record(asked, params.sheetId, [{ itemId: params.itemId, ...body }])
  if (!done.ok) return done
  const { post, events, changes, items } = done.value
  return ok({ post, events, changes, reply: { version: items[0]?.version ?? body.version } })
}

export const recordItems: CommandHandler<typeof recordManyRoute> = async ({ params, body, ...asked }) => {
  const twice = body.rows.findIndex((row, at) => body.rows.findIndex((other) => other.itemId === row.itemId) !== at)
  if (twice !== -1) return refuse('platform.badInput', { at: `body.rows.${twice}`, params: { where: `rows.${twice}` } })
  const done = await record(asked, params.sheetId, body.rows)
  if (!done.ok) return done
  const { post, events, changes, items } = done.value
  return ok({ post, events, changes, reply: { rows: items.map(({ id, version }) => ({ itemId: id, version })) } })
}
