import { randomUUID } from 'node:crypto'
import type { CommandRoute } from '@quanheng/contract/route'
import type { Database } from '../../database/database.ts'
import { sequence } from '../../log/sequencer.ts'
import type { Caller, CallInput } from '../../testing/test-server.ts'

/** One request and what was said to it. Instants are of one clock, for what came before what. */
export interface Said<M extends string> {
  readonly move: M
  readonly key: string
  /** When the caller had last looked at what it acts on. */
  readonly looked: number
  readonly begun: number
  readonly ended: number
  readonly status: number
  readonly code: string
}

/** Asks once and notes when, and what was said. */
export const say = async <M extends string>(
  move: M,
  caller: Caller,
  route: CommandRoute,
  input: CallInput,
  looked: number,
): Promise<Said<M>> => {
  const key = randomUUID()
  const begun = performance.now()
  const reply = await caller.call(route, { ...input, key })
  const code = reply.statusCode === 200 ? '' : (reply.json() as { error: { code: string } }).error.code
  return { move, key, looked, begun, ended: performance.now(), status: reply.statusCode, code }
}

/** What may happen: the state after a move, or undefined where the move is illegal in that state. */
export type Model<S, M extends string> = (state: S, move: M) => S | undefined

/** Refusals that are right in any state: what the caller had seen was no longer so. */
const stale = new Set(['platform.stale', 'sheet.contentChanged'])

/** Keys of those that were done, in the order of the log: whoever holds a row writes the act before the row is let go. */
const orderOf = async (db: Database, keys: readonly string[]): Promise<readonly string[]> => {
  // The server's own sequencer may hold the lock: then there is nothing to do here, though not all is placed yet.
  while ((await db.selectFrom('leaf_queue').select('act_id').limit(1).execute()).length > 0) await sequence(db)
  const rows = await db
    .selectFrom('command')
    .innerJoin('tree_entry', 'tree_entry.act_id', 'command.act_id')
    .select('command.key')
    .where('command.key', 'in', [...keys])
    .orderBy('tree_entry.position')
    .execute()
  return rows.map(({ key }) => key)
}

export interface Observed<S, M extends string> {
  readonly start: S
  readonly said: readonly Said<M>[]
  /** As read when all was over. */
  readonly end: S
}

/**
 * Whether there is one order in which the model allows everything that was observed, each thing between its request and its answer
 * (linearizability). The order of what was done is the log's; a refusal must have been right at some moment while it was asked.
 * @returns what cannot be; empty where all can
 */
export const impossible = async <S, M extends string>(
  db: Database,
  model: Model<S, M>,
  { start, said, end }: Observed<S, M>,
): Promise<readonly string[]> => {
  const found: string[] = []
  const byKey = new Map(said.map((one) => [one.key, one]))
  const order = await orderOf(
    db,
    said.map(({ key }) => key),
  )
  const done = order.map((key) => byKey.get(key) as Said<M>)
  const promised = said.filter(({ status }) => status === 200)
  if (new Set(order).size !== order.length) found.push('an act stands twice')
  if (promised.length !== done.length) found.push(`${promised.length} acknowledged, ${done.length} in the log`)
  const states: S[] = [start]
  for (const { move } of done) {
    const state = states.at(-1) as S
    const next = model(state, move)
    if (next === undefined) found.push(`${move} in ${JSON.stringify(state)}`)
    states.push(next ?? state)
  }
  for (const [at, one] of done.entries()) {
    const late = done.slice(0, at).find((earlier) => earlier.begun > one.ended)
    if (late !== undefined) found.push(`${late.move} stands before ${one.move}, which was over when it was asked`)
  }
  if (JSON.stringify(states.at(-1)) !== JSON.stringify(end)) {
    found.push(`the model ends in ${JSON.stringify(states.at(-1))}, the rows in ${JSON.stringify(end)}`)
  }
  for (const one of said) {
    if (one.status === 200) continue
    if (one.status >= 500) found.push(`${one.move}: ${one.status} ${one.code}`)
    const first = done.filter(({ ended }) => ended < one.begun).length
    const last = done.filter(({ begun }) => begun < one.ended).length
    const possible = states.slice(first, last + 1)
    const moved = done.some(({ begun, ended }) => ended >= one.looked && begun <= one.ended)
    if (!(stale.has(one.code) && moved) && possible.every((state) => model(state, one.move) !== undefined)) {
      found.push(`${one.move} was refused with ${one.code}, though nothing stood against it`)
    }
  }
  return found
}
