import { sql } from 'kysely'
import { forgetRestored, readRestored } from '../../platform/backup/restored.ts'
import type { StoredEvent } from '../../platform/database/tables.ts'
import { nobody, writeOwnAct } from '../../platform/door/own-act.ts'
import { contextFor, type Platform } from '../../platform/platform.ts'

const write = async (platform: Platform, action: `backup.${string}`, event: StoredEvent): Promise<void> => {
  const installation = platform.installation.current()
  if (installation === null) return
  const context = contextFor(platform, nobody, `${action} ${platform.clock.now().toISOString()}`)
  await writeOwnAct(platform.db, installation, context, { action, events: [event] })
}

export interface MadeBackup {
  readonly file: string
  readonly size: number
  readonly log: { readonly size: number; readonly root: string }
}

export const recordBackup = (platform: Platform, { file, size, log }: MadeBackup): Promise<void> =>
  write(platform, 'backup.make', { type: 'backupMade', file, size, leaves: log.size, root: log.root })

/** A start that ended between the act and the forgetting told it already. */
const isTold = async ({ db }: Platform, at: string): Promise<boolean> => {
  const event = JSON.stringify([{ type: 'backupRestored', at }])
  const found = await db
    .selectFrom('act')
    .select('id')
    .where('action', '=', 'backup.restore')
    .where(sql<boolean>`events @> ${event}::jsonb`)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * The first act of a restored system says that it was restored, from what and by whom (standards §5, attack 9): written before
 * anything is served. A system that was not restored is left alone.
 */
export const recordRestore = async (platform: Platform): Promise<void> => {
  const { dataDir } = platform.options
  const told = await readRestored(dataDir)
  if (told === undefined || platform.installation.current() === null) return
  if (!(await isTold(platform, told.at))) await write(platform, 'backup.restore', { type: 'backupRestored', ...told })
  await forgetRestored(dataDir)
}
