import { Buffer } from 'node:buffer'
import yauzl from 'yauzl'
import { uploadLimits, weigh, type ZipLimits, ZipRefused } from './limits.ts'
import type { ZipPart } from './write.ts'

/** For zips that this package wrote itself a moment ago. */
export const ownLimits: ZipLimits = { entries: 65_000, expanded: 2 ** 32, ratio: Number.POSITIVE_INFINITY }

const sizesOf = ({ fileName, compressedSize, uncompressedSize }: yauzl.Entry) => ({
  fileName,
  compressedSize,
  uncompressedSize,
})

/** One entry's bytes; counted while they inflate, since the directory may lie about their number. */
async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry, room: number): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > room) {
      stream.destroy()
      throw new ZipRefused('expanded')
    }
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks, size))
}

/**
 * The files of a zip in directory order, folders left out, nothing inflated before the directory keeps the limits.
 * Throws `ZipRefused` and nothing else: a zip that is cut, lies about sizes, repeats a name or climbs with `..` is `broken`.
 */
export async function readZip(bytes: Uint8Array, limits: ZipLimits = uploadLimits): Promise<readonly ZipPart[]> {
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if (zip.entryCount > limits.entries) throw new ZipRefused('entries')
    const entries: yauzl.Entry[] = []
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > limits.entries) throw new ZipRefused('entries')
    }
    weigh(
      entries.map((entry) => ({ ...sizesOf(entry), encrypted: entry.isEncrypted() })),
      limits,
    )
    const parts: ZipPart[] = []
    let room = limits.expanded
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue
      const inflated = await inflate(zip, entry, room)
      room -= inflated.length
      parts.push({ path: entry.fileName, bytes: inflated })
    }
    return parts
  } catch (error) {
    throw error instanceof ZipRefused ? error : new ZipRefused('broken', error)
  }
}
