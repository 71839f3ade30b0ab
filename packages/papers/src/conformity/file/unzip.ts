import { uploadLimits, weigh, type ZipEntry, type ZipLimits, ZipRefused } from '../../zip/limits.ts'
import type { Parts } from './parts.ts'

interface Entry extends ZipEntry {
  readonly method: number
  readonly crc: number
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endLength = 22
const longestComment = 0xffff

function broken(): never {
  throw new ZipRefused('broken')
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - longestComment)
  for (let at = view.byteLength - endLength; at >= first; at--) if (view.getUint32(at, true) === endMark) return at
  return broken()
}

/** The central directory. Files of more than 4 GB and names that climb are none of ours. */
function entriesOf(bytes: Uint8Array): readonly Entry[] {
  const view = viewOf(bytes)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  const out: Entry[] = []
  for (let at = view.getUint32(end + 16, true); out.length < count; ) {
    if (view.getUint32(at, true) !== entryMark) broken()
    const nameLength = view.getUint16(at + 28, true)
    const fileName = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (/\\|^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/.test(fileName)) broken()
    out.push({
      fileName,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      uncompressedSize: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return out
}

const littleEndian = (value: number): Uint8Array => new Uint8Array(new Uint32Array([value]).buffer)

/**
 * Deflated bytes through the browser's own gunzip, which also holds them against the sum and the length that the directory tells:
 * browsers knew gzip years before they knew bare deflate.
 */
async function inflate(data: Uint8Array, { crc, uncompressedSize }: Entry): Promise<Uint8Array> {
  const head = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  const pieces = [head, data, littleEndian(crc), littleEndian(uncompressedSize)] as ConstructorParameters<
    typeof Blob
  >[0]
  const wrapped = new Blob(pieces)
  const reader = wrapped.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const out = new Uint8Array(uncompressedSize)
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (size + value.length > uncompressedSize) {
      await reader.cancel()
      throw new ZipRefused('expanded')
    }
    out.set(value, size)
    size += value.length
  }
  return size === uncompressedSize ? out : broken()
}

async function read(bytes: Uint8Array, entry: Entry): Promise<Uint8Array> {
  const view = viewOf(bytes)
  const { offset, method, compressedSize, uncompressedSize } = entry
  if (view.getUint32(offset, true) !== localMark) broken()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const data = bytes.subarray(start, start + compressedSize)
  if (data.length !== compressedSize) broken()
  if (method === 8) return inflate(data, entry)
  return method === 0 && compressedSize === uncompressedSize ? data : broken()
}

/**
 * The parts of a .docx in a browser, under the limits of every upload; pictures and other parts that are no XML keep their names
 * only. Throws `ZipRefused` and nothing else. On the server `readZip` does this.
 */
export async function unzip(bytes: Uint8Array, limits: ZipLimits = uploadLimits): Promise<Parts> {
  try {
    const entries = entriesOf(bytes)
    weigh(entries, limits)
    const parts = new Map<string, Uint8Array>()
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue
      const isXml = /\.(?:xml|rels)$/i.test(entry.fileName)
      parts.set(entry.fileName, isXml ? await read(bytes, entry) : new Uint8Array())
    }
    return parts
  } catch (error) {
    throw error instanceof ZipRefused ? error : new ZipRefused('broken', error)
  }
}
