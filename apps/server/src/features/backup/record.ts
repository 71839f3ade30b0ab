import { command } from '@quanheng/contract/route'
import { none } from '@quanheng/contract/shapes'
import { ok } from '@quanheng/domain/kernel/result'
import { forgetRestored, type Restored, readRestored } from '../../platform/backup/restored.ts'
import type { StoredEvent } from '../../platform/database/tables.ts'
import { throughTheDoor } from '../../platform/door/door.ts'
import { contextFor, type Platform } from '../../platform/platform.ts'

/** Not served: whoever works at the machine does it, and the log says so. */
const unserved = (id: `backup.${string}`, act: string, summary: string) =>
  command({ id, method: 'POST', path: `/api/never/${id}`, ability: 'public', act, summary, reply: none, errors: [] })

const backedUp = unserved('backup.make', '备份', 'Write a backup of all rows and files')
const restored = unserved('backup.restore', '从备份恢复', 'Restore this system from a backup')

const nobody = { personId: '', name: '', posts: [] }

const write = async (platform: Platform, route: typeof backedUp, key: string, event: StoredEvent): Promise<void> => {
  const result = await throughTheDoor(platform.db, platform.installation.current, {
    route,
    handler: async () => ok({ post: null, events: [event], changes: [], reply: {} }),
    actor: nobody,
    context: contextFor(platform, nobody, key),
    key,
    params: undefined,
    query: undefined,
    body: undefined,
  } as never)
  if (!result.ok) throw new Error(`${route.id}: ${result.error.code}`)
}

export interface MadeBackup {
  readonly file: string
  readonly size: number
  readonly log: { readonly size: number; readonly root: string }
}

export const recordBackup = (platform: Platform, { file, size, log }: MadeBackup): Promise<void> =>
  write(platform, backedUp, `backup ${log.root} ${platform.clock.now().toISOString()}`, {
    type: 'backupMade',
    file,
    size,
    leaves: log.size,
    root: log.root,
  })

const eventOf = ({ type: _, ...told }: Restored & { type?: never }): StoredEvent => ({
  type: 'backupRestored',
  ...told,
})

/**
 * The first act of a restored system says that it was restored, from what and by whom (standards §5, attack 9): written before
 * anything is served. A system that was not restored is left alone.
 */
export const recordRestore = async (platform: Platform): Promise<void> => {
  const { dataDir } = platform.options
  const told = await readRestored(dataDir)
  if (told === undefined || platform.installation.current() === null) return
  await write(platform, restored, `restore ${told.root} ${told.at}`, eventOf(told))
  await forgetRestored(dataDir)
}
