import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { withClient } from '../postgres/client.ts'
import { cloneRoot } from '../process/clone.ts'
import { Refusal, reasonOf } from '../process/refusal.ts'

/** One numbered file of plain SQL that PostgreSQL 15 accepts. */
export interface Migration {
  /** Such as `0001_accounts.sql`; the number orders, the whole name identifies. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string
}

export const migrationsFolder = join(cloneRoot, 'db', 'migrations')

const pattern = /^(\d{4})_[a-z0-9-]+\.sql$/

/** Any number that no other program locks: 'qhmg' as ASCII. */
const migrationLock = 0x71686d67

/** All migrations in order; refuses a misnamed file and a gap in the numbers, by name. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const migrations: Migration[] = []
  for (const name of names) {
    const number = pattern.exec(name)?.[1]
    if (!number) throw new Refusal('migration.misnamed', { name })
    const expected = String(migrations.length + 1).padStart(4, '0')
    if (number !== expected) throw new Refusal('migration.gap', { name, expected })
    const bytes = await readFile(join(folder, name))
    migrations.push({ name, sql: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  return migrations
}

/** Refuses a file that was changed after it ran here, and a database that a newer program migrated. */
async function pendingOf(client: pg.Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migration (
    name text PRIMARY KEY,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz NOT NULL DEFAULT now()
  )`)
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM schema_migration ORDER BY name',
  )
  for (const [index, row] of rows.entries()) {
    const file = migrations[index]
    if (file?.name !== row.name) throw new Refusal('migration.unknown', { name: row.name })
    if (file.sha256 !== row.sha256) throw new Refusal('migration.changed', { name: row.name })
  }
  return migrations.slice(rows.length)
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(migration.sql)
    await client.query('INSERT INTO schema_migration (name, sha256) VALUES ($1, $2)', [
      migration.name,
      migration.sha256,
    ])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Refusal('migration.failed', { name: migration.name, reason: reasonOf(error) }, error)
  }
}

/**
 * Applies what is missing, in order, each file in one transaction, under an advisory lock, as the owner. Gives the names
 * applied. A file that fails leaves the database as the file before it left it.
 */
export async function migrate(ownerUrl: string, migrations?: readonly Migration[]): Promise<string[]> {
  const all = migrations ?? (await readMigrations())
  return withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    const pending = await pendingOf(client, all)
    for (const migration of pending) await apply(client, migration)
    return pending.map((migration) => migration.name)
  })
}
