import { type Hash, hex, utf8 } from '@quanheng/domain/kernel/digest'
import { base64, fromBase64 } from './base64.ts'

/** One line under a note: who says so, by which key, and the signature's bytes. */
export interface NoteSignature {
  readonly name: string
  /** First four bytes of the key's digest, in hexadecimal: tells keys of one name apart, proves nothing. */
  readonly keyId: string
  readonly bytes: Uint8Array
}

/** A signed note (C2SP signed-note): text that ends in a line break, and its signatures. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** What a verifier must hold beforehand: nothing in a note says whose word to take. */
export interface VerifierKey {
  readonly name: string
  /** `ed25519`, or one that C2SP assigns no number and others skip. */
  readonly type: number
  readonly publicKey: Uint8Array
}

/** Signature type of a plain Ed25519 signature over the note's text. */
export const ed25519 = 0x01

/** Whether `signature` over `message` is by the holder of `publicKey`; passed in, as hashes are. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

const nameForm = /^[^\s+\p{Cc}\p{Cs}]+$/u

const typed = ({ type, publicKey }: VerifierKey): Uint8Array => Uint8Array.from([type, ...publicKey])

/** SHA-256(name ‖ line break ‖ type ‖ public key), its first four bytes. */
export const keyId = (sha256: Hash, key: VerifierKey): string =>
  hex(sha256(Uint8Array.from([...utf8(`${key.name}\n`), ...typed(key)])).subarray(0, 4))

/** A key on one line, as C2SP tools take it: `name+id+Base64(type ‖ key)`. @throws TypeError where the name cannot be one */
export const verifierKeyText = (sha256: Hash, key: VerifierKey): string => {
  if (!nameForm.test(key.name)) throw new TypeError('verifierKeyText: the name has a space, a plus or a line break')
  return `${key.name}+${keyId(sha256, key)}+${base64(typed(key))}`
}

/** Undefined unless the line is one that `verifierKeyText` would write; a wrong id is a wrong key. */
export const parseVerifierKey = (sha256: Hash, line: string): VerifierKey | undefined => {
  const [name = '', id = '', ...rest] = line.split('+')
  const bytes = fromBase64(rest.join('+'))
  const [type] = bytes ?? []
  if (!nameForm.test(name) || bytes === undefined || type === undefined || bytes.length < 2) return undefined
  const key = { name, type, publicKey: bytes.slice(1) }
  return keyId(sha256, key) === id ? key : undefined
}

/** @throws TypeError where the text could not be told from its signatures */
export const noteText = ({ text, signatures }: Note): string => {
  if (!text.endsWith('\n')) throw new TypeError('noteText: a note ends in a line break')
  const lines = signatures.map(({ name, keyId: id, bytes }) => {
    if (!nameForm.test(name)) throw new TypeError('noteText: a name has a space, a plus or a line break')
    const tagged = Uint8Array.from([...idBytes(id), ...bytes])
    return `— ${name} ${base64(tagged)}\n`
  })
  return `${text}\n${lines.join('')}`
}

const idBytes = (id: string): number[] => (id.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16))

const signatureForm = /^— ([^\s+\p{Cc}\p{Cs}]+) ([A-Za-z0-9+/]+={0,2})$/u

const parseSignature = (line: string): NoteSignature | undefined => {
  const [, name = '', encoded = ''] = signatureForm.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (name === '' || bytes === undefined || bytes.length < 5) return undefined
  return { name, keyId: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) }
}

/** A checkpoint has few signers; more lines than these are an attack on whoever reads it. */
const mostSignatures = 100

/** Reads a note back; undefined unless every line behind the last empty one is a signature, at least one. */
export const parseNote = (text: string): Note | undefined => {
  const split = text.lastIndexOf('\n\n')
  if (split < 1 || !text.endsWith('\n') || text.includes('\r')) return undefined
  const lines = text.slice(split + 2, -1).split('\n')
  if (lines.length > mostSignatures) return undefined
  const signatures = lines.map(parseSignature)
  if (!signatures.every((signature) => signature !== undefined)) return undefined
  return { text: text.slice(0, split + 1), signatures }
}

/** Whether the holder of `key` signed this very text. Lines of other names or keys are passed over, as C2SP asks. */
export const verifyNote = (sha256: Hash, verify: VerifySignature, note: Note, key: VerifierKey): boolean => {
  const id = keyId(sha256, key)
  const own = note.signatures.filter((signature) => signature.name === key.name && signature.keyId === id)
  return own.length === 1 && own.every(({ bytes }) => verify(key.publicKey, utf8(note.text), bytes))
}
