import { createHash } from 'node:crypto'
import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Encrypter } from 'age-encryption'
import tar from 'tar-stream'
import { type Disk, localDisk } from '../files/disk.ts'
import { encrypted } from './encryption.ts'
import { type Manifest, manifestName } from './manifest.ts'

/** Takes the parts of a backup one after the other. */
export interface Pack {
  readonly add: (name: string, bytes: Uint8Array) => Promise<void>
  /** `size` bytes and not one more; gives their SHA-256. */
  readonly addStream: (name: string, size: number, content: Readable) => Promise<string>
}

/**
 * Writes `path` as .tar.gz, closed with age where an encrypter is given, synced before it resolves. `fill` adds the parts and
 * gives the manifest without them; it comes last.
 */
export const writePack = async (
  path: string,
  encrypter: Encrypter | undefined,
  at: Date,
  fill: (pack: Pack) => Promise<Omit<Manifest, 'parts'>>,
  disk: Disk = localDisk,
): Promise<Manifest> => {
  const file = await disk.create(path)
  const archive = tar.pack()
  const parts: Manifest['parts'] = []
  const header = (name: string, size: number) => ({ name, size, mtime: at, mode: 0o600, type: 'file' as const })
  const add = (name: string, bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      parts.push({ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
      archive.entry(header(name, bytes.length), Buffer.from(bytes), (error) => (error ? reject(error) : resolve()))
    })
  const addStream = async (name: string, size: number, content: Readable): Promise<string> => {
    const hash = createHash('sha256')
    const entry = archive.entry(header(name, size))
    await pipeline(
      content,
      async function* (source: AsyncIterable<Uint8Array>) {
        for await (const chunk of source) {
          hash.update(chunk)
          yield chunk
        }
      },
      entry,
    )
    const sha256 = hash.digest('hex')
    parts.push({ name, size, sha256 })
    return sha256
  }
  const filling = async (): Promise<Manifest> => {
    try {
      const manifest = { ...(await fill({ add, addStream })), parts: [...parts] }
      await add(manifestName, Buffer.from(`${JSON.stringify(manifest)}\n`))
      archive.finalize()
      return manifest
    } catch (error) {
      archive.destroy(error as Error)
      throw error
    }
  }
  const gzip = createGzip({ level: 1 })
  const packed = pipeline(archive as unknown as Readable, gzip)
  const closed = encrypter === undefined ? gzip : await encrypted(gzip, encrypter)
  try {
    const into = new Writable({
      write: (chunk: Buffer, _, done) => void file.write(chunk).then(() => done(), done),
    })
    const [made] = await Promise.all([filling(), packed, pipeline(closed, into)])
    await file.sync()
    return made
  } finally {
    await file.close()
  }
}
