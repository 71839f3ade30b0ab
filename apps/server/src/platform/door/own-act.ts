import type { Database, Tx } from '../database/database.ts'
import type { StoredEvent } from '../database/tables.ts'
import { type Installation, writeAct } from './act.ts'
import type { Actor } from './actor.ts'
import type { Context } from './context.ts'
import type { Change } from './outcome.ts'

/** Nobody signed in: the platform itself, or whoever works at its machine. */
export const nobody: Actor = { personId: '', name: '', posts: [] }

export interface OwnAct {
  readonly action: string
  readonly events: readonly StoredEvent[]
  readonly changes?: readonly Change[]
  /** What is kept with the act, in its transaction. */
  readonly save?: (tx: Tx) => Promise<void>
}

/** An act that no person signed in for, with its leaf like any other. Its words stand beside the acts of routes (features/act). */
export const writeOwnAct = (
  db: Database,
  installation: Installation,
  context: Context,
  { action, events, changes = [], save }: OwnAct,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await save?.(tx)
    await writeOwnActIn(tx, installation, context, { action, events, changes })
  })

/** The same in a transaction that is under way: what was done there says what happened. */
export const writeOwnActIn = (
  tx: Tx,
  installation: Installation,
  context: Context,
  { action, events, changes = [] }: Omit<OwnAct, 'save'>,
): Promise<void> =>
  writeAct(
    tx,
    { id: context.newId(), action, actor: nobody, context, installation },
    { post: null, events, changes, reply: null },
  )
