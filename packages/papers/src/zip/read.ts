import { Buffer } from 'node:buffer'
import yauzl from 'yauzl'
import type { ZipPart } from './write.ts'

/** What an uploaded zip may hold before anything parses it. */
export interface ZipLimits {
  /** Entries in the central directory. */
  readonly entries: number
  /** Bytes of all entries together, inflated. */
  readonly expanded: number
  /** Inflated to stored bytes, per entry; entries that inflate to 64 KiB or less are not weighed. */
  readonly ratio: number
}

export const uploadLimits: ZipLimits = { entries: 2_000, expanded: 200 * 1024 * 1024, ratio: 100 }

/** For zips that this package wrote itself a moment ago. */
export const ownLimits: ZipLimits = { entries: 65_000, expanded: 2 ** 32, ratio: Number.POSITIVE_INFINITY }

const weighed = 64 * 1024

export type ZipFault = 'broken' | 'encrypted' | 'entries' | 'expanded' | 'ratio'

/** Thrown by `readZip`; `fault` says which promise the file breaks. */
export class ZipRefused extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault, cause?: unknown) {
    super(`zip refused: ${fault}`, { cause })
    this.fault = fault
  }
}

/** Refuses by the central directory alone, so that a bomb costs no inflation. */
function weigh(entries: readonly yauzl.Entry[], limits: ZipLimits): void {
  const names = new Set<string>()
  let expanded = 0
  for (const entry of entries) {
    if (entry.isEncrypted()) throw new ZipRefused('encrypted')
    if (names.has(entry.fileName)) throw new ZipRefused('broken')
    names.add(entry.fileName)
    expanded += entry.uncompressedSize
    if (expanded > limits.expanded) throw new ZipRefused('expanded')
    if (entry.uncompressedSize > weighed && entry.uncompressedSize > entry.compressedSize * limits.ratio)
      throw new ZipRefused('ratio')
  }
}

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
    weigh(entries, limits)
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
