import { createHash } from 'node:crypto'
import { type Database, json, type Reader } from '../database/database.ts'
import type { FileCheckRow, FileFault } from '../database/tables.ts'
import type { Installation } from '../door/act.ts'
import type { Context } from '../door/context.ts'
import { writeOwnAct } from '../door/own-act.ts'
import type { FileStore } from './file-store.ts'

export type CheckCause = FileCheckRow['cause']

/** The newest check; null where none was made. */
export const newestCheck = async (db: Reader): Promise<FileCheckRow | null> =>
  (await db.selectFrom('file_check').selectAll().orderBy('ended_at', 'desc').limit(1).executeTakeFirst()) ?? null

/** Digested as it is kept. */
export const canonicalCheck = (row: FileCheckRow) => ({
  v: 1,
  noun: 'fileCheck',
  id: row.id,
  cause: row.cause,
  files: row.files,
  bytes: String(row.bytes),
  faults: row.faults,
})

/** A file that something rests on, with the SM3 that was noted when it came. */
export interface KeptFile {
  readonly sha256: string
  readonly sm3: string | null
  /** Under which it was handed in; null for what has none. */
  readonly name: string | null
}

/** Every file that a row of some feature rests on. */
export type KeptFiles = (db: Reader) => Promise<readonly KeptFile[]>

interface Known {
  readonly sm3: string | null
  readonly names: readonly string[]
}

const byDigest = (kept: readonly KeptFile[]): ReadonlyMap<string, Known> =>
  new Map(
    [...Map.groupBy(kept, ({ sha256 }) => sha256)].map(([sha256, rows]) => [
      sha256,
      {
        sm3: rows.find(({ sm3 }) => sm3 !== null)?.sm3 ?? null,
        names: [...new Set(rows.flatMap(({ name }) => (name === null ? [] : [name])))],
      },
    ]),
  )

interface Rehashed {
  readonly bytes: number
  readonly fault: FileFault['fault'] | null
}

const rehash = async (files: FileStore, sha256: string, sm3: string | null): Promise<Rehashed> => {
  const [first, second] = [createHash('sha256'), createHash('sm3')]
  let bytes = 0
  try {
    for await (const part of files.open(sha256)) {
      bytes += part.length
      first.update(part)
      if (sm3 !== null) second.update(part)
    }
  } catch {
    return { bytes, fault: 'unreadable' }
  }
  if (first.digest('hex') !== sha256) return { bytes, fault: 'damaged' }
  return { bytes, fault: sm3 !== null && second.digest('hex') !== sm3 ? 'sm3Differs' : null }
}

export interface CheckMeans {
  readonly db: Database
  readonly files: FileStore
  readonly keptFiles: KeptFiles
  readonly installation: Installation
  /** Asked when the check begins and again when it ends. */
  readonly contextNow: () => Context
}

/**
 * Hashes every stored file again and looks for every file that something rests on; what is damaged, unreadable or missing is named.
 * Kept as a check and as an act, whatever it finds.
 */
export const checkFiles = async (means: CheckMeans, cause: CheckCause): Promise<FileCheckRow> => {
  const { db, files, contextNow } = means
  const began = contextNow()
  await files.tidy(began.now)
  const known = byDigest(await means.keptFiles(db))
  const faults: FileFault[] = []
  const seen = new Set<string>()
  let bytes = 0
  for await (const sha256 of files.list()) {
    seen.add(sha256)
    const { sm3 = null, names = [] } = known.get(sha256) ?? {}
    const found = await rehash(files, sha256, sm3)
    bytes += found.bytes
    if (found.fault !== null) faults.push({ digest: sha256, fault: found.fault, names })
  }
  for (const [digest, { names }] of known) {
    if (!seen.has(digest) && !(await files.has(digest))) faults.push({ digest, fault: 'missing', names })
  }
  const ended = contextNow()
  const check: FileCheckRow = {
    id: ended.newId(),
    began_at: began.now,
    ended_at: ended.now,
    cause,
    files: seen.size,
    bytes,
    faults,
  }
  await writeOwnAct(db, means.installation, ended, {
    action: 'file.check',
    events: [{ type: 'filesChecked', cause, files: check.files, faults }],
    changes: [{ noun: 'fileCheck', id: check.id, version: 1, before: null, after: canonicalCheck(check) }],
    save: async (tx) => {
      await tx
        .insertInto('file_check')
        .values({ ...check, faults: json(faults) })
        .execute()
    },
  })
  return check
}
