import { readFile, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, within } from '../process/alive.ts'
import { Refusal } from '../process/refusal.ts'

/** PostgreSQL's own note in its data directory: line 1 the process, line 8 "ready" once it takes connections. */
export interface PostmasterNote {
  readonly pid: number
  readonly ready: boolean
}

const fileOf = (cluster: string) => join(cluster, 'postmaster.pid')

export async function postmasterNote(cluster: string): Promise<PostmasterNote | undefined> {
  const text = await readFile(fileOf(cluster), 'utf8').catch(() => undefined)
  if (!text) return undefined
  const lines = text.split('\n')
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
}

/** Whether this process is a PostgreSQL server on this very folder; another program may have been given the number since. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const args = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
  const folder = args[args.indexOf('-D') + 1]
  if (!args[0]?.endsWith('postgres') || !folder) return false
  const [mine, its] = await Promise.all([cluster, folder].map((path) => realpath(path).catch(() => path)))
  return mine === its
}

/** No process has this number on any system we run on, and PostgreSQL asks the kernel before it believes the file. */
const noProcess = 2 ** 31 - 1

/**
 * Makes way for a new server on the folder, for a caller who holds the data directory: a server that outlived a killed
 * one of ours is shut down (fast, then immediately: the write-ahead log brings every commit back), and a note whose
 * number now belongs to a stranger is corrected. The rest of the note stays, since PostgreSQL finds by it backends that
 * still use the old shared memory. `meanwhile` is called once it was told to shut down, which takes a moment.
 */
export async function clearPostmaster(cluster: string, meanwhile: () => void = () => {}): Promise<void> {
  const note = await postmasterNote(cluster)
  if (!note || !Number.isInteger(note.pid) || note.pid <= 0 || !isAlive(note.pid)) return
  if (!(await servesCluster(note.pid, cluster))) {
    const text = await readFile(fileOf(cluster), 'utf8')
    await writeFile(fileOf(cluster), text.replace(/^-?\d+/, String(noProcess)))
    return
  }
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(note.pid, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return
      throw new Refusal('postgres.foreign', { pid: note.pid, dir: cluster }, error)
    }
    meanwhile()
    if (await within(20_000, () => !isAlive(note.pid))) return
  }
  throw new Refusal('postgres.stuck', { pid: note.pid, dir: cluster })
}
