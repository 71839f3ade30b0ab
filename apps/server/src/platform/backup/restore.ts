import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Decrypter } from 'age-encryption'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Migration, migrate, readMigrations } from '../database/migrate.ts'
import { localDisk } from '../files/disk.ts'
import { type FileStore, localFileStore } from '../files/file-store.ts'
import { writeWhole } from '../files/write-whole.ts'
import { withClient } from '../postgres/client.ts'
import { quoted } from '../postgres/drop-database.ts'
import { Refusal, reasonOf } from '../process/refusal.ts'
import { referencesOf, tablesOf } from './catalog.ts'
import { logHeads } from './heads.ts'
import { logKeyParts, type Manifest } from './manifest.ts'
import { type OnPart, readPack } from './unpack.ts'

export interface RestoreRequest {
  readonly ownerUrl: string
  readonly dataDir: string
  readonly file: string
  readonly opener: Decrypter
  /** Looks at the rows before they are there for good; what it throws leaves the database empty. */
  readonly beforeCommit: (client: pg.Client, manifest: Manifest) => Promise<void>
}

/** The migrations that the backup's tables had; this program must have them too, unchanged. */
const migrationsOf = async ({ migrations }: Manifest): Promise<readonly Migration[]> => {
  const ours = await readMigrations()
  for (const [index, { name, sha256 }] of migrations.entries()) {
    if (ours[index]?.name !== name) throw new Refusal('backup.newer', { name })
    if (ours[index].sha256 !== sha256) throw new Refusal('migration.changed', { name })
  }
  return ours.slice(0, migrations.length)
}

/** Restoring over anything would be a way to make acts unhappen: only an empty database is filled. */
const mustBeEmpty = async (client: pg.Client, dataDir: string): Promise<void> => {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.installation') IS NOT NULL AS there`,
  )
  if (!rows[0]?.there) return
  const found = await client.query('SELECT FROM installation UNION ALL SELECT FROM act LIMIT 1')
  if (found.rowCount !== 0) throw new Refusal('restore.notEmpty', { dir: dataDir })
}

const keepKey = async (path: string, content: AsyncIterable<Uint8Array>): Promise<void> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  await localDisk.makeFolder(dirname(path))
  await writeWhole(path, Buffer.concat(chunks))
}

const partsInto = (client: pg.Client, manifest: Manifest, files: FileStore, dataDir: string): OnPart => {
  const columnsOf = new Map(manifest.tables.map(({ name, columns }) => [name, columns.map(quoted).join(', ')]))
  return async (name, content) => {
    const [folder, table = ''] = name.split('/')
    if (folder === 'tables') {
      const columns = columnsOf.get(table)
      if (columns === undefined) throw new Refusal('backup.damaged', { file: name, part: name, reason: 'extra' })
      const into = client.query(copyFrom(`COPY ${quoted(table)} (${columns}) FROM STDIN`))
      await pipeline(Readable.from(content), into)
    } else if (folder === 'files') {
      const stored = await files.put(content, Number.MAX_SAFE_INTEGER)
      if (!stored.ok) throw new Refusal('restore.failed', { part: name, reason: stored.error.code })
    } else if (logKeyParts.some((part) => part === name)) await keepKey(join(dataDir, name), content)
  }
}

/** Within one transaction: all of it is there, or nothing. */
const load = async (client: pg.Client, request: RestoreRequest, manifest: Manifest): Promise<void> => {
  const { dataDir, file, opener } = request
  const tables = await tablesOf(client)
  const references = await referencesOf(client)
  for (const { table, name } of references) {
    await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`)
  }
  await client.query(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(', ')}`)
  const files = localFileStore(join(dataDir, 'files'))
  await readPack(file, opener, partsInto(client, manifest, files, dataDir))
  for (const { table, name, definition } of references) {
    await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`)
  }
  for (const { table, column, last } of manifest.sequences) {
    await client.query('SELECT setval(pg_get_serial_sequence(quote_ident($1), $2), $3)', [table, column, last])
  }
  for (const { name, rows } of manifest.tables) {
    const { rows: found } = await client.query<{ count: string }>(`SELECT count(*) AS count FROM ${quoted(name)}`)
    if (Number(found[0]?.count) !== rows) throw new Refusal('backup.damaged', { file, part: name, reason: 'digest' })
  }
  const heads = await logHeads(client)
  const { log } = manifest
  if (heads.size !== log.size || heads.root !== log.root || heads.sm3Root !== log.sm3Root) {
    throw new Refusal('restore.logDiffers', { size: log.size })
  }
}

/**
 * Fills an empty system from a backup: the whole file is checked first, then rows, files and (from a closed backup) the log's key
 * are put back, and the log is computed again from its leaves and compared. Files that were written before a refusal do no harm:
 * they are named by their content.
 * @throws Refusal that names the damaged part, the migration this program does not have, or what already stands here
 */
export const restore = async (request: RestoreRequest): Promise<Manifest> => {
  const { ownerUrl, file, opener, dataDir } = request
  const manifest = await readPack(file, opener)
  const migrations = await migrationsOf(manifest)
  await withClient(ownerUrl, (client) => mustBeEmpty(client, dataDir))
  await migrate(ownerUrl, migrations)
  return withClient(ownerUrl, async (client) => {
    await client.query('BEGIN')
    try {
      await load(client, request, manifest)
      await request.beforeCommit(client, manifest)
      await client.query('COMMIT')
      return manifest
    } catch (error) {
      await client.query('ROLLBACK')
      if (error instanceof Refusal) throw error
      throw new Refusal('restore.failed', { part: file, reason: reasonOf(error) }, error)
    }
  })
}
