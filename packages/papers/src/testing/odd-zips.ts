import { Buffer } from 'node:buffer'
import { ownLimits, readZip } from '../zip/read.ts'
import { writeZip } from '../zip/write.ts'

/** A workbook with one of its parts rewritten, added or taken away: what people and attackers send in. */
export async function withParts(
  bytes: Uint8Array,
  change: Readonly<Record<string, string | undefined | ((xml: string) => string)>>,
): Promise<Uint8Array> {
  const parts = new Map((await readZip(bytes, ownLimits)).map((part) => [part.path, part.bytes]))
  for (const [path, to] of Object.entries(change)) {
    if (to === undefined) parts.delete(path)
    else if (typeof to === 'string') parts.set(path, Buffer.from(to))
    else parts.set(path, Buffer.from(to(Buffer.from(parts.get(path) ?? []).toString('utf8'))))
  }
  return writeZip([...parts].map(([path, each]) => ({ path, bytes: each })))
}

/** Overwrites every 32-bit little-endian field of one value in a zip's headers: a directory that lies. */
export function lyingAbout(bytes: Uint8Array, truth: number, lie: number): Uint8Array {
  const out = Buffer.from(bytes)
  const needle = Buffer.alloc(4)
  needle.writeUInt32LE(truth)
  for (let at = out.indexOf(needle); at >= 0; at = out.indexOf(needle, at + 4)) out.writeUInt32LE(lie, at)
  return out
}
