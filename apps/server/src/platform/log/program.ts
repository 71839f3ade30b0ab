import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Database } from '../database/database.ts'
import type { Clock } from '../door/context.ts'
import { type ActingInstallation, logActs, newestLogAct, writeLogAct } from './log-acts.ts'

/**
 * SHA-256 over the names and contents of all files in these folders, in order; folders that are not there count as empty.
 * @throws AbortError when `signal` ends it
 */
export const programDigest = async (
  root: string,
  folders: readonly string[],
  signal?: AbortSignal,
): Promise<string> => {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
    const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const path of paths.sort()) {
      const content = createHash('sha256')
        .update(await readFile(path, { ...(signal && { signal }) }))
        .digest('hex')
      hash.update(`${relative(root, path).split(sep).join('/')}\n${content}\n`)
    }
  }
  return hash.digest('hex')
}

/** Says in the log that another program runs than the last one that said so. */
export const logProgram = async (
  db: Database,
  facts: ActingInstallation,
  clock: Clock,
  program: { readonly digest: string; readonly version: string },
): Promise<void> => {
  const last = await newestLogAct(db, [logActs.program])
  if (last?.event?.digest === program.digest) return
  const before = last?.event?.digest ?? null
  const event = { type: 'programChanged', ...program, before }
  await writeLogAct(db, facts, clock.now(), { action: logActs.program, event })
}
