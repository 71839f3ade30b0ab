import type { Refusal } from '@quanheng/contract/errors'
import type {
  addLetterhead as contractAdd,
  changeLetterhead as contractChange,
  listLetterheads,
} from '@quanheng/contract/number-book'
import type { ReplyOf } from '@quanheng/contract/route'
import { canonicalLetterhead, checkLetterhead, type Letterhead } from '@quanheng/domain/approval/letterhead'
import { normaliseCode, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import { type HeldPost, unitIdsOf } from '../../platform/door/actor.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { unitNames } from '../result/index.ts'
import type { LetterheadRow } from './tables.ts'

const headOf = ({ id, unit_id, organ, word, code, kinds, active }: LetterheadRow): Letterhead => ({
  id,
  unitId: unit_id,
  organ,
  word,
  code,
  kinds,
  active,
})

export const canonicalLetterheadRow = (row: LetterheadRow): object => ({
  ...canonicalLetterhead(headOf(row)),
  version: row.version,
})

const change = (before: LetterheadRow | null, after: LetterheadRow): Change => ({
  noun: 'letterhead',
  id: after.id,
  version: after.version,
  before: before === null ? null : canonicalLetterheadRow(before),
  after: canonicalLetterheadRow(after),
})

type Words = Pick<Letterhead, 'organ' | 'word' | 'code' | 'kinds'>
type Typed = Omit<Words, 'code'> & { readonly organCode: string }

/** As it is kept: without stray spaces, kinds once each. */
const tidy = ({ organ, word, organCode, kinds }: Typed): Words => ({
  organ: normaliseText(organ),
  word: normaliseText(word),
  code: normaliseCode(organCode),
  kinds: [...new Set(kinds)],
})

/** Another letterhead of the unit in use has the code. */
const another = async (tx: Tx, unitId: string, code: string, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('letterhead')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('code', '=', code)
    .where('active', '=', true)
    .where('id', '<>', id)
    .executeTakeFirst()) !== undefined

const checked = async (tx: Tx, unitId: string, words: Typed, id: string): Promise<Result<Words, Refusal>> => {
  const head = checkLetterhead(tidy(words))
  if (!head.ok) return head
  // Two at once at one unit's letterheads: the second waits here and then sees the first.
  await tx.selectFrom('unit').select('id').where('id', '=', unitId).forUpdate().execute()
  return (await another(tx, unitId, head.value.code, id))
    ? refuse('letterhead.exists', { at: 'body.organCode', params: { code: head.value.code } })
    : head
}

export const addLetterhead: CommandHandler<typeof contractAdd> = async ({ tx, posts, body, context }) => {
  const [post] = posts
  if (post === undefined) return refuse('platform.notFound')
  const id = context.newId()
  const head = await checked(tx, post.unitId, body, id)
  if (!head.ok) return head
  const row: LetterheadRow = { id, unit_id: post.unitId, ...head.value, active: true, version: 1 }
  await tx
    .insertInto('letterhead')
    .values({ ...row, kinds: json(row.kinds) })
    .execute()
  return ok({
    post,
    events: [{ type: 'letterheadAdded', letterheadId: id, code: row.code }],
    changes: [change(null, row)],
    reply: { letterheadId: id },
  })
}

export const changeLetterhead: CommandHandler<typeof contractChange> = async ({ tx, posts, params, body }) => {
  const before = await tx
    .selectFrom('letterhead')
    .selectAll()
    .where('id', '=', params.letterheadId)
    .forUpdate()
    .executeTakeFirst()
  const post = posts.find(({ unitId }) => unitId === before?.unit_id)
  if (before === undefined || post === undefined) return refuse('platform.notFound')
  const current = await sameVersion(tx, before, body.version)
  if (!current.ok) return current
  const head = body.active ? await checked(tx, before.unit_id, body, before.id) : checkLetterhead(tidy(body))
  if (!head.ok) return head
  const { organ, word, code, kinds } = head.value
  const after: LetterheadRow = { ...before, organ, word, code, kinds, active: body.active, version: before.version + 1 }
  await tx
    .updateTable('letterhead')
    .set({ organ, word, code, kinds: json(kinds), active: after.active, version: after.version })
    .where('id', '=', before.id)
    .execute()
  return ok({
    post,
    events: [{ type: 'letterheadChanged', letterheadId: after.id, active: after.active }],
    changes: [change(before, after)],
    reply: { version: after.version },
  })
}

export const letterheadsOf = async (
  db: Reader,
  posts: readonly HeldPost[],
): Promise<ReplyOf<typeof listLetterheads>> => {
  const units = unitIdsOf(posts)
  if (units.length === 0) return { rows: [] }
  const rows = await db
    .selectFrom('letterhead')
    .selectAll()
    .where('unit_id', 'in', units)
    .orderBy('active', 'desc')
    .orderBy('code')
    .execute()
  const names = await unitNames(db, units)
  return {
    rows: rows.map(({ unit_id, kinds, code, ...row }) => ({
      ...row,
      organCode: code,
      kinds: [...kinds],
      unitName: names.get(unit_id) ?? '',
    })),
  }
}

/** 发文机关标志 of a unit for a kind of paper, with its word; undefined where the unit keeps none. */
export const letterheadFor = async (db: Reader, unitId: string, kind: Letterhead['kinds'][number]) => {
  const rows = await db
    .selectFrom('letterhead')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('active', '=', true)
    .orderBy('code')
    .execute()
  const head = rows.find(({ kinds }) => kinds.includes(kind))
  return head && { organs: [head.organ], ...(head.word !== '' && { word: head.word }) }
}
