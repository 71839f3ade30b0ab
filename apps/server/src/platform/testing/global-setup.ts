import { randomUUID } from 'node:crypto'
import { chmod, mkdir, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../database/migrate.ts'
import { databaseAccount } from '../postgres/account.ts'
import { withClient } from '../postgres/client.ts'
import { clusterHome, startEmbedded } from '../postgres/embedded.ts'
import { clearPostmaster } from '../postgres/postmaster-file.ts'
import { isAlive } from '../process/alive.ts'
import { cloneRoot } from '../process/clone.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the run's PostgreSQL, with the name of the migrated template in place of a database of one's own. */
    testDatabase: { ownerUrl: string; appUrl: string }
  }
}

const templateName = 'quanheng_template'
const prefix = 'quanheng-test-'

/** Memory where there is enough of it, so that fsync stays on and costs little; a container often gives it 64 MB. */
async function fastFolder(): Promise<string> {
  const space = await statfs('/dev/shm').catch(() => undefined)
  return space && space.bavail * space.bsize > 2 ** 30 ? '/dev/shm' : tmpdir()
}

/** Servers and folders of test runs that were killed. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN
    if (!Number.isInteger(pid) || isAlive(pid)) continue
    const home = clusterHome(join(folder, name))
    for (const cluster of await readdir(home).catch(() => [])) {
      await clearPostmaster(join(home, cluster)).catch(() => undefined)
    }
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** `QUANHENG_PG=15` runs the same tests on the oldest PostgreSQL that we promise to serve. */
function version(): { major: number; packageRoot: string } {
  const major = Number(process.env.QUANHENG_PG ?? 18)
  return { major, packageRoot: major === 18 ? cloneRoot : join(cloneRoot, 'tools', `postgres-${major}`) }
}

/** One PostgreSQL for a whole vitest run, with one migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await fastFolder()
  await sweep(folder)
  const dataDir = join(folder, `${prefix}${process.pid}-${randomUUID().slice(0, 8)}`)
  await mkdir(dataDir)
  await chmod(dataDir, 0o711)
  const database = await startEmbedded({
    ...version(),
    dataDir,
    account: await databaseAccount(clusterHome(dataDir)),
    binariesHome: join(dataDir, 'binaries'),
    rolesFile: join(cloneRoot, 'deploy', 'roles.sql'),
    // A vacuum worker in a database of a test would keep its owner from dropping it.
    settings: ['max_connections=200', 'shared_buffers=64MB', 'autovacuum=off'],
  })
  const teardown = async () => {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const at = (url: string) => Object.assign(new URL(url), { pathname: `/${templateName}` }).href
    await withClient(database.ownerUrl, (client) => client.query(`CREATE DATABASE ${templateName}`))
    await migrate(at(database.ownerUrl))
    project.provide('testDatabase', { ownerUrl: at(database.ownerUrl), appUrl: at(database.appUrl) })
  } catch (error) {
    await teardown()
    throw error
  }
  return teardown
}
