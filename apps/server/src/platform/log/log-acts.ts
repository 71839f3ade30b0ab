import type { Database, Reader } from '../database/database.ts'
import type { StoredEvent } from '../database/tables.ts'
import type { Installation } from '../door/act.ts'
import { contextOf, type DayBegan } from '../door/context.ts'
import { writeOwnAct } from '../door/own-act.ts'

/** Acts of the log itself, under nobody's post: they are leaves like all others. */
export const logActs = {
  trail: 'log.sealTrail',
  sound: 'log.checked',
  unsound: 'log.foundChanged',
  clock: 'log.clockJumped',
  program: 'log.programChanged',
  placeSilent: 'log.placeSilent',
  placeRemoved: 'log.placeRemoved',
  places: 'log.placesNamed',
} as const
export type LogAct = (typeof logActs)[keyof typeof logActs]

/** The installation as far as an act needs it; its day in a rehearsal only. */
export interface ActingInstallation extends Installation {
  readonly businessDate: string | null
  readonly dayBegan: DayBegan | null
}

export const writeLogAct = (
  db: Database,
  installation: ActingInstallation,
  now: Date,
  act: { readonly action: LogAct; readonly event: StoredEvent },
): Promise<void> => {
  const context = contextOf(installation, now, `${act.action}\n${now.toISOString()}`)
  return writeOwnAct(db, installation, context, { action: act.action, events: [act.event] })
}

/** What the newest act of this kind says happened. */
export const newestLogAct = async (
  db: Reader,
  actions: readonly LogAct[],
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
