import { open } from 'node:fs/promises'
import type { Source } from '@quanheng/papers/archive/zip'

/** A file that is read piece by piece; closed by whoever opened it. */
export const fileSource = async (path: string): Promise<Source & { readonly close: () => Promise<void> }> => {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  return {
    size,
    read: async (at, length) => {
      const bytes = Buffer.alloc(length)
      let done = 0
      while (done < length) {
        const { bytesRead } = await file.read(bytes, done, length - done, at + done)
        if (bytesRead === 0) throw new RangeError('fileSource: the file ends before its size')
        done += bytesRead
      }
      return bytes
    },
    close: () => file.close(),
  }
}
