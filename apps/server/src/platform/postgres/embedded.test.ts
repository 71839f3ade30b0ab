import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cloneRoot } from '../process/clone.ts'
import { processesAt, tempFolder } from '../testing/temp-folder.ts'
import { databaseAccount } from './account.ts'
import { withClient } from './client.ts'
import { clusterHome, startEmbedded } from './embedded.ts'

async function starter() {
  const folder = await tempFolder()
  const dataDir = join(folder, 'data')
  await mkdir(dataDir)
  const start = async (meanwhile?: () => void) => {
    const database = await startEmbedded({
      dataDir,
      account: await databaseAccount(clusterHome(dataDir)),
      packageRoot: cloneRoot,
      major: 18,
      binariesHome: join(folder, 'binaries'),
      rolesFile: join(cloneRoot, 'deploy', 'roles.sql'),
      ...(meanwhile && { meanwhile }),
    })
    onTestFinished(database.stop)
    return database
  }
  return { dataDir, start }
}

test('passwords are random, kept for this account only, and needed', async () => {
  const { dataDir, start } = await starter()
  const database = await start()
  expect((await stat(join(dataDir, 'passwords.json'))).mode & 0o777).toBe(0o600)
  for (const url of [database.ownerUrl, database.appUrl]) {
    const guess = Object.assign(new URL(url), { password: 'guess' }).href
    await expect(withClient(guess, async () => undefined)).rejects.toThrow(/password authentication failed/)
  }
  await withClient(database.appUrl, (client) => client.query('SELECT 1'))
})

test('who starts it may do something else while it is not there yet', async () => {
  const { dataDir, start } = await starter()
  const note = join(dataDir, 'postgres', 'cluster-18', 'postmaster.pid')
  const seen: boolean[] = []
  await start(() => seen.push(existsSync(note) && readFileSync(note, 'utf8').includes('ready')))
  expect(seen).toEqual([false])
})

test('it listens on this machine only and syncs what it commits', async () => {
  const { start } = await starter()
  const database = await start()
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query(`SELECT current_setting('listen_addresses') AS addresses, current_setting('fsync') AS fsync,
      current_setting('full_page_writes') AS pages, current_setting('data_checksums') AS checksums,
      current_setting('TimeZone') AS zone`),
  )
  expect(rows).toEqual([{ addresses: '127.0.0.1', fsync: 'on', pages: 'on', checksums: 'on', zone: 'UTC' }])
})

test('without its password file a database is refused, not made anew', async () => {
  const { dataDir, start } = await starter()
  await (await start()).stop()
  await rm(join(dataDir, 'passwords.json'))
  await expect(start()).rejects.toMatchObject({ code: 'data.passwordsLost' })
  expect(await readFile(join(dataDir, 'postgres', 'cluster-18', 'PG_VERSION'), 'utf8')).toBe('18\n')
})

test('what PostgreSQL says stands in the refusal when it does not start', async () => {
  const { dataDir, start } = await starter()
  await (await start()).stop()
  await writeFile(join(dataDir, 'postgres', 'cluster-18', 'postgresql.conf'), 'no_such_setting = on\n')
  await expect(start()).rejects.toMatchObject({
    code: 'postgres.failed',
    params: { step: 'postgres', output: expect.stringContaining('no_such_setting') },
  })
  expect(await processesAt(dataDir)).toEqual([])
})
