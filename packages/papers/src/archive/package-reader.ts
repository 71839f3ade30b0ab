import { archiveFileKinds, type StageProgress } from '@quanheng/domain/archive/model'
import { type Hash, hex, utf8 } from '@quanheng/domain/kernel/digest'
import type { DomainError } from '@quanheng/domain/kernel/result'
import { isRecord, isText, parsed } from '@quanheng/log/json'
import type { SealedFault, VerifyMeans } from '@quanheng/log/sealed'
import { type ArchiveFault, type ArchiveManifest, paths } from './model.ts'
import { type Crc32, type Decode, isPlainPath, readZip, type Source, type ZipEntry } from './zip.ts'

export type PackageFault = DomainError<ArchiveFault | SealedFault>

/** Ends a check at the first fault; never leaves this folder. */
export class Faulty extends Error {
  readonly fault: PackageFault
  constructor(code: PackageFault['code'], params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    const texts = Object.entries(params).map(([name, value]) => [name, String(value)] as const)
    this.fault = texts.length === 0 ? { code } : { code, params: Object.fromEntries(texts) }
  }
}

export interface PackageMeans extends VerifyMeans {
  readonly crc32: Crc32
  readonly decode: Decode
  /** Repeats a draw from its record; undefined where it gives what it says. */
  readonly drawFault: (record: string) => string | undefined
  /** Told how far it is: of files and leaves together, which are read one after the other, then of scores that are computed again. */
  readonly told?: (progress: StageProgress<'verifying' | 'recomputing'>) => void
}

/** A package whose every byte is the one that its manifest names. */
export interface OpenPackage {
  readonly manifest: ArchiveManifest
  readonly manifestDigest: Uint8Array
  readonly seal: string
  readonly has: (path: string) => boolean
  /** JSON objects, one a line, of the fields that are told. */
  readonly lines: <T>(path: string, ...fields: readonly string[]) => Promise<readonly T[]>
  readonly text: (path: string) => Promise<string>
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isDigest = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value)

const isFile = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.path) &&
  isPlainPath(value.path) &&
  isCount(value.size) &&
  isDigest(value.sha256) &&
  isDigest(value.sm3) &&
  (archiveFileKinds as readonly unknown[]).includes(value.kind)

const isManifest = (value: unknown): value is ArchiveManifest =>
  isRecord(value) &&
  value.v === 1 &&
  (value.kind === 'archive' || value.kind === 'public') &&
  [value.title, value.organ, value.on, value.origin].every(isText) &&
  isCount(value.year) &&
  isCount(value.size) &&
  Array.isArray(value.open) &&
  value.open.every(isText) &&
  isRecord(value.retention) &&
  Array.isArray(value.files) &&
  value.files.every(isFile)

/** One at a time: every content is read once, to be hashed, and the texts among them once more. */
const checkFiles = async (
  entries: readonly ZipEntry[],
  { files, size }: ArchiveManifest,
  bytesOf: (entry: ZipEntry) => Promise<Uint8Array>,
  means: PackageMeans,
): Promise<void> => {
  for (let at = 0; at < Math.max(entries.length, files.length); at++) {
    const [entry, file] = [entries[at], files[at]]
    const path = file?.path ?? entry?.path ?? ''
    if (entry === undefined || file === undefined || entry.path !== path) throw new Faulty('archive.file', { path })
    const bytes = entry.size === file.size ? await bytesOf(entry) : undefined
    const whole =
      bytes !== undefined &&
      means.crc32(bytes) === entry.crc &&
      hex(means.sha256(bytes)) === file.sha256 &&
      hex(means.sm3(bytes)) === file.sm3 &&
      (!path.startsWith('files/') || path === `files/${file.sha256}`)
    if (!whole) throw new Faulty('archive.file', { path })
    means.told?.({ stage: 'verifying', done: at + 1, total: files.length + size })
  }
}

const required = Object.values(paths)

/** Opens a package and checks it down to its last byte; what it says is not looked into. @throws Faulty */
export const openPackage = async (source: Source, means: PackageMeans): Promise<OpenPackage> => {
  const entries = await readZip(source, means.decode)
  if (entries === undefined) throw new Faulty('archive.zip')
  const bytesOf = ({ at, size }: ZipEntry) => source.read(at, size)
  const [first, second, ...rest] = entries as [ZipEntry, ZipEntry, ...ZipEntry[]]
  const [manifestBytes, sealBytes] = [await bytesOf(first), await bytesOf(second)]
  if (means.crc32(manifestBytes) !== first.crc || means.crc32(sealBytes) !== second.crc) throw new Faulty('archive.zip')
  const manifest = parsed(means.decode(manifestBytes) ?? '')
  if (!isManifest(manifest)) throw new Faulty('archive.manifest')
  await checkFiles(rest, manifest, bytesOf, means)
  const byPath = new Map(rest.map((entry) => [entry.path, entry]))
  for (const path of required) if (!byPath.has(path)) throw new Faulty('archive.form', { path })
  const text = async (path: string): Promise<string> => {
    const entry = byPath.get(path)
    const found = entry && means.decode(await bytesOf(entry))
    if (found === undefined) throw new Faulty('archive.form', { path })
    return found
  }
  const lines = async <T>(path: string, ...fields: readonly string[]): Promise<readonly T[]> => {
    const found = rowsOf(await text(path))?.map(parsed)
    const fits = found?.every((value) => isRecord(value) && fields.every((field) => Object.hasOwn(value, field)))
    if (!fits) throw new Faulty('archive.form', { path })
    return found as readonly T[]
  }
  return {
    manifest,
    manifestDigest: means.sha256(manifestBytes),
    seal: means.decode(sealBytes) ?? '',
    has: (path) => byPath.has(path),
    lines,
    text,
  }
}

/** Each line with its end; undefined where the last one has none. */
export const rowsOf = (text: string): readonly string[] | undefined => {
  if (text === '') return []
  return text.endsWith('\n') ? text.slice(0, -1).split('\n') : undefined
}

/** Of a text that stands in a package; half a character has no bytes. @throws on one */
export const digestOfText = (sha256: Hash, text: string, salt: Uint8Array = new Uint8Array(0)): string =>
  hex(sha256(Uint8Array.from([...salt, ...utf8(text)])))

/** What goes wrong in reading a stage's lines without being looked for there is the fault of their form. */
export const stage = async <T>(path: string, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Faulty ? error : new Faulty('archive.form', { path })
  }
}
