import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { Refusal, reasonOf } from '../process/refusal.ts'

/**
 * How a backup is closed: for whoever holds the identity of an age recipient, so that the machine which makes backups cannot read
 * them, or with a passphrase. The format is age v1 (age-encryption.org/v1): `age -d` opens it without our program.
 */
export interface Lock {
  readonly recipient?: string | undefined
  readonly passphraseFile?: string | undefined
}

/** What opens it again. */
export interface Key {
  readonly identityFile?: string | undefined
  readonly passphraseFile?: string | undefined
}

const readText = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error) => {
    throw new Refusal('file.unreadable', { file, reason: reasonOf(error) }, error)
  })

/** Too short a passphrase is guessed offline: age itself asks for eight to ten random signs. */
const shortest = 12

const passphraseIn = async (file: string): Promise<string> => (await readText(file)).replace(/\r?\n$/, '')

/** A lock with the means to look once into what was just closed. */
export interface ReadyLock {
  readonly encrypter: Encrypter
  readonly opener: Decrypter
}

/**
 * @throws Refusal for a recipient that is none and a passphrase of fewer than twelve signs; undefined where neither is asked for
 *
 * What is closed for a recipient is closed for an identity of this moment too, which is never written down: it proves that the
 * file can be opened, and is gone with the process.
 */
export const readyLock = async ({ recipient, passphraseFile }: Lock): Promise<ReadyLock | undefined> => {
  const encrypter = new Encrypter()
  const opener = new Decrypter()
  if (passphraseFile !== undefined) {
    const passphrase = await passphraseIn(passphraseFile)
    if ([...passphrase].length < shortest)
      throw new Refusal('backup.weakPassphrase', { file: passphraseFile, shortest })
    encrypter.setPassphrase(passphrase)
    opener.addPassphrase(passphrase)
    return { encrypter, opener }
  }
  if (recipient === undefined) return undefined
  const passing = await generateX25519Identity()
  try {
    encrypter.addRecipient(recipient)
  } catch (error) {
    throw new Refusal('backup.badRecipient', { recipient, reason: reasonOf(error) }, error)
  }
  encrypter.addRecipient(await identityToRecipient(passing))
  opener.addIdentity(passing)
  return { encrypter, opener }
}

const asWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as globalThis.ReadableStream<Uint8Array>
const asNode = (stream: globalThis.ReadableStream<Uint8Array>) => Readable.fromWeb(stream as unknown as ReadableStream)

export const encrypted = async (plain: Readable, encrypter: Encrypter): Promise<Readable> =>
  asNode(await encrypter.encrypt(asWeb(plain)))

/** Lines of an identity file; `#` begins a remark (age-keygen writes such files). */
const identitiesIn = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

/** @throws Refusal where a file cannot be read or holds no identity */
export const openerOf = async ({ identityFile, passphraseFile }: Key): Promise<Decrypter> => {
  const opener = new Decrypter()
  if (passphraseFile !== undefined) opener.addPassphrase(await passphraseIn(passphraseFile))
  if (identityFile === undefined) return opener
  try {
    for (const line of identitiesIn(await readText(identityFile))) opener.addIdentity(line)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('file.unreadable', { file: identityFile, reason: reasonOf(error) }, error)
  }
  return opener
}

/** @throws Refusal `backup.locked` where the opener does not open it */
export const decrypted = async (closed: Readable, file: string, opener: Decrypter): Promise<Readable> => {
  try {
    return asNode(await opener.decrypt(asWeb(closed)))
  } catch (error) {
    throw new Refusal('backup.locked', { file, reason: reasonOf(error) }, error)
  }
}
