import { Buffer } from 'node:buffer'
import { type Hash, hex } from '@quanheng/domain/kernel/digest'
import type { DomainError } from '@quanheng/domain/kernel/result'
import { fail, ok, type Result } from '@quanheng/domain/kernel/result'
import { uploadLimits, type ZipLimits, ZipRefused } from '../zip/limits.ts'
import { readZip } from '../zip/read.ts'
import type { ZipPart } from '../zip/write.ts'
import { manifestPath, type PackageCode, type PackageManifest } from './model.ts'
import { sha256 } from './write-package.ts'

type Fault = DomainError<PackageCode>

const isManifest = (value: unknown): value is PackageManifest =>
  typeof value === 'object' &&
  value !== null &&
  'files' in value &&
  Array.isArray(value.files) &&
  'v' in value &&
  value.v === 1

function manifestIn(part: ZipPart): PackageManifest | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part.bytes).toString('utf8'))
    return isManifest(value) ? value : undefined
  } catch {
    return undefined
  }
}

function faults(manifest: PackageManifest, parts: readonly ZipPart[], hash: Hash): Fault[] {
  const found = new Map(parts.map(({ path, bytes }) => [path, bytes]))
  found.delete(manifestPath)
  const named = manifest.files.flatMap(({ path, size, sha256: digest }): Fault[] => {
    const bytes = found.get(path)
    found.delete(path)
    if (!bytes) return [{ code: 'package.fileMissing', params: { path } }]
    return bytes.length === size && hex(hash(bytes)) === digest
      ? []
      : [{ code: 'package.fileChanged', params: { path } }]
  })
  return [...named, ...[...found.keys()].map((path): Fault => ({ code: 'package.fileExtra', params: { path } }))]
}

export interface CheckedPackage {
  readonly manifest: PackageManifest
  /** SHA-256 of the bytes of `manifest.json`, in hexadecimal. */
  readonly digest: string
}

/**
 * Whether every file of a package is the one its manifest names, no more and no less. It proves that the package is whole,
 * not who wrote it: compare `digest`, that of the manifest's bytes, with the one that was signed or logged.
 */
export async function checkPackage(
  bytes: Uint8Array,
  { hash = sha256, limits = uploadLimits }: { hash?: Hash; limits?: ZipLimits } = {},
): Promise<Result<CheckedPackage, readonly Fault[]>> {
  try {
    const parts = await readZip(bytes, limits)
    const part = parts.find(({ path }) => path === manifestPath)
    const manifest = part && manifestIn(part)
    if (!manifest) return fail([{ code: 'package.noManifest' }])
    const found = faults(manifest, parts, hash)
    return found.length === 0 ? ok({ manifest, digest: hex(hash(part.bytes)) }) : fail(found)
  } catch (error) {
    if (error instanceof ZipRefused) return fail([{ code: 'package.damaged' }])
    throw error
  }
}
