import { dirname } from 'node:path'
import { type Disk, localDisk } from './disk.ts'

export interface Writing {
  readonly disk?: Disk
  /** Rights of the file; its owner's alone unless others are to read it. */
  readonly mode?: number
}

/**
 * A small file that is there whole and durably, or as it was before: written beside, synced, renamed, its folder synced. What a
 * killed process left beside it is written anew. Rejects as the system does; nothing is left beside it then.
 */
export const writeWhole = async (
  path: string,
  content: string | Uint8Array,
  { disk = localDisk, mode = 0o600 }: Writing = {},
): Promise<void> => {
  const part = `${path}.part`
  const drop = () => disk.unlink(part).catch(() => undefined)
  await drop()
  try {
    const file = await disk.create(part, mode)
    try {
      await file.write(Buffer.from(content))
      await file.sync()
    } finally {
      await file.close()
    }
    await disk.rename(part, path)
  } catch (error) {
    await drop()
    throw error
  }
  await disk.syncFolder(dirname(path))
}
