import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { PassThrough, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Decrypter } from 'age-encryption'
import tar from 'tar-stream'
import { Refusal, reasonOf } from '../process/refusal.ts'
import { decrypted } from './encryption.ts'
import { type Manifest, manifestForm, manifestName } from './manifest.ts'

/** What becomes of a part while it is read; without it, the part is only counted. */
export type OnPart = (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>

const ageMagic = 'age-encryption.org/v1'

/** A manifest of a million files has 150 MB. */
const largestManifest = 512 * 1_048_576

const firstBytes = async (path: string): Promise<Buffer> => {
  const file = await open(path, 'r').catch((error) => {
    throw new Refusal('file.unreadable', { file: path, reason: reasonOf(error) }, error)
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(ageMagic.length), 0, ageMagic.length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const openPack = async (path: string, opener: Decrypter): Promise<Readable> => {
  const head = await firstBytes(path)
  const stream = createReadStream(path)
  if (head.toString('latin1') === ageMagic) return decrypted(stream, path, opener)
  if (head[0] === 0x1f && head[1] === 0x8b) return stream
  throw new Refusal('backup.foreign', { file: path })
}

interface Found {
  readonly size: number
  readonly sha256: string
}

/** Hands the bytes on while it counts them, and lets whatever is not asked for flow by. */
const counted = async (
  content: AsyncIterable<Uint8Array>,
  hand: (sink: PassThrough) => Promise<void>,
): Promise<Found> => {
  const hash = createHash('sha256')
  let size = 0
  const sink = new PassThrough()
  const handed = hand(sink)
  handed.catch((error: Error) => sink.destroy(error))
  for await (const chunk of content) {
    hash.update(chunk)
    size += chunk.length
    if (!sink.destroyed && !sink.write(chunk))
      await new Promise((resolve) => sink.once('drain', resolve).once('close', resolve))
  }
  sink.end()
  await handed
  return { size, sha256: hash.digest('hex') }
}

const readManifest = (path: string, text: string): Manifest => {
  try {
    return manifestForm.parse(JSON.parse(text))
  } catch (error) {
    throw new Refusal('backup.damaged', { file: path, part: manifestName, reason: 'form' }, error)
  }
}

/** Names the first part that is not what the manifest says. */
const compare = (path: string, manifest: Manifest, found: ReadonlyMap<string, Found>): void => {
  const damaged = (part: string, reason: 'missing' | 'digest' | 'extra') =>
    new Refusal('backup.damaged', { file: path, part, reason })
  for (const { name, size, sha256 } of manifest.parts) {
    const part = found.get(name)
    if (part === undefined) throw damaged(name, 'missing')
    if (part.size !== size || part.sha256 !== sha256) throw damaged(name, 'digest')
  }
  const known = new Set(manifest.parts.map(({ name }) => name))
  for (const name of found.keys()) if (!known.has(name)) throw damaged(name, 'extra')
}

/**
 * Reads a backup from its first byte to its last and gives its manifest once every part has been found to be what it says.
 * @throws Refusal that names the file, the part and why: not a backup, closed, cut short, changed, missing, added
 */
export const readPack = async (path: string, opener: Decrypter, onPart?: OnPart): Promise<Manifest> => {
  const stream = await openPack(path, opener)
  const found = new Map<string, Found>()
  let manifest: Manifest | undefined
  let part = ''
  let ours: unknown
  const archive = tar.extract()
  const gunzip = createGunzip()
  stream.on('error', (error) => gunzip.destroy(error))
  gunzip.on('error', (error) => archive.destroy(error))
  stream.pipe(gunzip).pipe(archive as unknown as NodeJS.WritableStream)
  try {
    for await (const entry of archive) {
      part = entry.header.name
      if (manifest !== undefined || found.has(part))
        throw new Refusal('backup.damaged', { file: path, part, reason: 'extra' })
      if (part === manifestName) {
        if ((entry.header.size ?? 0) > largestManifest)
          throw new Refusal('backup.damaged', { file: path, part, reason: 'form' })
        const chunks: Uint8Array[] = []
        for await (const chunk of entry) chunks.push(chunk)
        manifest = readManifest(path, Buffer.concat(chunks).toString('utf8'))
        continue
      }
      const name = part
      const hand = async (sink: PassThrough): Promise<void> => {
        if (onPart === undefined) sink.resume()
        else
          await onPart(name, sink).catch((error: unknown) => {
            ours = error
            throw error
          })
      }
      found.set(part, await counted(entry as AsyncIterable<Uint8Array>, hand))
    }
  } catch (error) {
    if (ours !== undefined) throw ours
    if (error instanceof Refusal) throw error
    throw new Refusal('backup.damaged', { file: path, part, reason: reasonOf(error) }, error)
  } finally {
    stream.destroy()
  }
  if (manifest === undefined) throw new Refusal('backup.damaged', { file: path, part, reason: 'cut' })
  compare(path, manifest, found)
  return manifest
}
