import type { Database, Tx } from '../database/database.ts'
import type { StoredEvent } from '../database/tables.ts'
import { type Installation, writeAct } from '../door/act.ts'
import type { Actor } from '../door/actor.ts'
import type { Context } from '../door/context.ts'
import type { Change } from '../door/outcome.ts'

/** Nobody signed in: the platform itself. */
const nobody: Actor = { personId: '', name: '', posts: [] }

export interface PlatformAct {
  readonly action: 'file.check' | 'file.quarantine'
  readonly events: readonly StoredEvent[]
  readonly changes: readonly Change[]
  /** What is kept with the act, in its transaction. */
  readonly save: (tx: Tx) => Promise<void>
}

/** An act that no person did, with its leaf like any other: what the platform found out about the files that it keeps. */
export const actOfPlatform = (
  db: Database,
  installation: Installation,
  context: Context,
  { action, events, changes, save }: PlatformAct,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await save(tx)
    await writeAct(
      tx,
      { id: context.newId(), action, actor: nobody, context, installation },
      { post: null, events, changes, reply: null },
    )
  })
