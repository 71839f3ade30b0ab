import { createHash } from 'node:crypto'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { type Hash, hex, utf8 } from '@quanheng/domain/kernel/digest'
import { type DomainError, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { writeZip } from '../zip/write.ts'
import { manifestPath, type PackageCode, type PackageFile, type PackageManifest, type PackageMeta } from './model.ts'

export const sha256: Hash = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())

/** A path that unpacks inside the folder it is unpacked in, on any system. */
const isPlain = (path: string): boolean =>
  path.length <= 400 &&
  path !== manifestPath &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  !/[\\:*?"<>|\u0000-\u001f]/.test(path) &&
  path.split('/').every((part) => part !== '' && !/^\.+$|[. ]$/.test(part))

function wrongPath(files: readonly PackageFile[]): DomainError<PackageCode> | undefined {
  const seen = new Set<string>()
  for (const { path } of files) {
    if (!isPlain(path)) return { code: 'package.path', params: { path } }
    const folded = path.normalize('NFC').toLowerCase()
    if (seen.has(folded)) return { code: 'package.pathTwice', params: { path } }
    seen.add(folded)
  }
  return undefined
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : 1)

/** The manifest of a set of files. */
const manifestOf = (files: readonly PackageFile[], meta: PackageMeta, hash: Hash = sha256): PackageManifest => ({
  v: 1,
  ...meta,
  files: files.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: hex(hash(bytes)) })).sort(byPath),
})

/** A written package, with the digest of its manifest: what a seal or signature signs. */
export interface WrittenPackage {
  readonly bytes: Uint8Array
  readonly manifest: PackageManifest
  /** SHA-256 of the bytes of `manifest.json`, in hexadecimal. */
  readonly digest: string
}

/**
 * A zip with `manifest.json` first, then the files in order of path, stored and dated alike: the same files and meta give
 * the same bytes on any machine. The digest function is SHA-256 unless given, e.g. one with hardware behind it.
 */
export async function writePackage(
  files: readonly PackageFile[],
  meta: PackageMeta,
  hash: Hash = sha256,
): Promise<Result<WrittenPackage, DomainError<PackageCode>>> {
  const wrong = wrongPath(files)
  if (wrong) return refuse(wrong.code, wrong.params ? { params: wrong.params } : {})
  const manifest = manifestOf(files, meta, hash)
  const text = utf8(canonicalJson(manifest))
  const bytes = await writeZip([{ path: manifestPath, bytes: text }, ...[...files].sort(byPath)], { compress: false })
  return ok({ bytes, manifest, digest: hex(hash(text)) })
}
