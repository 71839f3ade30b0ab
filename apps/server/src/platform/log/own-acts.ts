import type { Database, Reader } from '../database/database.ts'
import type { StoredEvent } from '../database/tables.ts'
import { type Installation, writeAct } from '../door/act.ts'
import { realContext, rehearsalContext } from '../door/context.ts'

/** Acts of the log itself, under nobody's post: they are leaves like all others. */
export const ownActs = {
  trail: 'log.sealTrail',
  sound: 'log.checked',
  unsound: 'log.foundChanged',
} as const
export type OwnAct = (typeof ownActs)[keyof typeof ownActs]

/** The installation as far as an act needs it; `businessDate` in a rehearsal only. */
export interface ActingInstallation extends Installation {
  readonly businessDate: string | null
}

export const writeOwnAct = async (
  db: Database,
  installation: ActingInstallation,
  now: Date,
  act: { readonly action: OwnAct; readonly event: StoredEvent },
): Promise<void> => {
  const { kind, businessDate, saltKey } = installation
  const context =
    kind === 'rehearsal' && businessDate !== null
      ? rehearsalContext(now, businessDate, `${saltKey.toString('hex')}\n${act.action}\n${now.toISOString()}`)
      : realContext(now)
  const request = {
    id: context.newId(),
    action: act.action,
    actor: { personId: '', name: '', posts: [] },
    context,
    installation,
  }
  await db
    .transaction()
    .execute((tx) => writeAct(tx, request, { post: null, events: [act.event], changes: [], reply: null }))
}

/** What the newest act of this kind says happened. */
export const newestOwnAct = async (
  db: Reader,
  actions: readonly OwnAct[],
): Promise<{ readonly at: Date; readonly event: StoredEvent | undefined } | undefined> => {
  const row = await db
    .selectFrom('act')
    .select(['at', 'events'])
    .where('action', 'in', [...actions])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { at: row.at, event: row.events[0] }
}
