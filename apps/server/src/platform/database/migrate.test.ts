import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { withClient } from '../postgres/client.ts'
import { tempFolder } from '../testing/temp-folder.ts'
import { createTestDatabase } from '../testing/test-database.ts'
import { type Migration, migrate, migrationsFolder, readMigrations } from './migrate.ts'

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
})

const first = migration('0001_first.sql', 'CREATE TABLE first (n int); INSERT INTO first VALUES (1);')
const second = migration('0002_second.sql', 'ALTER TABLE first ADD COLUMN m int;')

/** An empty database: the released migrations of the template are taken out. */
let ownerUrl = ''
beforeEach(async () => {
  const database = await createTestDatabase()
  onTestFinished(database.drop)
  ownerUrl = database.ownerUrl
  await withClient(ownerUrl, (client) =>
    client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION quanheng_owner'),
  )
})

const count = (sql: string) => withClient(ownerUrl, async (client) => Number((await client.query(sql)).rows[0]?.count))

test('what is missing is applied in order, once', async () => {
  expect(await migrate(ownerUrl, [first])).toEqual(['0001_first.sql'])
  expect(await migrate(ownerUrl, [first, second])).toEqual(['0002_second.sql'])
  expect(await migrate(ownerUrl, [first, second])).toEqual([])
  expect(await count('SELECT count(*) FROM first')).toBe(1)
})

test('two at the same moment apply each file once', async () => {
  const both = await Promise.all([migrate(ownerUrl, [first, second]), migrate(ownerUrl, [first, second])])
  expect(both.flat().sort()).toEqual(['0001_first.sql', '0002_second.sql'])
  expect(await count('SELECT count(*) FROM first')).toBe(1)
})

test('a file changed after it ran is refused by its name and nothing more is applied', async () => {
  await migrate(ownerUrl, [first])
  const changed = migration(first.name, `${first.sql} -- better`)
  await expect(migrate(ownerUrl, [changed, second])).rejects.toMatchObject({
    code: 'migration.changed',
    params: { name: '0001_first.sql' },
  })
  expect(await count('SELECT count(*) FROM schema_migration')).toBe(1)
})

test('a database that a newer program migrated is refused', async () => {
  await migrate(ownerUrl, [first, second])
  await expect(migrate(ownerUrl, [first])).rejects.toMatchObject({
    code: 'migration.unknown',
    params: { name: '0002_second.sql' },
  })
})

test('a file that fails half-way leaves the database as the file before it left it', async () => {
  const broken = migration('0002_broken.sql', 'INSERT INTO first VALUES (2); SELECT nothing_such();')
  await expect(migrate(ownerUrl, [first, broken])).rejects.toMatchObject({
    code: 'migration.failed',
    params: { name: '0002_broken.sql' },
  })
  expect(await count('SELECT count(*) FROM first')).toBe(1)
  expect(await migrate(ownerUrl, [first, second])).toEqual(['0002_second.sql'])
})

test('the login that serves can neither migrate nor touch the record', async () => {
  await migrate(ownerUrl, [first])
  const grants = "SELECT count(*) FROM information_schema.role_table_grants WHERE table_name = 'schema_migration'"
  expect(await count(`${grants} AND grantee IN ('quanheng_app', 'PUBLIC')`)).toBe(0)
})

test.each([
  ['0001_Käse.sql', 'migration.misnamed'],
  ['1_short.sql', 'migration.misnamed'],
  ['0002_late.sql', 'migration.gap'],
])('a folder with %s alone is refused', async (name, code) => {
  const folder = join(await tempFolder(), 'migrations')
  await mkdir(folder)
  await writeFile(join(folder, name), 'SELECT 1;')
  await expect(readMigrations(folder)).rejects.toMatchObject({ code, params: { name } })
})

test('every file of db/migrations stands in checksums.json as it was released', async () => {
  const recorded = JSON.parse(await readFile(join(migrationsFolder, 'checksums.json'), 'utf8'))
  const found = Object.fromEntries((await readMigrations()).map(({ name, sha256 }) => [name, sha256]))
  expect(found, 'new files: node scripts/record-migrations.mjs').toEqual(recorded)
})
