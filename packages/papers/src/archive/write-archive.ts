import type { ArchiveFileKind } from '@quanheng/domain/archive/model'
import type { Hash } from '@quanheng/domain/kernel/digest'
import { hex } from '@quanheng/domain/kernel/digest'
import type { ArchiveManifest } from './model.ts'
import { type Crc32, directory, joined, largestZip, localHeader, manifestPath, sealPath, type ZipEntry } from './zip.ts'

/** A file to put in: its bytes are asked for when their turn comes, once for the manifest and once to be written, and not kept. */
export interface PackedFile {
  readonly path: string
  readonly kind: ArchiveFileKind
  readonly bytes: () => Uint8Array | Promise<Uint8Array>
}

export type ManifestHead = Omit<ArchiveManifest, 'v' | 'kind' | 'files'> & { readonly kind?: 'public' }

const inOrder = (files: readonly PackedFile[]): readonly PackedFile[] =>
  files.toSorted((a, b) => (a.path < b.path ? -1 : 1))

/** Manifest of the files, in order of path; its canonical JSON is what the seal signs. */
export const manifestOf = async (
  head: ManifestHead,
  files: readonly PackedFile[],
  { sha256, sm3 }: { readonly sha256: Hash; readonly sm3: Hash },
  told: (done: number, total: number) => void = () => {},
): Promise<ArchiveManifest> => {
  const listed: ArchiveManifest['files'][number][] = []
  for (const { path, kind, bytes } of inOrder(files)) {
    const content = await bytes()
    listed.push({ path, size: content.length, sha256: hex(sha256(content)), sm3: hex(sm3(content)), kind })
    told(listed.length, files.length)
  }
  return { v: 1, kind: 'archive', ...head, files: listed }
}

export interface PackageParts {
  /** `manifestOf` as canonical JSON. */
  readonly manifest: Uint8Array
  /** A signed note over the manifest's SHA-256. */
  readonly seal: Uint8Array
  readonly files: readonly PackedFile[]
}

/** The pieces of a package, one after the other; the same parts give the same bytes. @throws RangeError beyond 4 GiB */
export async function* writeArchive({ manifest, seal, files }: PackageParts, crc32: Crc32): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = []
  let at = 0
  const packed = (path: string, content: Uint8Array): Uint8Array => {
    const entry = { path, size: content.length, crc: crc32(content) }
    const header = localHeader(entry)
    entries.push({ ...entry, at: at + header.length })
    at += header.length + content.length
    if (at > largestZip) throw new RangeError('writeArchive: larger than 4 GiB')
    return joined([header, content])
  }
  yield packed(manifestPath, manifest)
  yield packed(sealPath, seal)
  for (const { path, bytes } of inOrder(files)) yield packed(path, await bytes())
  yield directory(entries, at)
}
