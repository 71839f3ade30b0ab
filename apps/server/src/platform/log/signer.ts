import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { utf8 } from '@quanheng/domain/kernel/digest'
import { type Checkpoint, checkpointText } from '@quanheng/log/checkpoint'
import { ed25519, keyId, noteText, type VerifierKey } from '@quanheng/log/note'
import { sm2Key } from '@quanheng/log/sm2'
import { type Disk, localDisk } from '../files/disk.ts'
import { writeWhole } from '../files/write-whole.ts'
import { sha256, spkiHead } from './means.ts'
import { makeSm2Pair, readSm2Pair, type Sm2Pair } from './sm2.ts'

/** Signs checkpoints; the private key leaves neither this file nor the one it is kept in. */
export interface Signer {
  /** Raw public key, 32 bytes. */
  readonly publicKey: Uint8Array
  /** Point of the SM2 key that signs beside it; undefined where the office has made none. */
  readonly sm2?: Uint8Array
  /** The checkpoint as a signed note under the log's own name. */
  readonly note: (checkpoint: Checkpoint) => string
}

export const verifierOf = (origin: string, publicKey: Uint8Array): VerifierKey => ({
  name: origin,
  type: ed25519,
  publicKey,
})

/** Every key that signs under this name. */
export const verifiersOf = (origin: string, { publicKey, sm2 }: Pick<Signer, 'publicKey' | 'sm2'>): VerifierKey[] => [
  verifierOf(origin, publicKey),
  ...(sm2 === undefined ? [] : [sm2Key(origin, sm2)]),
]

const signerOf = (key: KeyObject, sm2?: Sm2Pair): Signer => {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spkiHead.length)
  return {
    publicKey,
    ...(sm2 && { sm2: sm2.point }),
    note: (checkpoint) => {
      const text = checkpointText(checkpoint)
      const { origin: name } = checkpoint
      const bytes = utf8(text)
      const by = [signBytes(null, bytes, key), ...(sm2 === undefined ? [] : [sm2.sign(bytes)])]
      const keys = verifiersOf(name, { publicKey, ...(sm2 && { sm2: sm2.point }) })
      const signatures = keys.map((one, at) => ({ name, keyId: keyId(sha256, one), bytes: by[at] as Uint8Array }))
      return noteText({ text, signatures })
    },
  }
}

const textIn = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/** Beside the key itself: an office that has made one signs with both. */
const sm2FileOf = (path: string): string => path.replace(/\.pem$/, '-sm2.pem')

const sm2Beside = async (path: string): Promise<Sm2Pair | undefined> => {
  const pem = await textIn(sm2FileOf(path))
  return pem === undefined ? undefined : readSm2Pair(pem)
}

/**
 * The signer whose key stands in the file (PKCS #8, PEM), with the SM2 key beside it where there is one; undefined where there is
 * no key. @throws on a file that is no such key
 */
export const readSigner = async (path: string): Promise<Signer | undefined> => {
  const pem = await textIn(path)
  return pem === undefined ? undefined : signerOf(createPrivateKey(pem), await sm2Beside(path))
}

/** Makes a key, readable by the server's account alone, durable before anything is signed with it. */
export const makeSigner = async (path: string, disk: Disk = localDisk): Promise<Signer> => {
  const { privateKey } = generateKeyPairSync('ed25519')
  await disk.makeFolder(dirname(path))
  await writeWhole(path, privateKey.export({ format: 'pem', type: 'pkcs8' }) as string, { disk })
  return signerOf(privateKey, await sm2Beside(path))
}

/** Makes the SM2 key beside `path`, for the server's account alone. @returns its file and its point; undefined where there is one already */
export const makeSm2Key = async (
  path: string,
): Promise<{ readonly file: string; readonly point: Uint8Array } | undefined> => {
  const file = sm2FileOf(path)
  if ((await textIn(file)) !== undefined) return undefined
  const { pem, point } = makeSm2Pair()
  await localDisk.makeFolder(dirname(file))
  await writeWhole(file, pem)
  return { file, point }
}
