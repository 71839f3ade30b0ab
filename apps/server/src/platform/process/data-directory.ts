import { createHash, randomUUID } from 'node:crypto'
import { access, chmod, constants, link, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { syncFolder } from '../files/sync-folder.ts'
import { type Account, accountName, canEnter, databaseAccount, makeEnterable } from '../postgres/account.ts'
import { clusterHome } from '../postgres/embedded.ts'
import { Refusal, reasonOf } from './refusal.ts'

export type DataKind = 'real' | 'rehearsal' | 'archive'

export interface DataDirectory {
  readonly dir: string
  /** What the user asked for; differs from `dir` where the database account cannot reach it. */
  readonly asked: string
  /** Runs the embedded database. */
  readonly account: Account
}

export interface Placing {
  readonly clone: string
  /** `--data`, else `.data` in the clone. */
  readonly chosen?: string | undefined
  /** Whether the data directory holds an embedded database, which another account must reach. */
  readonly embedded: boolean
  readonly stateHome?: string
}

/** Where data and binaries go that the database account cannot reach where they are. */
export const defaultStateHome = '/var/lib/quanheng'

const isEmpty = async (dir: string) => {
  const names = await readdir(dir).catch(() => undefined)
  return names === undefined || names.length === 0
}

/**
 * Says, without making anything, where the data directory is: as asked, or, when root's database account cannot walk
 * there, a folder under the state home named after the clone (or the asked folder). The same for every command.
 */
export async function placeDataDirectory({ clone, chosen, embedded, stateHome }: Placing): Promise<DataDirectory> {
  const asked = resolve(chosen ?? join(clone, '.data'))
  const account = await databaseAccount(clusterHome(asked))
  const open = (await isEmpty(asked)) ? dirname(asked) : asked
  if (!embedded || (await canEnter(open, account))) return { dir: asked, asked, account }
  const named = chosen === undefined ? clone : asked
  const hash = createHash('sha256').update(named).digest('hex').slice(0, 8)
  const dir = join(stateHome ?? defaultStateHome, `${basename(named)}-${hash}`)
  return { dir, asked, account: await databaseAccount(clusterHome(dir)) }
}

/** Makes the directory, closed to others but for the database account's way through, or says why it cannot be used. */
export async function makeDataDirectory({ dir, account }: DataDirectory): Promise<void> {
  try {
    const ours = await isEmpty(dir)
    await makeEnterable(dirname(dir), account)
    await mkdir(dir, { recursive: true })
    if (ours) await chmod(dir, account.dropped ? 0o711 : 0o700)
    await access(dir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    await refuseForeign(dir, account)
    throw new Refusal('data.unwritable', { dir, reason: reasonOf(error) }, error)
  }
  await refuseForeign(clusterHome(dir), account)
}

/** An ordinary user's start on what another account's start made: PostgreSQL would refuse it less clearly. */
async function refuseForeign(dir: string, account: Account): Promise<void> {
  const found = await stat(dir).catch(() => undefined)
  if (found && !account.dropped && process.platform !== 'win32' && found.uid !== account.uid) {
    throw new Refusal('data.foreign', { dir, owner: await accountName(found.uid) })
  }
}

const kindFile = (dir: string) => join(dir, 'kind')

/** What the directory was chosen to be at its first run; nothing before that. */
export async function readKind(dir: string): Promise<DataKind | undefined> {
  const text = await readFile(kindFile(dir), 'utf8').catch(() => undefined)
  const kind = text?.trim()
  if (kind === undefined || kind === 'real' || kind === 'rehearsal' || kind === 'archive') return kind
  throw new Refusal('data.unwritable', { dir: kindFile(dir), reason: kind })
}

/** Chooses for good, on disk before it returns. A second choice, even the same, is refused: `data.kindChosen`. */
export async function writeKind(dir: string, kind: DataKind): Promise<void> {
  const draft = `${kindFile(dir)}.${randomUUID()}`
  const handle = await open(draft, 'w', 0o644)
  await handle.writeFile(`${kind}\n`)
  await handle.sync()
  await handle.close()
  try {
    await link(draft, kindFile(dir))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new Refusal('data.kindChosen', { dir, kind: (await readKind(dir)) ?? '' })
  } finally {
    await unlink(draft)
  }
  await syncFolder(dir)
}
