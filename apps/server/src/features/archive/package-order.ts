import { createReadStream } from 'node:fs'
import type { ArchiveFileKind, MakingStage, StageProgress } from '@quanheng/domain/archive/model'
import { utf8 } from '@quanheng/domain/kernel/digest'
import type { ManifestHead, PackedFile } from '@quanheng/papers/archive/write-archive'

export type MakingProgress = StageProgress<MakingStage>

/** All that a package is made of, as plain data for a worker. */
export interface PackageOrder {
  readonly head: ManifestHead
  readonly texts: readonly { readonly path: string; readonly kind: ArchiveFileKind; readonly text: string }[]
  /** Stored files, by where they lie. */
  readonly stored: readonly { readonly path: string; readonly kind: ArchiveFileKind; readonly from: string }[]
}

const bytesAt = async (path: string): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export const packedFiles = ({ texts, stored }: PackageOrder): readonly PackedFile[] => [
  ...texts.map(({ path, kind, text }) => ({ path, kind, bytes: () => utf8(text) })),
  ...stored.map(({ path, kind, from }) => ({ path, kind, bytes: () => bytesAt(from) })),
]
