import { createHash } from 'node:crypto'
import { type Database, json, type Reader, type Tx } from '../database/database.ts'
import type { FileCheckRow, FileFault } from '../database/tables.ts'
import type { Installation } from '../door/act.ts'
import type { Context } from '../door/context.ts'
import { writeOwnAct } from '../door/own-act.ts'
import type { FileStore } from './file-store.ts'

export type CheckCause = FileCheckRow['cause']

/** The newest check; null where none was made. */
export const newestCheck = async (db: Reader): Promise<FileCheckRow | null> =>
  (await db.selectFrom('file_check').selectAll().orderBy('ended_at', 'desc').limit(1).executeTakeFirst()) ?? null

/** The newest check with the nights that it went on from, as one: all files since it began, and every fault among them. */
export const newestRound = async (db: Reader): Promise<FileCheckRow | null> => {
  const newest = await newestCheck(db)
  let first = newest
  const nights = newest === null ? [] : [newest]
  while (first !== null && first.went_on_from !== null) {
    const { began_at, went_on_from } = first
    first =
      (await db
        .selectFrom('file_check')
        .selectAll()
        .where('reached', '=', went_on_from)
        .where('ended_at', '<=', began_at)
        .orderBy('ended_at', 'desc')
        .limit(1)
        .executeTakeFirst()) ?? null
    if (first !== null) nights.unshift(first)
  }
  const [began] = nights
  if (newest === null || began === undefined) return null
  return {
    ...newest,
    began_at: began.began_at,
    went_on_from: began.went_on_from,
    files: nights.reduce((sum, { files }) => sum + files, 0),
    bytes: nights.reduce((sum, { bytes }) => sum + bytes, 0),
    faults: nights.flatMap(({ faults }) => faults),
  }
}

/** Digested as it is kept. What was checked in one go says nothing of a place, as checks from before there was one. */
export const canonicalCheck = (row: FileCheckRow) => ({
  v: 1,
  noun: 'fileCheck',
  id: row.id,
  cause: row.cause,
  files: row.files,
  bytes: String(row.bytes),
  faults: row.faults,
  ...(row.went_on_from !== null && { wentOnFrom: row.went_on_from }),
  ...(row.reached !== null && { reached: row.reached }),
})

/** A file that something rests on, with the SM3 that was noted when it came and the names under which it was handed in. */
export interface KeptFile {
  readonly sha256: string
  readonly sm3: string | null
  readonly names: readonly string[]
}

/** Of the files that a row of some feature rests on, those whose digests begin with `block` and come after `after`, each once. */
export type KeptFiles = (
  db: Reader,
  range: { readonly block: string; readonly after: string },
) => Promise<readonly KeptFile[]>

/** Tells those who answer for damaged files, in the transaction of the check. */
export type TellOfFaults = (tx: Tx, context: Context, faults: readonly FileFault[]) => Promise<void>

interface Rehashed {
  readonly bytes: number
  readonly fault: FileFault['fault'] | null
}

/** Read part by part, so that no file is in memory whole. @returns null where there was no time for all of it */
const rehash = async (
  files: FileStore,
  sha256: string,
  sm3: string | null,
  mayGoOn: () => boolean,
): Promise<Rehashed | null> => {
  const [first, second] = [createHash('sha256'), createHash('sm3')]
  let bytes = 0
  try {
    for await (const part of files.open(sha256)) {
      if (!mayGoOn()) return null
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
  readonly tellOfFaults: TellOfFaults
  readonly installation: Installation
  /** Asked when the check begins and again when it ends. */
  readonly contextNow: () => Context
  /** Asked between parts of files: false once the night's time is over or the server stops. */
  readonly mayGoOn: () => boolean
}

interface Looked {
  files: number
  bytes: number
  readonly faults: FileFault[]
  /** The last file that was looked at to its end. */
  place: string
}

/** One block: its files as they lie there, beside those that rows speak of. @returns whether there was time for all of it */
const checkBlock = async (
  { db, files, keptFiles, mayGoOn }: CheckMeans,
  block: string,
  looked: Looked,
): Promise<boolean> => {
  const after = looked.place
  const kept = new Map((await keptFiles(db, { block, after })).map((file) => [file.sha256, file]))
  const stored = new Set((await files.list(block)).filter((sha256) => sha256 > after))
  for (const sha256 of [...new Set([...stored, ...kept.keys()])].sort()) {
    if (!mayGoOn()) return false
    const { sm3 = null, names = [] } = kept.get(sha256) ?? {}
    if (stored.has(sha256)) {
      const found = await rehash(files, sha256, sm3, mayGoOn)
      if (found === null) return false
      looked.files++
      looked.bytes += found.bytes
      if (found.fault !== null) looked.faults.push({ digest: sha256, fault: found.fault, names })
    } else if (!(await files.has(sha256))) {
      looked.faults.push({ digest: sha256, fault: 'missing', names })
    }
    looked.place = sha256
  }
  return true
}

/** Digests by their first two digits. */
export const digestBlocks: readonly string[] = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'))

/**
 * Hashes every stored file again and looks for every file that something rests on, block by block; what is damaged, unreadable or missing is
 * named. Where there is no time for all of them it keeps its place, and the next nightly check goes on from there; one that is asked for
 * begins at the beginning. Kept as a check and as an act, whatever it finds.
 */
export const checkFiles = async (means: CheckMeans, cause: CheckCause): Promise<FileCheckRow> => {
  const { db, files, contextNow } = means
  const began = contextNow()
  await files.tidy(began.now)
  const from = (cause === 'nightly' && (await newestCheck(db))?.reached) || null
  const looked: Looked = { files: 0, bytes: 0, faults: [], place: from ?? '' }
  let whole = true
  for (const block of digestBlocks) {
    if (block < looked.place.slice(0, 2)) continue
    whole = await checkBlock(means, block, looked)
    if (!whole) break
  }
  const ended = contextNow()
  const { faults } = looked
  const check: FileCheckRow = {
    id: ended.newId(),
    began_at: began.now,
    ended_at: ended.now,
    cause,
    files: looked.files,
    bytes: looked.bytes,
    faults,
    went_on_from: from,
    reached: whole ? null : looked.place,
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
      if (faults.length > 0) await means.tellOfFaults(tx, ended, faults)
    },
  })
  return check
}
