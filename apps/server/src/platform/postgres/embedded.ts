import { chmod, chown, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { Refusal } from '../process/refusal.ts'
import type { Account } from './account.ts'
import { packagedBinaries, usableBinaries } from './binaries.ts'
import { withClient } from './client.ts'
import { clusterMajor, makeCluster } from './cluster.ts'
import { createPasswords, type Passwords, readPasswords } from './passwords.ts'
import { startPostmaster } from './postmaster.ts'
import { clearPostmaster } from './postmaster-file.ts'

export interface EmbeddedOptions {
  /** The data directory; the caller holds it (see `holdDataDirectory`). */
  readonly dataDir: string
  readonly account: Account
  /** The folder whose node_modules holds PostgreSQL's platform package. */
  readonly packageRoot: string
  readonly major: number
  /** Where a copy of the binaries goes when they cannot run from node_modules. */
  readonly binariesHome: string
  /** deploy/roles.sql */
  readonly rolesFile: string
  readonly settings?: readonly string[]
  readonly onLoss?: (event: 'lost' | 'back') => void
  /** Called, more than once, when there is nothing to do but to wait for another process: what takes time may be done then. */
  readonly meanwhile?: () => void
}

export interface EmbeddedDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  pid(): number
  stop(): Promise<void>
}

/** The database that a data directory's rows live in; reset and restore make others beside it. */
const databaseName = 'quanheng'

export const clusterHome = (dataDir: string): string => join(dataDir, 'postgres')

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

async function ensureLogins(client: pg.Client, rolesFile: string, passwords: Passwords): Promise<void> {
  await client.query(await readFile(rolesFile, 'utf8'))
  await client.query(`ALTER ROLE quanheng_owner PASSWORD ${literal(passwords.owner)}`)
  await client.query(`ALTER ROLE quanheng_app PASSWORD ${literal(passwords.app)}`)
  const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName])
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName} OWNER quanheng_owner`)
}

async function prepareHome(options: EmbeddedOptions): Promise<string> {
  const home = clusterHome(options.dataDir)
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (options.account.dropped) {
    // The account walks through the data directory to its own folder; everything else there is closed to it.
    await chmod(options.dataDir, 0o711)
    await chown(home, options.account.uid, options.account.gid)
  }
  return home
}

/**
 * Starts the data directory's own PostgreSQL, making it on the first start, with the two logins of deploy/roles.sql.
 * What an earlier, killed server left running is stopped first.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { account, dataDir, major } = options
  const home = await prepareHome(options)
  const cluster = join(home, `cluster-${major}`)
  const binaries = await usableBinaries(
    await packagedBinaries(options.packageRoot, major),
    account,
    options.binariesHome,
  )
  const passwordsFile = join(dataDir, 'passwords.json')
  let passwords = await readPasswords(passwordsFile)

  const found = await clusterMajor(cluster)
  if (found === undefined) {
    passwords = await createPasswords(passwordsFile)
    await makeCluster({ binaries, account, home, cluster, superuserPassword: passwords.superuser })
  } else {
    if (!passwords) throw new Refusal('data.passwordsLost', { file: passwordsFile })
    await clearPostmaster(cluster, options.meanwhile)
  }

  const postmaster = await startPostmaster({
    binaries,
    account,
    cluster,
    settings: options.settings ?? [],
    ...(options.onLoss ? { onLoss: options.onLoss } : {}),
    ...(options.meanwhile ? { onSpawned: options.meanwhile } : {}),
  })
  const url = (login: string, secret: string, database: string) =>
    `postgres://${login}:${secret}@127.0.0.1:${postmaster.port}/${database}`
  try {
    const known = passwords
    await withClient(url('postgres', known.superuser, 'postgres'), (client) =>
      ensureLogins(client, options.rolesFile, known),
    )
  } catch (error) {
    await postmaster.stop()
    throw error
  }
  return {
    ownerUrl: url('quanheng_owner', passwords.owner, databaseName),
    appUrl: url('quanheng_app', passwords.app, databaseName),
    pid: postmaster.pid,
    stop: postmaster.stop,
  }
}
