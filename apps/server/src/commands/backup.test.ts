import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../platform/database/migrate.ts'
import { withClient } from '../platform/postgres/client.ts'
import { openDatabase } from '../platform/postgres/open-database.ts'
import { cloneRoot } from '../platform/process/clone.ts'
import { makeDataDirectory, placeDataDirectory, readKind } from '../platform/process/data-directory.ts'
import type { Notice } from '../platform/process/notice.ts'
import { holdDataDirectory } from '../platform/process/run-file.ts'
import { tempFolder } from '../platform/testing/temp-folder.ts'
import { backup } from './backup.ts'
import type { Terminal } from './command.ts'
import { checkBackup, restore } from './restore.ts'

const listening = (): Terminal & { readonly said: Notice[] } => {
  const said: Notice[] = []
  return { said, say: (notice) => said.push(notice), line: () => undefined }
}

/** Works in the database of a data directory that nobody serves. */
const inDatabase = async <T>(dataDir: string, work: (ownerUrl: string) => Promise<T>): Promise<T> => {
  const data = await placeDataDirectory({ clone: cloneRoot, chosen: dataDir, embedded: true })
  await makeDataDirectory(data)
  const database = await openDatabase({}, data, () => undefined)
  try {
    return await work(database.ownerUrl)
  } finally {
    await database.stop()
  }
}

const inception = (ownerUrl: string): Promise<unknown> =>
  withClient(ownerUrl, (client) =>
    client.query(
      `INSERT INTO installation (id, kind, origin, salt_key, version) VALUES (1, 'real', 'quanheng/drill', $1, 1)`,
      [randomBytes(32)],
    ),
  )

const actsIn = (ownerUrl: string) =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ action: string; events: unknown }>(
      `SELECT action, events FROM act WHERE action LIKE 'backup.%' ORDER BY seq`,
    )
    return rows
  })

test('a stopped system is backed up, checked, restored elsewhere, and its first act says so', async () => {
  const folder = await tempFolder()
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  await inDatabase(first, async (ownerUrl) => {
    await migrate(ownerUrl)
    await inception(ownerUrl)
  })
  const terminal = listening()
  await backup({ dataDir: first, database: {}, to: `${folder}/backups` }, terminal)
  const [name = ''] = await readdir(join(folder, 'backups'))
  expect(name).toMatch(/^quanheng-\d{8}T\d{6}Z\.tar\.gz$/)
  const file = join(folder, 'backups', name)
  await checkBackup({ file }, terminal)
  const told = { by: '甲', witness: '乙', reason: '磁盘损坏', acceptRollback: false }
  await restore({ dataDir: second, database: {}, file, ...told }, terminal)
  expect(terminal.said.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['backup.making', 'backup.made', 'backup.sound', 'restore.checking', 'restore.done']),
  )
  expect(await readKind(second)).toBe('real')
  // Backing it up starts it for a moment: what was restored is written down before anything else happens.
  await backup({ dataDir: second, database: {}, to: `${folder}/later` }, terminal)
  expect(await inDatabase(second, actsIn)).toEqual([
    {
      action: 'backup.restore',
      events: [expect.objectContaining({ by: '甲', witness: '乙', reason: '磁盘损坏', rollback: null })],
    },
    { action: 'backup.make', events: [expect.objectContaining({ type: 'backupMade' })] },
  ])
  await expect(restore({ dataDir: second, database: {}, file, ...told }, terminal)).rejects.toMatchObject({
    code: 'restore.notEmpty',
  })
})

test('a directory of no kind has nothing to back up, and one that is held is left alone', async () => {
  const folder = await tempFolder()
  const dataDir = join(folder, 'new')
  await inDatabase(dataDir, migrate)
  const input = { dataDir, database: {}, to: join(folder, 'backups') }
  await expect(backup(input, listening())).rejects.toMatchObject({ code: 'backup.nothing' })
  expect(await readdir(join(folder, 'backups'))).toEqual([])
  const hold = await holdDataDirectory(dataDir, 'start')
  try {
    const asked = {
      dataDir,
      database: {},
      file: join(folder, 'x'),
      by: '甲',
      witness: '乙',
      reason: '试',
      acceptRollback: false,
    }
    await expect(restore(asked, listening())).rejects.toMatchObject({ code: 'server.running' })
  } finally {
    await hold.release()
  }
})
