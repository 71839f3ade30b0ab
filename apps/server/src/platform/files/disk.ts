import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { syncFolder } from './sync-folder.ts'

/** A new file that is being written. */
export interface WritableFile {
  /** All of the chunk, or it throws. */
  readonly write: (chunk: Uint8Array) => Promise<void>
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What the file store, the log's places and the backups ask of the operating system, and tests refuse it. Rejects with `ENOSPC`, `EIO` … as the system does. */
export interface Disk {
  /** Makes a file that must not exist yet, 0600 unless others are to read it. */
  readonly create: (path: string, mode?: number) => Promise<WritableFile>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly unlink: (path: string) => Promise<void>
  /** Makes the folder and those above it, 0700. @returns the first that was made; undefined where all were there */
  readonly makeFolder: (path: string) => Promise<string | undefined>
  readonly syncFolder: (path: string) => Promise<void>
  readonly exists: (path: string) => Promise<boolean>
  readonly list: (path: string) => Promise<readonly string[]>
  /** Milliseconds since 1970 at which it was last written. */
  readonly writtenAt: (path: string) => Promise<number>
  readonly read: (path: string) => NodeJS.ReadableStream
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

export const localDisk: Disk = {
  create: async (path, mode = 0o600) => {
    const file = await open(path, 'wx', mode)
    return {
      write: (chunk) => file.appendFile(chunk),
      sync: () => file.sync(),
      close: () => file.close(),
    }
  },
  rename,
  unlink,
  makeFolder: (path) => mkdir(path, { recursive: true, mode: 0o700 }),
  syncFolder,
  exists: (path) =>
    stat(path).then(
      () => true,
      (error) => {
        if (isMissing(error)) return false
        throw error
      },
    ),
  list: (path) =>
    readdir(path).catch((error) => {
      if (isMissing(error)) return []
      throw error
    }),
  writtenAt: async (path) => (await stat(path)).mtimeMs,
  read: (path) => createReadStream(path),
}
