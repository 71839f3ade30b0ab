import type { listCirculars } from '@quanheng/contract/circular'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { maySign } from '@quanheng/domain/circular/decide'
import { type Receiver, unsigned } from '@quanheng/domain/circular/model'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnCircular } from '@quanheng/domain/workbench/next-on-circular'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { circularIsVisible, circularsVisibleTo } from './scope.ts'
import { circularKeeper, type KeptCircular } from './store.ts'

export type CircularLine = ReplyOf<typeof listCirculars>['rows'][number]

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Whether this person signs for the receiver. */
export const isOwn = (receiver: Receiver, actor: Actor): boolean =>
  actor.posts.some(({ unitId, kind }) => maySign(receiver, { personId: actor.personId, unitId, post: kind }))

/** Receivers for which this person still has to sign. */
export const owedBy = ({ model: circular }: KeptCircular, actor: Actor): readonly Receiver[] =>
  circular.state === 'issued' ? unsigned(circular).filter((receiver) => isOwn(receiver, actor)) : []

export const takesForward = ({ model: circular }: KeptCircular, actor: Actor): boolean => {
  const act = nextOnCircular(circular)
  return act !== undefined && holdings(actor).some((held) => mayAct(act, held))
}

export const lineOf = (one: KeptCircular, names: ReadonlyMap<string, string>, actor: Actor): CircularLine => {
  const { id, unitId, state, content, standing } = one.model
  const { issued, receivers, signed } = standing
  return {
    id,
    version: one.row.version,
    kind: content.kind,
    topic: content.topic,
    state,
    title: content.title,
    unitName: names.get(unitId) ?? '',
    documentNumber: issued?.documentNumber ?? null,
    issue: issued?.issue ?? null,
    issuedOn: issued?.on ?? null,
    signBy: content.signBy === '' ? null : content.signBy,
    receivers: receivers.length,
    signed: signed.length,
    mine: takesForward(one, actor) || owedBy(one, actor).length > 0,
  }
}

/** What is under way stands first, then the latest issued. */
const order = sql`array_position(ARRAY['toIssue', 'draft', 'issued', 'withdrawn', 'discarded'], circular.state)`

type Filter = Omit<QueryOf<typeof listCirculars>, 'page' | 'size'>

const found = (db: Reader, actor: Actor, filter: Filter) => {
  let seen = db.selectFrom('circular').where(circularIsVisible(circularsVisibleTo(actor)))
  if (filter.kind !== undefined) seen = seen.where('circular.kind', '=', filter.kind)
  if (filter.topic !== undefined) seen = seen.where('circular.topic', '=', filter.topic)
  if (filter.state !== undefined) seen = seen.where('circular.state', '=', filter.state)
  if (filter.q !== undefined && filter.q !== '') {
    const q = like(filter.q)
    seen = seen.where(
      sql<boolean>`(circular.content ->> 'title' LIKE ${q} OR circular.standing #>> '{issued,documentNumber}' LIKE ${q})`,
    )
  }
  return seen
}

/** How many match, of all that this person sees where nothing is asked. */
export const countCirculars = async (db: Reader, actor: Actor, filter: Filter): Promise<number> => {
  const counted = found(db, actor, filter).select((count) => count.fn.countAll<number>().as('total'))
  return Number((await counted.executeTakeFirstOrThrow()).total)
}

/** Lines that match, in their order; a page of them, or all. */
export const circularLines = async (
  db: Reader,
  actor: Actor,
  filter: Filter,
  part: { readonly limit: number; readonly offset: number } | 'all',
): Promise<readonly CircularLine[]> => {
  let ordered = found(db, actor, filter)
    .selectAll('circular')
    .orderBy(order)
    .orderBy('circular.issued_on', (on) => on.desc().nullsFirst())
    .orderBy('circular.id')
  if (part !== 'all') ordered = ordered.limit(part.limit).offset(part.offset)
  const rows = await ordered.execute()
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  return (await circularKeeper.complete(db, rows)).map((one) => lineOf(one, names, actor))
}

export const list = async (
  db: Reader,
  actor: Actor,
  { page, size, ...filter }: QueryOf<typeof listCirculars>,
): Promise<ReplyOf<typeof listCirculars>> => ({
  total: await countCirculars(db, actor, filter),
  rows: [...(await circularLines(db, actor, filter, { limit: size, offset: (page - 1) * size }))],
})
