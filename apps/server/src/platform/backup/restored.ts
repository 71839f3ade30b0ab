import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { syncFolder } from '../files/sync-folder.ts'
import { writeWhole } from '../files/write-whole.ts'

/** Where a restore tells the next start of itself; in the data directory, so that it moves with what was restored. */
const name = 'restored.json'

const form = z.object({
  /** When it was restored, and when the backup was made: instants, RFC 3339. */
  at: z.string(),
  madeAt: z.string(),
  /** Head of the log in the backup. */
  leaves: z.int(),
  root: z.string(),
  /** Names as typed at the machine: who did it, and who was there. */
  by: z.string(),
  witness: z.string(),
  reason: z.string(),
  /** A checkpoint kept elsewhere that the backup is older than; null where none is known. */
  rollback: z.object({ place: z.string(), held: z.int() }).nullable(),
})

export type Restored = z.infer<typeof form>

/** Durable when it resolves. */
export const writeRestored = (dataDir: string, told: Restored): Promise<void> =>
  writeWhole(join(dataDir, name), `${JSON.stringify(told)}\n`)

export const readRestored = async (dataDir: string): Promise<Restored | undefined> => {
  const text = await readFile(join(dataDir, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : form.parse(JSON.parse(text))
}

export const forgetRestored = async (dataDir: string): Promise<void> => {
  await rm(join(dataDir, name), { force: true })
  await syncFolder(dataDir)
}
