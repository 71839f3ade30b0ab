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

const weighed = 64 * 1024

export type ZipFault = 'broken' | 'encrypted' | 'entries' | 'expanded' | 'ratio'

/** Thrown by those who read zips; `fault` says which promise the file breaks. */
export class ZipRefused extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault, cause?: unknown) {
    super(`zip refused: ${fault}`, { cause })
    this.fault = fault
  }
}

/** An entry as the central directory tells of it. */
export interface ZipEntry {
  readonly fileName: string
  readonly compressedSize: number
  readonly uncompressedSize: number
  readonly encrypted: boolean
}

/** Refuses by the central directory alone, so that a bomb costs no inflation. */
export function weigh(entries: readonly ZipEntry[], limits: ZipLimits): void {
  const names = new Set<string>()
  let expanded = 0
  if (entries.length > limits.entries) throw new ZipRefused('entries')
  for (const { fileName, compressedSize, uncompressedSize, encrypted } of entries) {
    if (encrypted) throw new ZipRefused('encrypted')
    if (names.has(fileName)) throw new ZipRefused('broken')
    names.add(fileName)
    expanded += uncompressedSize
    if (expanded > limits.expanded) throw new ZipRefused('expanded')
    if (uncompressedSize > weighed && uncompressedSize > compressedSize * limits.ratio) throw new ZipRefused('ratio')
  }
}
