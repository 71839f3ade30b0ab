import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { utf8 } from '@quanheng/domain/kernel/digest'
import { verifyArchive } from '@quanheng/papers/archive/verify-archive'
import { writeArchive } from '@quanheng/papers/archive/write-archive'
import type { Task } from '../../platform/jobs/run.ts'
import { fileSource } from '../../platform/log/file-source.ts'
import { packageMeans } from '../../platform/log/package-means.ts'
import { type MakingProgress, type PackageOrder, packedFiles } from './package-order.ts'

export interface WriteOrder extends PackageOrder {
  readonly manifest: string
  readonly seal: string
  readonly keys: readonly string[]
  /** The file to make; must not be there. */
  readonly to: string
}

/** Null where the package holds; else the first fault, and `tooLarge`. */
export type Written =
  | { readonly size: number }
  | { readonly fault: string; readonly params: Readonly<Record<string, string>> }

/** Writes the package and reads it again with its own verifier, from the first byte to the last. Runs in a worker. */
const task: Task<WriteOrder, Written, MakingProgress> = async (order, tell) => {
  const parts = { manifest: utf8(order.manifest), seal: utf8(order.seal), files: packedFiles(order) }
  const file = await open(order.to, 'wx', 0o600)
  try {
    // Manifest and seal before the files, the directory behind them.
    const total = parts.files.length + 3
    let done = 0
    for await (const piece of writeArchive(parts, crc32)) {
      await file.appendFile(piece)
      tell({ stage: 'writing', done: ++done, total })
    }
    await file.sync()
  } catch (error) {
    if (error instanceof RangeError) return { fault: 'tooLarge', params: {} }
    throw error
  } finally {
    await file.close()
  }
  const source = await fileSource(order.to)
  try {
    const verdict = await verifyArchive(source, {
      ...packageMeans,
      keys: order.keys,
      told: tell,
    })
    return verdict.ok ? { size: source.size } : { fault: verdict.error.code, params: verdict.error.params ?? {} }
  } finally {
    await source.close()
  }
}

export default task
