import { type Hash, utf8 } from '@quanheng/domain/kernel/digest'
import { type DomainError, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { fromBase64 } from './base64.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { leafHash } from './hashing.ts'
import { areTexts, isRecord, isText, parsed } from './json.ts'
import { parseNote, parseVerifierKey, type VerifySignature, verifyNote } from './note.ts'
import { instantOf } from './noticed.ts'
import { fitsMark, type SealMark } from './seal-mark.ts'
import { verifyInclusion } from './verify.ts'

/** One act in a file that proves it: its leaf, word for word, and the ways from it to both roots. */
export interface SealedEntry {
  readonly index: number
  /** The stored bytes as text: canonical JSON (see `leafBytes`). */
  readonly leaf: string
  readonly proof: readonly string[]
  readonly sm3Proof: readonly string[]
}

/** What such a file brings along to hold its entries against. */
export interface Sealing {
  readonly keys: readonly string[]
  readonly checkpoint: string
  readonly sm3Checkpoint: string
}

/** In the order in which they are looked for. */
export type SealedFault =
  /** A checkpoint that cannot be read. */
  | 'receipt.checkpoint'
  /** No key given (or named in the file) signed the checkpoint. */
  | 'receipt.signature'
  /** The two checkpoints speak of different logs or sizes. */
  | 'receipt.heads'
  /** The seal given from paper is of another size than the checkpoint, and the file cannot be held against it. [size, held] */
  | 'receipt.sealApart'
  /** The log that the file is of is not the one that the paper shows: two roots for one size. [size] */
  | 'receipt.seal'
  /** The leaf is not of this log. [index] */
  | 'receipt.leaf'
  /** The leaf is not at this place of the signed tree. [index] */
  | 'receipt.proof'

type Fault = DomainError<SealedFault>

export interface VerifyMeans {
  readonly sha256: Hash
  readonly sm3: Hash
  readonly verify: VerifySignature
  /** Verifier keys of the reader's own; none: those in the file. */
  readonly keys: readonly string[]
  /** A seal from paper, a receipt or a witness: what was sealed then must still be there. */
  readonly seal?: SealMark | undefined
}

export interface SealedHeads {
  readonly sha256: Checkpoint
  readonly sm3: Checkpoint
}

export const isSealedEntry = (value: unknown): value is SealedEntry =>
  isRecord(value) &&
  Number.isSafeInteger(value.index) &&
  isText(value.leaf) &&
  areTexts(value.proof) &&
  areTexts(value.sm3Proof)

/** The head, if one of the keys that carry its own name signed it. */
const headOf = (text: string, means: VerifyMeans, keys: readonly string[]): Result<Checkpoint, Fault> => {
  const note = parseNote(text)
  const head = note && parseCheckpoint(note.text)
  if (note === undefined || head === undefined || head.root.length !== 32) return refuse('receipt.checkpoint')
  const signed = keys.some((line) => {
    const key = parseVerifierKey(means.sha256, line)
    return key !== undefined && key.name === head.origin && verifyNote(means.sha256, means.verify, note, key)
  })
  return signed ? ok(head) : refuse('receipt.signature')
}

/** Both heads, signed and of one log. */
export const sealedHeads = (sealing: Sealing, means: VerifyMeans): Result<SealedHeads, Fault> => {
  const keys = means.keys.length > 0 ? means.keys : sealing.keys
  const sha256 = headOf(sealing.checkpoint, means, keys)
  if (!sha256.ok) return sha256
  const sm3 = headOf(sealing.sm3Checkpoint, means, keys)
  if (!sm3.ok) return sm3
  const { origin, size } = sha256.value
  if (sm3.value.origin !== `${origin}/sm3` || sm3.value.size !== size) return refuse('receipt.heads')
  return ok({ sha256: sha256.value, sm3: sm3.value })
}

/** Whether a file that holds no other leaves than its own is of the log that a seal from elsewhere shows: sizes must be equal. */
export const checkMark = ({ sha256 }: SealedHeads, { seal }: VerifyMeans): Result<null, Fault> => {
  if (seal === undefined) return ok(null)
  const size = String(seal.size)
  if (seal.size !== sha256.size) return refuse('receipt.sealApart', { params: { size, held: String(sha256.size) } })
  return fitsMark(seal, sha256.root) ? ok(null) : refuse('receipt.seal', { params: { size } })
}

export interface Told {
  readonly time: string
  readonly action: string
  /** As they stand in the leaf; not looked into. */
  readonly changes: unknown
  readonly commitments: unknown
}

/** What the leaf says of itself; undefined unless it is one of this log. */
export const told = (leaf: string, origin: string): Told | undefined => {
  if (/\p{Cs}/u.test(leaf)) return undefined
  const value = parsed(leaf)
  if (!isRecord(value) || value.v !== 1 || value.origin !== origin) return undefined
  const { time, action, changes, commitments } = value
  const dated = isText(time) && instantOf(time) !== undefined
  return dated && isText(action) ? { time, action, changes, commitments } : undefined
}

const isIn = (hash: Hash, head: Checkpoint, { index, leaf }: SealedEntry, proof: readonly string[]): boolean => {
  const path = proof.map(fromBase64)
  if (!path.every((digest) => digest !== undefined)) return false
  const { size, root } = head
  return verifyInclusion(hash, { leaf: leafHash(hash, utf8(leaf)), index, size, root, proof: path })
}

/** What the entry's leaf says, if it stands where it says under both heads. Hashes are computed from the leaf's own bytes. */
export const verifyEntry = (entry: SealedEntry, heads: SealedHeads, means: VerifyMeans): Result<Told, Fault> => {
  const params = { index: String(entry.index) }
  const act = told(entry.leaf, heads.sha256.origin)
  if (act === undefined) return refuse('receipt.leaf', { params })
  const included =
    isIn(means.sha256, heads.sha256, entry, entry.proof) && isIn(means.sm3, heads.sm3, entry, entry.sm3Proof)
  return included ? ok(act) : refuse('receipt.proof', { params })
}
