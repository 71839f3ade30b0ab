import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Refusal } from '@quanheng/contract/errors'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { syncFolder } from './sync-folder.ts'

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
   * Streams to disk, hashing on the way; resolves only when file and folder are synced. Empty and oversized are refused, and what
   * `look` refuses; of these nothing stays.
   */
  readonly put: (content: AsyncIterable<Uint8Array>, limit: number, look?: Look) => Promise<Result<StoredFile, Refusal>>
  readonly open: (sha256: string) => NodeJS.ReadableStream
  readonly has: (sha256: string) => Promise<boolean>
}

const digestForm = /^[0-9a-f]{64}$/

/** A local folder, 0700: `<root>/ab/abcdef…`. */
export const localFileStore = (root: string): FileStore => {
  const pathOf = (sha256: string): string => {
    if (!digestForm.test(sha256)) throw new TypeError('not a SHA-256 in hexadecimal')
    return join(root, sha256.slice(0, 2), sha256)
  }
  const exists = (path: string): Promise<boolean> =>
    stat(path).then(
      () => true,
      () => false,
    )
  return {
    put: async (content, limit, look) => {
      const incoming = join(root, 'incoming', randomUUID())
      const file = await withFolderOf(incoming, () => open(incoming, 'wx', 0o600))
      const received = await receive(file, content, limit, look)
        .finally(() => file.close())
        .catch(async (error: unknown) => {
          await unlink(incoming)
          throw error
        })
      if (!received.ok) {
        await unlink(incoming)
        return received
      }
      const target = pathOf(received.value.sha256)
      if (await exists(target)) {
        await unlink(incoming)
        return received
      }
      await withFolderOf(target, () => rename(incoming, target))
      await syncFolder(dirname(target))
      return received
    },
    open: (sha256) => createReadStream(pathOf(sha256)),
    has: (sha256) => exists(pathOf(sha256)),
  }
}

/** Does it, and makes the folder first only where that turns out to be missing: nearly always it is there. */
const withFolderOf = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return work()
  }
}

const headSize = 1024

const receive = async (
  file: FileHandle,
  content: AsyncIterable<Uint8Array>,
  limit: number,
  look: Look = () => ok(undefined),
): Promise<Result<StoredFile, Refusal>> => {
  const sha256 = createHash('sha256')
  const sm3 = createHash('sm3')
  let size = 0
  let head = Buffer.alloc(0)
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
  return ok({ sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), size })
}
