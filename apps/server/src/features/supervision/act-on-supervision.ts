import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { SupervisionCommand, SupervisionContext } from '@quanheng/domain/supervision/commands'
import { decideSupervision } from '@quanheng/domain/supervision/decide'
import type { Supervision } from '@quanheng/domain/supervision/model'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn, officePost } from '../../platform/work/act-on-kept.ts'
import { supervisionIsVisible, supervisionVisibleTo } from './scope.ts'
import { type KeptSupervision, supervisionKeeper } from './store.ts'
import type { SupervisionRow } from './tables.ts'

/** Visits of these orders that are neither settled nor left out. */
export const openVisitsOf = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; count: number }>`
    SELECT supervision_id AS id, count(*)::int AS count FROM supervision_visit
    WHERE supervision_id = ANY(${[...ids]}::uuid[]) AND state NOT IN ('settled', 'dropped')
    GROUP BY supervision_id`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

export const supervisionContext = async (asked: Asking, post: HeldPost, id?: string): Promise<SupervisionContext> => ({
  ...commandContext(asked, post),
  openVisits: id === undefined ? 0 : ((await openVisitsOf(asked.tx, [id])).get(id) ?? 0),
})

const acting: Acting<SupervisionRow, Supervision, SupervisionCommand> = {
  keeper: supervisionKeeper,
  seenBy: (actor) => supervisionIsVisible(supervisionVisibleTo(actor)),
  postOn: (posts, { row }) => officePost(posts, row.unit_id, 'steeringHead'),
  decide: async (asked, { model }, command, post) =>
    decideSupervision(model, command, await supervisionContext(asked, post, model.id)),
}

interface AskedOfOne extends Asking {
  readonly params: { readonly supervisionId: string }
  readonly body: { readonly version: number }
}
type Read = (held: KeptSupervision) => Promise<Result<SupervisionCommand, Refusal>>

const at = ({ params, body }: AskedOfOne) => ({ id: params.supervisionId, version: body.version })

/** For a command that changes more than the order. */
export const decideOnSupervision = (asked: AskedOfOne, read: Read) => decideOn(acting, asked, at(asked), read)

export const actOnSupervision = (asked: AskedOfOne, read: Read) => actOn(acting, asked, at(asked), read)
