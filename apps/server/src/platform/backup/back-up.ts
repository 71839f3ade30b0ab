import { createReadStream } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Disk, localDisk } from '../files/disk.ts'
import { withClient } from '../postgres/client.ts'
import { quoted } from '../postgres/drop-database.ts'
import { Refusal, reasonOf } from '../process/refusal.ts'
import { citedFiles, identitiesOf, type TableColumns, tablesOf } from './catalog.ts'
import { type Lock, openerOf, readyLock } from './encryption.ts'
import { logHeads } from './heads.ts'
import { evidencePart, logKeyParts, type Manifest, tablePart } from './manifest.ts'
import { type Pack, writePack } from './pack.ts'
import { readPack } from './unpack.ts'

export interface BackUpRequest {
  readonly ownerUrl: string
  readonly dataDir: string
  /** The file to make; must not be there. */
  readonly file: string
  readonly lock: Lock
  readonly program: string
  readonly now: Date
  /** Another than the machine's own in tests alone. */
  readonly disk?: Disk
}

export interface BackUpMade {
  readonly file: string
  readonly size: number
  readonly manifest: Manifest
}

/** Bytes of rows that are held in memory before they become a piece. */
const pieceSize = 8 * 1_048_576

/** The text form of COPY: a line feed ends a row and stands nowhere else, so that every piece holds whole rows. */
const addTable = async (client: pg.Client, pack: Pack, table: TableColumns): Promise<number> => {
  const columns = table.columns.map(quoted).join(', ')
  const stream = client.query(copyTo(`COPY ${quoted(table.name)} (${columns}) TO STDOUT`))
  let held: Buffer[] = []
  let size = 0
  let pieces = 0
  let rows = 0
  const flush = async (bytes: Buffer): Promise<void> => {
    if (bytes.length === 0) return
    for (const byte of bytes) if (byte === 0x0a) rows += 1
    pieces += 1
    await pack.add(tablePart(table.name, pieces), bytes)
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk)
    size += chunk.length
    if (size < pieceSize) continue
    const bytes = Buffer.concat(held)
    const end = bytes.lastIndexOf(0x0a) + 1
    await flush(bytes.subarray(0, end))
    held = [bytes.subarray(end)]
    size = bytes.length - end
  }
  await flush(Buffer.concat(held))
  return rows
}

const digestForm = /^[0-9a-f]{64}$/

/** Stored files by name; what is still coming in has no such name. */
const storedFiles = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile() && digestForm.test(entry.name))
    .map(({ name }) => name)
    .sort()
}

const addFiles = async (pack: Pack, root: string): Promise<{ found: ReadonlySet<string>; damaged: string[] }> => {
  const names = await storedFiles(root)
  const damaged: string[] = []
  for (const name of names) {
    const path = join(root, name.slice(0, 2), name)
    const { size } = await stat(path)
    const sha256 = await pack.addStream(evidencePart(name), size, createReadStream(path))
    if (sha256 !== name) damaged.push(name)
  }
  return { found: new Set(names), damaged }
}

const contents = async (client: pg.Client, pack: Pack, request: BackUpRequest, locked: boolean) => {
  const { rows: standing } = await client.query<{ kind: Manifest['kind']; origin: string }>(
    'SELECT kind, origin FROM installation',
  )
  const [installation] = standing
  if (installation === undefined) throw new Refusal('backup.nothing', { dir: request.dataDir })
  const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
    'SELECT name, sha256 FROM schema_migration ORDER BY name',
  )
  const found = await tablesOf(client)
  const tables: Manifest['tables'] = []
  for (const table of found) {
    tables.push({ name: table.name, columns: [...table.columns], rows: await addTable(client, pack, table) })
  }
  const cited = await citedFiles(client, found)
  const files = await addFiles(pack, join(request.dataDir, 'files'))
  // In the clear it would let whoever finds the backup sign a log of their own making.
  for (const part of locked ? logKeyParts : []) {
    const key = await readFile(join(request.dataDir, part)).catch(() => undefined)
    if (key !== undefined) await pack.add(part, key)
  }
  return {
    format: 'quanheng-backup/1' as const,
    program: request.program,
    madeAt: request.now.toISOString(),
    kind: installation.kind,
    origin: installation.origin,
    migrations,
    log: await logHeads(client),
    tables,
    sequences: [...(await identitiesOf(client, found))],
    absent: [...cited].filter((sha256) => !files.found.has(sha256)).sort(),
    damaged: files.damaged,
  }
}

/**
 * Writes all rows as of one moment (REPEATABLE READ) and every stored file, reads the file once more from its first byte to its
 * last, and only then gives it its name. The server may serve meanwhile: files are never changed, and those that came later do
 * no harm.
 * @throws Refusal where there is nothing to back up, the file exists, the disk refuses it, or the lock is no lock; nothing stays then
 */
export const backUp = async (request: BackUpRequest): Promise<BackUpMade> => {
  const { file, disk = localDisk } = request
  const lock = await readyLock(request.lock)
  const opener = lock?.opener ?? (await openerOf({}))
  const part = `${file}.part`
  if (await stat(file).catch(() => undefined)) throw new Refusal('backup.exists', { file })
  try {
    await withClient(request.ownerUrl, async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      await writePack(
        part,
        lock?.encrypter,
        request.now,
        (pack) => contents(client, pack, request, lock !== undefined),
        disk,
      )
      await client.query('COMMIT')
    })
    const manifest = await readPack(part, opener)
    await disk.rename(part, file)
    await disk.syncFolder(dirname(file))
    const { size } = await stat(file)
    return { file, size, manifest }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(part, { force: true })
    if (error instanceof Refusal) throw error
    throw new Refusal('backup.failed', { file, reason: reasonOf(error) }, error)
  }
}
