import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { utf8 } from '@quanheng/domain/kernel/digest'
import { type Checkpoint, checkpointText } from '@quanheng/log/checkpoint'
import { ed25519, keyId, noteText, type VerifierKey } from '@quanheng/log/note'
import { syncFolder } from '../files/sync-folder.ts'
import { sha256, spkiHead } from './means.ts'

/** Signs checkpoints; the private key leaves neither this file nor the one it is kept in. */
export interface Signer {
  /** Raw public key, 32 bytes. */
  readonly publicKey: Uint8Array
  /** The checkpoint as a signed note under the log's own name. */
  readonly note: (checkpoint: Checkpoint) => string
}

export const verifierOf = (origin: string, publicKey: Uint8Array): VerifierKey => ({
  name: origin,
  type: ed25519,
  publicKey,
})

const signerOf = (key: KeyObject): Signer => {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spkiHead.length)
  return {
    publicKey,
    note: (checkpoint) => {
      const text = checkpointText(checkpoint)
      const { origin: name } = checkpoint
      const id = keyId(sha256, verifierOf(name, publicKey))
      return noteText({ text, signatures: [{ name, keyId: id, bytes: signBytes(null, utf8(text), key) }] })
    },
  }
}

/** The signer whose key stands in the file (PKCS #8, PEM); undefined where there is none. @throws on a file that is no such key */
export const readSigner = async (path: string): Promise<Signer | undefined> => {
  const pem = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return pem === undefined ? undefined : signerOf(createPrivateKey(pem))
}

/** Makes a key, readable by the server's account alone, durable before anything is signed with it. */
export const makeSigner = async (path: string): Promise<Signer> => {
  const { privateKey } = generateKeyPairSync('ed25519')
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.write(privateKey.export({ format: 'pem', type: 'pkcs8' }) as string)
    await file.sync()
  } finally {
    await file.close()
  }
  await syncFolder(dirname(path))
  return signerOf(privateKey)
}
