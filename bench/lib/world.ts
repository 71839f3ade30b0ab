import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../apps/server/src/platform/database/database.ts'
import { migrate } from '../../apps/server/src/platform/database/migrate.ts'
import { databaseAccount } from '../../apps/server/src/platform/postgres/account.ts'
import { withClient } from '../../apps/server/src/platform/postgres/client.ts'
import { clusterHome, startEmbedded } from '../../apps/server/src/platform/postgres/embedded.ts'
import { cloneRoot } from '../../apps/server/src/platform/process/clone.ts'
import { makeIds } from './ids.ts'

export interface BenchWorld {
  readonly dataDir: string
  readonly appUrl: string
  readonly ownerUrl: string
  readonly db: Database
  /** Process of the database server, to count its work. */
  readonly databasePid: number
  /** Runs SQL as the owner of the tables. */
  readonly asOwner: (sql: string, values?: readonly unknown[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** The embedded PostgreSQL 18 of a data directory, on the disk, fsync on, as a site runs it. */
export const startDatabase = async (dataDir: string) =>
  startEmbedded({
    major: 18,
    packageRoot: cloneRoot,
    dataDir,
    account: await databaseAccount(clusterHome(dataDir)),
    binariesHome: join(dataDir, 'binaries'),
    rolesFile: join(cloneRoot, 'deploy', 'roles.sql'),
  })

/** A migrated database with a real installation begun in it. */
export const openBenchWorld = async (): Promise<BenchWorld> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'quanheng-bench-'))
  await chmod(dataDir, 0o711)
  const database = await startDatabase(dataDir)
  await migrate(database.ownerUrl)
  const { db, close } = openDatabase({ url: database.appUrl })
  const installation = { id: 1, kind: 'real', origin: 'quanheng/bench', salt_key: randomBytes(32) } as const
  await db
    .insertInto('installation')
    .values({ ...installation, business_date: null, version: 1 })
    .execute()
  const asOwner = (sql: string, values: readonly unknown[] = []): Promise<void> =>
    withClient(database.ownerUrl, async (client) => {
      await client.query(sql, [...values])
    })
  await asOwner(makeIds)
  return {
    dataDir,
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    db,
    databasePid: database.pid(),
    asOwner,
    close: async () => {
      await close()
      await database.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
