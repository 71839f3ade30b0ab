import { utf8 } from '@quanheng/domain/kernel/digest'

/** CRC-32 of zip files, passed in like hashes. */
export type Crc32 = (bytes: Uint8Array) => number

/** The text of bytes that are UTF-8 (RFC 3629), a mark at their beginning kept; undefined for others. */
export type Decode = (bytes: Uint8Array) => string | undefined

/** Bytes that are read piece by piece: a package may be larger than memory. */
export interface Source {
  readonly size: number
  /** Exactly `length` bytes from `at`; asked only for what lies inside. */
  readonly read: (at: number, length: number) => Promise<Uint8Array>
}

export interface ZipEntry {
  readonly path: string
  readonly size: number
  readonly crc: number
  /** Where its content begins. */
  readonly at: number
}

export const manifestPath = 'manifest.json'
export const sealPath = 'seal.txt'

/** The plain format ends here; nothing is written beyond it. */
export const largestZip = 0xffffffff
const mostEntries = 65_534
const longestPath = 400

/** Whether it unpacks inside the folder that it is unpacked in, on any system. */
export const isPlainPath = (path: string): boolean =>
  path.length <= longestPath &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  !/[\\:*?"<>|\u0000-\u001f\u007f\ud800-\udfff\ufeff]/.test(path) &&
  path.split('/').every((part) => part !== '' && !/^\.+$|[. ]$/.test(part))

const numbers = (...parts: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, [, width]) => sum + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, width] of parts) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return bytes
}

/** Stored, names in UTF-8, of 1 January 1980: the same for every entry of every package. */
const described = (size: number, crc: number, name: Uint8Array): readonly (readonly [number, 2 | 4])[] => [
  [20, 2],
  [0x0800, 2],
  [0, 2],
  [0, 2],
  [0x21, 2],
  [crc, 4],
  [size, 4],
  [size, 4],
  [name.length, 2],
  [0, 2],
]

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** What stands before an entry's content. */
export const localHeader = ({ path, size, crc }: Omit<ZipEntry, 'at'>): Uint8Array => {
  const name = utf8(path)
  return joined([numbers([0x04034b50, 4], ...described(size, crc, name)), name])
}

/** What stands behind the last content, `end` bytes from the beginning. */
export const directory = (entries: readonly ZipEntry[], end: number): Uint8Array => {
  const records = entries.map(({ path, size, crc, at }) => {
    const name = utf8(path)
    const offset = at - 30 - name.length
    return joined([
      numbers([0x02014b50, 4], [20, 2], ...described(size, crc, name), [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      name,
    ])
  })
  const length = records.reduce((sum, record) => sum + record.length, 0)
  const count = entries.length
  const last = numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [end, 4], [0, 2])
  return joined([...records, last])
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])

/** Manifest, seal, then the files in order of path: no two alike. */
const inOrder = (paths: readonly string[]): boolean =>
  paths[0] === manifestPath &&
  paths[1] === sealPath &&
  paths
    .slice(2)
    .every((path, at) => path !== manifestPath && path !== sealPath && (at === 0 || (paths[at + 1] as string) < path))

/**
 * Entries of a package, read from its beginning; undefined unless these very bytes are what a writer of packages would write around their
 * contents. So there is nothing that two readers could take differently: no second directory, no name twice, nothing compressed.
 */
export const readZip = async (source: Source, decode: Decode): Promise<readonly ZipEntry[] | undefined> => {
  const entries: ZipEntry[] = []
  let at = 0
  if (source.size > largestZip) return undefined
  while (at + 30 <= source.size && entries.length <= mostEntries) {
    const head = await source.read(at, 30)
    const view = new DataView(head.buffer, head.byteOffset)
    if (view.getUint32(0, true) !== 0x04034b50) break
    const nameLength = view.getUint16(26, true)
    const begin = at + 30 + nameLength
    const size = view.getUint32(18, true)
    if (begin + size > source.size) return undefined
    const name = await source.read(at + 30, nameLength)
    const path = decode(name)
    if (path === undefined || !isPlainPath(path)) return undefined
    const entry = { path, size, crc: view.getUint32(14, true), at: begin }
    if (!same(localHeader(entry), joined([head, name]))) return undefined
    entries.push(entry)
    at = begin + size
  }
  if (entries.length > mostEntries || !inOrder(entries.map(({ path }) => path))) return undefined
  const expected = directory(entries, at)
  if (source.size - at !== expected.length) return undefined
  return same(expected, await source.read(at, expected.length)) ? entries : undefined
}
