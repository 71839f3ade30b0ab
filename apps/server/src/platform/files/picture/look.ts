import type { Fingerprint } from '@quanheng/domain/evidence/picture/fingerprint'
import { bitsBetween } from '@quanheng/domain/evidence/picture/match'
import type { Database } from '../../database/database.ts'
import { ChildFailed, runInChild, runInWorker } from '../../jobs/run.ts'
import type { FileStore } from '../file-store.ts'
import type { Alike, CompareOrder } from './compare-pictures-task.ts'
import { isJpeg } from './jpeg.ts'
import { isPng } from './png.ts'
import type { PictureSeen } from './read-picture-task.ts'

/** Bytes of a picture file beyond which it is not read at all. */
const largest = 60 * 1_048_576
const childLimits = { memoryMb: 512, seconds: 60 }
/** Hashes compared between two turns of the event loop, and pictures looked at more closely, the nearest of them. */
const batch = 2_000
const mostCandidates = 500

/** All of it, or null where it is no picture by its first bytes; `tooLarge` before more is read than may be. */
const pictureBytes = async (files: FileStore, sha256: string): Promise<Buffer | 'other' | 'tooLarge'> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of files.open(sha256)) {
    parts.push(part as Buffer)
    if (size === 0 && !isPng(part as Buffer) && !isJpeg(part as Buffer)) return 'other'
    size += part.length
    if (size > largest) return 'tooLarge'
  }
  return Buffer.concat(parts)
}

const seen = async (files: FileStore, sha256: string): Promise<PictureSeen | { readonly state: 'other' }> => {
  const bytes = await pictureBytes(files, sha256)
  if (typeof bytes === 'string') return { state: bytes }
  try {
    return await runInChild<Uint8Array, PictureSeen>(
      new URL('./read-picture-task.ts', import.meta.url),
      bytes,
      childLimits,
    )
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    return { state: error.reason === 'time' ? 'tooLarge' : 'damaged' }
  }
}

/** The pictures whose hashes are nearest to these, nearest first. */
const candidatesFor = async (db: Database, sha256: string, hashes: Uint8Array): Promise<readonly string[]> => {
  const near: { sha256: string; bits: number }[] = []
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('picture')
      .select(['sha256', 'hashes'])
      .where('state', '=', 'read')
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(batch)
      .execute()
    for (const row of rows) {
      const bits = row.sha256 === sha256 || row.hashes === null ? null : bitsBetween(hashes, row.hashes)
      if (bits !== null) near.push({ sha256: row.sha256, bits })
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < batch) break
    after = last.sha256
  }
  return near
    .sort((a, b) => a.bits - b.bits)
    .slice(0, mostCandidates)
    .map((one) => one.sha256)
}

const alikeTo = async (db: Database, sha256: string, picture: Fingerprint): Promise<readonly Alike[]> => {
  const near = await candidatesFor(db, sha256, picture.hashes)
  if (near.length === 0) return []
  const rows = await db
    .selectFrom('picture')
    .select(['sha256', 'hashes', 'thumb'])
    .where('sha256', 'in', near)
    .execute()
  const candidates = rows.flatMap(({ sha256: other, hashes, thumb }) =>
    hashes === null || thumb === null ? [] : [{ sha256: other, hashes, thumb }],
  )
  return runInWorker<CompareOrder, readonly Alike[]>(new URL('./compare-pictures-task.ts', import.meta.url), {
    picture,
    candidates,
  })
}

/** Looks at a stored file as a picture, once: keeps its fingerprint and notes which pictures that are there already it is alike to. */
export const lookAt = async (db: Database, files: FileStore, sha256: string, now: Date): Promise<void> => {
  const known = await db.selectFrom('picture').select('sha256').where('sha256', '=', sha256).executeTakeFirst()
  if (known !== undefined) return
  const found = (await files.has(sha256)) ? await seen(files, sha256) : ({ state: 'damaged' } as const)
  const read = found.state === 'read' ? found : null
  // Kept before it is compared: of two that come in the same moment the later one finds the other.
  await db
    .insertInto('picture')
    .values({
      sha256,
      at: now,
      state: found.state,
      width: read?.width ?? null,
      height: read?.height ?? null,
      hashes: read && Buffer.from(read.hashes),
      thumb: read && Buffer.from(read.thumb),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (read === null) return
  const alike = await alikeTo(db, sha256, read)
  if (alike.length === 0) return
  await db
    .insertInto('picture_likeness')
    .values(
      alike.map(({ sha256: other, agreement }) => ({
        first: sha256 < other ? sha256 : other,
        second: sha256 < other ? other : sha256,
        agreement: agreement.toFixed(3),
        at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
