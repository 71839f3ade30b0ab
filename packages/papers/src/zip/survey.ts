import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { type DomainError, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import yauzl from 'yauzl'
import { weigh, type ZipLimits, ZipRefused } from './limits.ts'

/** What can be wrong with a zip of files that people packed themselves: the whole of it is refused. */
export const zipCodes = [
  /** Cut off, lies about its sizes, or no zip at all. */
  'zip.damaged',
  /** Needs a password. */
  'zip.encrypted',
  /** More files or bytes than may be, or bytes that expand as bombs do. */
  'zip.tooLarge',
  /** Climbs out of its folder, names a drive, hides signs, or points elsewhere. [path] */
  'zip.badPath',
  /** Two files of one name. [path] */
  'zip.twice',
] as const
export type ZipCode = (typeof zipCodes)[number]

/** One file of a zip, read to its end. */
export interface ZipFileSeen {
  /** With `/`, as the person sees it. */
  readonly path: string
  /** Bytes that came out, not those that the directory speaks of. */
  readonly size: number
  /** SHA-256, hexadecimal. */
  readonly digest: string
  /** At most a kilobyte. */
  readonly head: Uint8Array
  /** Carries Office macros or controls. */
  readonly macros: boolean
  /** The whole of it, where it was asked for. */
  readonly bytes?: Uint8Array
}

const headSize = 1024
const utf8Flag = 0x800
const unicodePath = 0x7075
/** Type of a file as Unix writes it into the directory; 0 where another system packed. */
const fileType = (entry: yauzl.Entry): number => (entry.externalFileAttributes >>> 28) & 0xf
const symbolicLink = 0xa

const strictly = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Windows packs names in the code page of the machine, GBK here, and says so nowhere. */
const nameOf = (entry: yauzl.Entry): string | undefined => {
  const raw = entry.fileNameRaw
  if ((entry.generalPurposeBitFlag & utf8Flag) !== 0) return strictly('utf-8', raw)
  const extra = entry.extraFields.find(({ id }) => id === unicodePath)
  if (extra && extra.data.length > 5 && extra.data[0] === 1) return strictly('utf-8', extra.data.subarray(5))
  return strictly('utf-8', raw) ?? strictly('gb18030', raw)
}

/** Signs that nobody types: control signs, and those that turn text around so that `exe.pdf` reads as what it is not. */
const hidden = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

const isUnsafe = (path: string, entry: yauzl.Entry): boolean =>
  path === '' ||
  path.length > 400 ||
  hidden.test(path) ||
  /^(?:\/|[a-z]:)/i.test(path) ||
  path.split('/').some((part, at, parts) => part === '..' || part === '.' || (part === '' && at < parts.length - 1)) ||
  fileType(entry) === symbolicLink

interface Listed {
  readonly entry: yauzl.Entry
  readonly path: string
}

class Refused extends Error {
  readonly refusal: DomainError<ZipCode>
  constructor(code: ZipCode, path?: string) {
    super(code)
    this.refusal = path === undefined ? { code } : { code, params: { path } }
  }
}

/** The directory, every promise of it kept, before a byte is inflated. */
const listed = async (zip: yauzl.ZipFile, limits: ZipLimits): Promise<readonly Listed[]> => {
  if (zip.entryCount > limits.entries) throw new Refused('zip.tooLarge')
  const found: Listed[] = []
  const names = new Set<string>()
  for await (const entry of zip.eachEntry()) {
    // 7-Zip and old .NET programs write the separator of Windows.
    const path = nameOf(entry)?.replaceAll('\\', '/').normalize('NFC')
    if (path === undefined || isUnsafe(path, entry)) {
      throw new Refused('zip.badPath', (path ?? '').replace(new RegExp(hidden, 'gu'), '').slice(0, 200))
    }
    // Windows knows no difference of case: what would fall together there is one name.
    const name = path.toLowerCase()
    if (names.has(name)) throw new Refused('zip.twice', path)
    names.add(name)
    found.push({ entry, path })
  }
  weigh(
    found.map(({ entry, path }) => ({
      fileName: path,
      compressedSize: entry.compressedSize,
      uncompressedSize: entry.uncompressedSize,
      encrypted: entry.isEncrypted(),
    })),
    limits,
  )
  return found.filter(({ path }) => !path.endsWith('/'))
}

/** Names inside Office files stand uncompressed beside their parts. */
const macroNames = ['vbaProject.bin', 'activeX/', 'macrosheets/'].map((name) => Buffer.from(name))
const longest = Math.max(...macroNames.map(({ length }) => length))

const readThrough = async (
  stream: AsyncIterable<Buffer>,
  path: string,
  { room, whole }: { readonly room: number; readonly whole: boolean },
): Promise<ZipFileSeen> => {
  const hash = createHash('sha256')
  const chunks: Buffer[] = []
  let [size, head, tail, macros] = [0, Buffer.alloc(0), Buffer.alloc(0), false]
  for await (const chunk of stream) {
    size += chunk.length
    if (size > room) throw new Refused('zip.tooLarge')
    hash.update(chunk)
    if (head.length < headSize) head = Buffer.concat([head, chunk.subarray(0, headSize - head.length)])
    const joined = Buffer.concat([tail, chunk])
    macros ||= macroNames.some((name) => joined.includes(name))
    tail = Buffer.from(joined.subarray(-longest))
    if (whole) chunks.push(chunk)
  }
  const isPacked = head.subarray(0, 2).toString('latin1') === 'PK'
  const digest = hash.digest('hex')
  return { path, size, digest, head, macros: macros && isPacked, ...(whole && { bytes: Buffer.concat(chunks, size) }) }
}

const refusalOf = (error: unknown): DomainError<ZipCode> => {
  if (error instanceof Refused) return error.refusal
  if (!(error instanceof ZipRefused) || error.fault === 'broken') return { code: 'zip.damaged' }
  return { code: error.fault === 'encrypted' ? 'zip.encrypted' : 'zip.tooLarge' }
}

/**
 * Every file of a zip that came from outside, read once with nothing written anywhere: name, size, digest, first bytes. Names are read as
 * UTF-8 or GBK. Refuses the whole for a name that leaves its folder, a link, a password, a bomb or a cut. Run it in a process with limits
 * of its own.
 */
export async function surveyZip(
  file: string,
  limits: ZipLimits,
  wanted: (path: string) => boolean = () => false,
): Promise<Result<readonly ZipFileSeen[], DomainError<ZipCode>>> {
  try {
    const zip = await yauzl.openPromise(file, { decodeStrings: false, autoClose: false })
    try {
      const seen: ZipFileSeen[] = []
      let room = limits.expanded
      for (const { entry, path } of await listed(zip, limits)) {
        const stream = (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
        const one = await readThrough(stream, path, { room, whole: wanted(path) })
        room -= one.size
        seen.push(one)
      }
      return ok(seen)
    } finally {
      zip.close()
    }
  } catch (error) {
    const { code, params } = refusalOf(error)
    return refuse(code, params && { params })
  }
}

/** Hands on the files of a zip that `surveyZip` has found in order, one after the other, as streams. */
export async function eachZipFile(
  file: string,
  limits: ZipLimits,
  take: (path: string, content: () => Promise<Readable>) => Promise<void>,
): Promise<void> {
  const zip = await yauzl.openPromise(file, { decodeStrings: false, autoClose: false })
  try {
    for (const { entry, path } of await listed(zip, limits)) await take(path, () => zip.openReadStreamPromise(entry))
  } finally {
    zip.close()
  }
}
