import { randomBytes, randomUUID } from 'node:crypto'
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { birthOf, isAlive } from './alive.ts'
import { Refusal } from './refusal.ts'

/** `<data>/run.json`, 0600: which process holds the data directory, and how a command asks it. */
export interface RunFile {
  readonly pid: number
  readonly birth: string
  /** The command that holds it: `start`, or another one that runs the database for its own duration. */
  readonly what: string
  readonly token: string
  readonly control?: string
  readonly database?: number
  readonly address?: string
}

export interface Hold {
  readonly token: string
  tell(facts: Pick<RunFile, 'control' | 'database' | 'address'>): Promise<void>
  release(): Promise<void>
}

const fileOf = (dir: string) => join(dir, 'run.json')

async function readText(dir: string): Promise<string | undefined> {
  try {
    return await readFile(fileOf(dir), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code === 'EACCES') throw new Refusal('data.foreign', { dir, owner: '' }, error)
    throw error
  }
}

function parse(text: string): RunFile | undefined {
  try {
    return JSON.parse(text) as RunFile
  } catch {
    return undefined
  }
}

/** The process of the file, when it is still that process and not a later one with its number. */
async function isHolding(run: RunFile | undefined): Promise<boolean> {
  if (!run || !isAlive(run.pid)) return false
  return process.platform !== 'linux' || run.birth === (await birthOf(run.pid))
}

/** Who holds the data directory now; nothing where no living process does. */
export async function holderOf(dir: string): Promise<RunFile | undefined> {
  const text = await readText(dir)
  const run = text === undefined ? undefined : parse(text)
  return (await isHolding(run)) ? run : undefined
}

const refuseHeld = (dir: string, run: RunFile) =>
  new Refusal('data.held', { dir, pid: run.pid, what: run.what, address: run.address ?? '' })

/** Takes a dead holder's file away, and only that one: another start may have replaced it since it was read. */
async function removeStale(dir: string, stale: string): Promise<void> {
  const aside = `${fileOf(dir)}.${randomUUID()}`
  try {
    await rename(fileOf(dir), aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, fileOf(dir)).catch(() => undefined)
  await unlink(aside)
}

/**
 * Holds the data directory for this process until released. Refuses with `data.held`, naming the holder, while another
 * living process does; a killed one's hold is taken over.
 */
export async function holdDataDirectory(dir: string, what: string): Promise<Hold> {
  const run: RunFile = {
    pid: process.pid,
    birth: await birthOf(process.pid),
    what,
    token: randomBytes(24).toString('base64url'),
  }
  const draft = `${fileOf(dir)}.${randomUUID()}`
  const write = (facts: RunFile) => writeFile(draft, `${JSON.stringify(facts)}\n`, { mode: 0o600 })

  await write(run)
  for (;;) {
    const text = await readText(dir)
    const there = text === undefined ? undefined : parse(text)
    if (there && (await isHolding(there))) {
      await unlink(draft)
      throw refuseHeld(dir, there)
    }
    if (text !== undefined) await removeStale(dir, text)
    const linked = await link(draft, fileOf(dir)).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false
        throw error
      },
    )
    if (linked) break
  }
  await unlink(draft)

  return {
    token: run.token,
    tell: async (facts) => {
      await write({ ...run, ...facts })
      await rename(draft, fileOf(dir))
    },
    release: async () => {
      const text = await readText(dir)
      if (text !== undefined && parse(text)?.token === run.token) await unlink(fileOf(dir))
    },
  }
}
