import { createHash, randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Refusal } from '@quanheng/contract/errors'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { type Disk, localDisk, type WritableFile } from './disk.ts'

export interface StoredFile {
  readonly sha256: string
  readonly sm3: string
  readonly size: number
}

/** Judges a file by its first bytes, at most a kilobyte of them. */
type Look = (head: Uint8Array) => Result<unknown, Refusal>

/** Content-addressed bytes: a name is the SHA-256 of what it names, so nothing is ever overwritten. */
export interface FileStore {
  /**
   * Streams to disk, hashing on the way; resolves only when file and folder are synced. Refused are empty and oversized files, what
   * `look` refuses, and what the disk cannot take; of these nothing stays.
   */
  readonly put: (content: AsyncIterable<Uint8Array>, limit: number, look?: Look) => Promise<Result<StoredFile, Refusal>>
  readonly open: (sha256: string) => NodeJS.ReadableStream
  /** Where a worker on this machine reads it itself. */
  readonly locate: (sha256: string) => string
  readonly has: (sha256: string) => Promise<boolean>
  /** The stored names that begin with these two digits, in order. */
  readonly list: (block: string) => Promise<readonly string[]>
  /** Takes away what a killed process left half received for longer than a day. @returns how many */
  readonly tidy: (now: Date) => Promise<number>
}

const digestForm = /^[0-9a-f]{64}$/
const day = 24 * 3_600_000

/** What people hear when the disk does not take a file; anything else is a fault of ours and is thrown. */
const diskRefusals: Readonly<Record<string, Refusal>> = {
  ENOSPC: { code: 'platform.diskFull' },
  EDQUOT: { code: 'platform.diskFull' },
  EIO: { code: 'platform.diskFault' },
  EROFS: { code: 'platform.diskFault' },
}

/** A local folder, 0700: `<root>/ab/abcdef…`. */
export const localFileStore = (root: string, disk: Disk = localDisk): FileStore => {
  const incomingFolder = join(root, 'incoming')
  const pathOf = (sha256: string): string => {
    if (!digestForm.test(sha256)) throw new TypeError('not a SHA-256 in hexadecimal')
    return join(root, sha256.slice(0, 2), sha256)
  }

  /** Does it, and makes the folder first only where that turns out to be missing: nearly always it is there. */
  const withFolderOf = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      const made = await disk.makeFolder(dirname(path))
      if (made !== undefined) await disk.syncFolder(dirname(made))
      return work()
    }
  }

  /** The received file under its own name, durably; one that is there already is held to the same. */
  const keep = async (incoming: string, sha256: string): Promise<void> => {
    const target = pathOf(sha256)
    if (await disk.exists(target)) await disk.unlink(incoming)
    else await withFolderOf(target, () => disk.rename(incoming, target))
    await disk.syncFolder(dirname(target))
  }

  return {
    put: async (content, limit, look) => {
      const incoming = join(incomingFolder, randomUUID())
      /** Whatever went wrong before is told, not that its leavings could not be taken away: `tidy` takes them later. */
      const drop = () => disk.unlink(incoming).catch(() => undefined)
      try {
        const file = await withFolderOf(incoming, () => disk.create(incoming))
        const received = await receive(file, content, limit, look)
        if (received.ok) await keep(incoming, received.value.sha256)
        else await drop()
        return received
      } catch (error) {
        await drop()
        const refusal = diskRefusals[String((error as NodeJS.ErrnoException).code)]
        if (refusal === undefined) throw error
        return fail(refusal)
      }
    },
    open: (sha256) => disk.read(pathOf(sha256)),
    locate: pathOf,
    has: (sha256) => disk.exists(pathOf(sha256)),
    list: async (block) => [...(await disk.list(join(root, block)))].filter((name) => digestForm.test(name)).sort(),
    tidy: async (now) => {
      let taken = 0
      for (const name of await disk.list(incomingFolder)) {
        const path = join(incomingFolder, name)
        if (now.getTime() - (await disk.writtenAt(path)) < day) continue
        await disk.unlink(path)
        taken++
      }
      return taken
    },
  }
}

const headSize = 1024

const receive = async (
  file: WritableFile,
  content: AsyncIterable<Uint8Array>,
  limit: number,
  look: Look = () => ok(undefined),
): Promise<Result<StoredFile, Refusal>> => {
  const sha256 = createHash('sha256')
  const sm3 = createHash('sm3')
  let size = 0
  let head = Buffer.alloc(0)
  try {
    for await (const chunk of content) {
      if (head.length < headSize) head = Buffer.concat([head, chunk.subarray(0, headSize - head.length)])
      size += chunk.length
      if (size > limit) return refuse('platform.tooLarge', { params: { limit: `${Math.floor(limit / 1_048_576)} MB` } })
      sha256.update(chunk)
      sm3.update(chunk)
      await file.write(chunk)
    }
    if (size === 0) return fail({ code: 'upload.empty' })
    const seen = look(head)
    if (!seen.ok) return seen
    await file.sync()
  } finally {
    await file.close()
  }
  return ok({ sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), size })
}
