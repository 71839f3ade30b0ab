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

export const list = async (
  db: Reader,
  actor: Actor,
  filter: QueryOf<typeof listCirculars>,
): Promise<ReplyOf<typeof listCirculars>> => {
  let found = db.selectFrom('circular').where(circularIsVisible(circularsVisibleTo(actor)))
  if (filter.kind !== undefined) found = found.where('circular.kind', '=', filter.kind)
  if (filter.topic !== undefined) found = found.where('circular.topic', '=', filter.topic)
  if (filter.state !== undefined) found = found.where('circular.state', '=', filter.state)
  if (filter.q !== undefined && filter.q !== '') {
    const q = like(filter.q)
    found = found.where(
      sql<boolean>`(circular.content ->> 'title' LIKE ${q} OR circular.standing #>> '{issued,documentNumber}' LIKE ${q})`,
    )
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('circular')
    .orderBy(order)
    .orderBy('circular.issued_on', (on) => on.desc().nullsFirst())
    .orderBy('circular.id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  return { total, rows: (await circularKeeper.complete(db, rows)).map((one) => lineOf(one, names, actor)) }
}
