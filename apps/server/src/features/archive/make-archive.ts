import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '@quanheng/contract/errors'
import type { ArchiveContents, ArchiveFileKind, MakingStage, Retention } from '@quanheng/domain/archive/model'
import { hex, utf8 } from '@quanheng/domain/kernel/digest'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { type ArchiveManifest, sealOrigin } from '@quanheng/papers/archive/model'
import { largestZip } from '@quanheng/papers/archive/zip'
import type { CheckpointRow } from '../../platform/database/tables.ts'
import { runInWorker, type Watching } from '../../platform/jobs/run.ts'
import type { LoggedNouns } from '../../platform/log/check/check-rows.ts'
import { verifierKeys } from '../../platform/log/entries.ts'
import { sha256 } from '../../platform/log/means.ts'
import { newestCheckpoint } from '../../platform/log/seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Collection, collect } from './collect.ts'
import type { MakingProgress, PackageOrder } from './package-order.ts'
import { publicOf } from './public-export.ts'
import type { WriteOrder, Written } from './write-task.ts'
import type { ArchiveYear } from './year.ts'

export interface MakeRequest {
  readonly year: ArchiveYear
  readonly organ: string
  readonly on: string
  readonly retention: Retention
  /** Only what may be published. */
  readonly isPublic?: true
}

export interface MadeArchive {
  readonly manifestDigest: string
  readonly zipDigest: string
  readonly size: number
  readonly leaves: number
  readonly contents: readonly ArchiveContents[]
}

/** How often the log is sealed again because somebody acted between sealing and reading. */
const attempts = 8

/** One state of the database that the newest checkpoint covers to its last leaf. */
const collectSealed = async (
  { db, sealer, installation }: Platform,
  nouns: LoggedNouns,
  { year, organ, on, retention, isPublic }: MakeRequest,
): Promise<Result<Collection, Refusal>> => {
  const facts = installation.current()
  if (facts === null) return refuse('archive.busy')
  const { origin, saltKey } = facts
  for (let attempt = 0; attempt < attempts; attempt++) {
    const sealed = await sealer.now(null)
    if (!sealed.ok) return sealed
    const found = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const checkpoint = await newestCheckpoint(tx)
        if (checkpoint === undefined || !(await coversAll(tx, checkpoint))) return undefined
        const all = await collect(tx, { year, organ, on, retention, checkpoint, origin, saltKey, nouns })
        return 'changed' in all || !isPublic ? all : publicOf(tx, all, year)
      })
    if (found === undefined) continue
    if ('changed' in found) return fail({ code: 'archive.thingChanged', params: found.changed })
    if ('nothing' in found) return refuse('archive.nothingPublic', { params: { year: String(year.year) } })
    return 'personal' in found ? refuse('archive.personal', { params: { path: found.personal } }) : ok(found)
  }
  return refuse('archive.busy')
}

const coversAll = async (tx: Parameters<typeof newestCheckpoint>[0], { size }: CheckpointRow): Promise<boolean> => {
  const waiting = await tx.selectFrom('leaf_queue').select('act_id').limit(1).executeTakeFirst()
  const beyond = await tx
    .selectFrom('tree_entry')
    .select('position')
    .where('position', '>=', size)
    .limit(1)
    .executeTakeFirst()
  return waiting === undefined && beyond === undefined
}

export const contentsOf = ({ files, retention }: ArchiveManifest): readonly ArchiveContents[] => {
  const byKind = new Map<ArchiveFileKind, { files: number; bytes: number }>()
  for (const { kind, size } of files) {
    const own = byKind.get(kind) ?? { files: 0, bytes: 0 }
    byKind.set(kind, { files: own.files + 1, bytes: own.bytes + size })
  }
  return [...byKind].sort().map(([kind, sum]) => ({ kind, ...sum, retention: retention[kind] }))
}

const day = 24 * 3_600_000

/** Takes away what a killed process left half made. */
const tidy = async (folder: string, now: Date): Promise<void> => {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const made = await stat(path).catch(() => null)
    if (made !== null && now.getTime() - made.mtimeMs > day) await rm(path, { force: true })
  }
}

/**
 * The package of a year, kept in the file store; made in a worker and read again by its own verifier before it counts. Says how far it is, and ends
 * where it is, with nothing kept, when it is cancelled.
 */
export const makeArchiveFile = async (
  platform: Platform,
  nouns: LoggedNouns,
  request: MakeRequest,
  watching: Watching<MakingProgress> = {},
): Promise<Result<MadeArchive, Refusal>> => {
  try {
    return await makeWatched(platform, nouns, request, watching)
  } catch (error) {
    if (watching.signal?.aborted) return refuse('archive.cancelled', { params: { year: String(request.year.year) } })
    throw error
  }
}

const makeWatched = async (
  platform: Platform,
  nouns: LoggedNouns,
  request: MakeRequest,
  watching: Watching<MakingProgress>,
): Promise<Result<MadeArchive, Refusal>> => {
  const { db, clock, files, sealer, options } = platform
  const stage = (name: MakingStage): void => {
    watching.signal?.throwIfAborted()
    watching.told?.({ stage: name, done: 0, total: 0 })
  }
  stage('collecting')
  const collected = await collectSealed(platform, nouns, request)
  if (!collected.ok) return collected
  stage('digesting')
  const { head, texts, files: cited } = collected.value
  for (const { sha256: digest } of cited) {
    if (!(await files.has(digest))) return fail({ code: 'archive.filesMissing', params: { digest } })
  }
  const order: PackageOrder = {
    head,
    texts,
    stored: cited.map(({ path, kind, sha256: digest }) => ({ path, kind, from: files.locate(digest) })),
  }
  const manifest = await runInWorker<PackageOrder, string, MakingProgress>(
    new URL('./manifest-task.ts', import.meta.url),
    order,
    watching,
  )
  const root = sha256(utf8(manifest))
  const seal = await sealer.attest({ origin: sealOrigin(head.origin), size: head.size, root })
  if (!seal.ok) return seal
  const folder = join(options.dataDir, 'making')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await tidy(folder, clock.now())
  stage('writing')
  const to = join(folder, randomUUID())
  try {
    const written = await runInWorker<WriteOrder, Written, MakingProgress>(
      new URL('./write-task.ts', import.meta.url),
      { ...order, manifest, seal: seal.value, keys: await verifierKeys(db), to },
      watching,
    )
    if (!('size' in written)) return unsound(written)
    stage('keeping')
    const kept = await files.put(createReadStream(to), largestZip + 1)
    if (!kept.ok) return kept
    const { size, sha256: zipDigest } = kept.value
    const contents = contentsOf(JSON.parse(manifest) as ArchiveManifest)
    return ok({ manifestDigest: hex(root), zipDigest, size, leaves: head.size, contents })
  } finally {
    await rm(to, { force: true })
  }
}

const unsound = ({ fault, params }: Exclude<Written, { readonly size: number }>): Result<never, Refusal> =>
  fault === 'tooLarge'
    ? refuse('archive.tooLarge')
    : fail({ code: 'archive.notSound', params: { reason: [fault, ...Object.values(params)].join(' ') } })
