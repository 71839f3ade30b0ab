import { Buffer } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'

export interface ZipPart {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * A zip of the parts in the order given, the same bytes for the same parts: every entry carries 1980-01-01 and one
 * mode, and no time zone enters. Compressed bytes depend on the zlib of the runtime, which is pinned; `compress: false`
 * depends on nothing.
 */
export async function writeZip(parts: readonly ZipPart[], { compress = true } = {}): Promise<Uint8Array> {
  const zip = new yazl.ZipFile()
  // The DOS fields are written in local time, so the day is built in local time too: it prints alike in every zone.
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress, forceDosTimestamp: true }
  for (const { path, bytes } of parts) zip.addBuffer(Buffer.from(bytes), path, options)
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream))
}
