import { type Hash, utf8 } from '@quanheng/domain/kernel/digest'
import { type DomainError, fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { base64, fromBase64 } from './base64.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { leafHash } from './hashing.ts'
import { parseNote, parseVerifierKey, type VerifySignature, verifyNote } from './note.ts'
import { verifyInclusion } from './verify.ts'

/** One act in a receipt: its leaf, word for word, and the ways from it to both roots. */
export interface ReceiptEntry {
  readonly index: number
  /** The stored bytes as text: canonical JSON (see `leafBytes`). */
  readonly leaf: string
  readonly proof: readonly string[]
  readonly sm3Proof: readonly string[]
}

/**
 * What a body takes away to prove later that these acts were in the log when the checkpoint was signed: of the acts nothing but
 * their leaves, which hold no name and no text. Digests in Base64.
 */
export interface Receipt {
  readonly v: 1
  readonly kind: 'quanheng.receipt'
  readonly body: string
  /** `YYYY-MM-DD` */
  readonly on: string
  /** Verifier keys that the checkpoints claim; compare them with those noted down when the installation began. */
  readonly keys: readonly string[]
  readonly checkpoint: string
  readonly sm3Checkpoint: string
  /** 操作留痕 labels of the actions that occur, for reading only: no proof covers them. */
  readonly labels: Readonly<Record<string, string>>
  readonly entries: readonly ReceiptEntry[]
}

/** In the order in which they are looked for; the first fault is the verdict. Both verifiers name it alike. */
export const receiptFaults = [
  /** No JSON, or not of this shape. */
  'receipt.unreadable',
  /** A checkpoint that cannot be read. */
  'receipt.checkpoint',
  /** No key given (or named in the receipt) signed the checkpoint. */
  'receipt.signature',
  /** The two checkpoints speak of different logs or sizes. */
  'receipt.heads',
  /** The leaf is not of this log. [index] */
  'receipt.leaf',
  /** The leaf is not at this place of the signed tree. [index] */
  'receipt.proof',
] as const
export type ReceiptFault = (typeof receiptFaults)[number]

export interface VerifiedReceipt {
  readonly body: string
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** False: the signature fits the key that the receipt brings along, which proves nothing about whose key it is. */
  readonly trusted: boolean
  readonly acts: readonly {
    readonly index: number
    readonly time: string
    readonly action: string
    readonly label: string
  }[]
}

export interface ReceiptMeans {
  readonly sha256: Hash
  readonly sm3: Hash
  readonly verify: VerifySignature
  /** Verifier keys of the reader's own; none: those in the receipt. */
  readonly keys: readonly string[]
}

type Fault = DomainError<ReceiptFault>

const isText = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)

const isEntry = (value: unknown): value is ReceiptEntry =>
  isRecord(value) &&
  Number.isSafeInteger(value.index) &&
  isText(value.leaf) &&
  areTexts(value.proof) &&
  areTexts(value.sm3Proof)

const isReceipt = (value: unknown): value is Receipt =>
  isRecord(value) &&
  value.v === 1 &&
  value.kind === 'quanheng.receipt' &&
  [value.body, value.on, value.checkpoint, value.sm3Checkpoint].every(isText) &&
  areTexts(value.keys) &&
  isRecord(value.labels) &&
  Object.values(value.labels).every(isText) &&
  Array.isArray(value.entries) &&
  value.entries.length > 0 &&
  value.entries.every(isEntry)

const parse = (text: string): Receipt | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isReceipt(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The head, if one of the keys that carry its own name signed it. */
const headOf = (text: string, means: ReceiptMeans, keys: readonly string[]): Result<Checkpoint, Fault> => {
  const note = parseNote(text)
  const head = note && parseCheckpoint(note.text)
  if (note === undefined || head === undefined || head.root.length !== 32) return refuse('receipt.checkpoint')
  const signed = keys.some((line) => {
    const key = parseVerifierKey(means.sha256, line)
    return key !== undefined && key.name === head.origin && verifyNote(means.sha256, means.verify, note, key)
  })
  return signed ? ok(head) : refuse('receipt.signature')
}

interface Told {
  readonly time: string
  readonly action: string
}

/** What the leaf says of itself; undefined unless it is one of this log. */
const told = (leaf: string, origin: string): Told | undefined => {
  try {
    if (/\p{Cs}/u.test(leaf)) return undefined
    const value: unknown = JSON.parse(leaf)
    if (!isRecord(value) || value.v !== 1 || value.origin !== origin) return undefined
    const { time, action } = value
    return isText(time) && isText(action) ? { time, action } : undefined
  } catch {
    return undefined
  }
}

const isIn = (hash: Hash, head: Checkpoint, { index, leaf }: ReceiptEntry, proof: readonly string[]): boolean => {
  const path = proof.map(fromBase64)
  if (!path.every((digest) => digest !== undefined)) return false
  const { size, root } = head
  return verifyInclusion(hash, { leaf: leafHash(hash, utf8(leaf)), index, size, root, proof: path })
}

/**
 * Whether every act in the receipt stands in the log that the checkpoints sign, by both trees. Nothing in the file is believed: hashes are
 * computed from the leaves' own bytes.
 */
export const verifyReceipt = (text: string, means: ReceiptMeans): Result<VerifiedReceipt, Fault> => {
  const receipt = parse(text)
  if (receipt === undefined) return refuse('receipt.unreadable')
  const keys = means.keys.length > 0 ? means.keys : receipt.keys
  const head = headOf(receipt.checkpoint, means, keys)
  if (!head.ok) return head
  const sm3Head = headOf(receipt.sm3Checkpoint, means, keys)
  if (!sm3Head.ok) return sm3Head
  const { origin, size, root } = head.value
  if (sm3Head.value.origin !== `${origin}/sm3` || sm3Head.value.size !== size) return refuse('receipt.heads')
  const acts: VerifiedReceipt['acts'][number][] = []
  for (const entry of receipt.entries) {
    const params = { index: String(entry.index) }
    const act = told(entry.leaf, origin)
    if (act === undefined) return fail({ code: 'receipt.leaf', params })
    const included =
      isIn(means.sha256, head.value, entry, entry.proof) && isIn(means.sm3, sm3Head.value, entry, entry.sm3Proof)
    if (!included) return fail({ code: 'receipt.proof', params })
    acts.push({ index: entry.index, ...act, label: labelOf(receipt, act.action) })
  }
  return ok({ body: receipt.body, origin, size, root, trusted: means.keys.length > 0, acts })
}

const labelOf = ({ labels }: Receipt, action: string): string =>
  (Object.hasOwn(labels, action) ? labels[action] : undefined) ?? action

/** The text of a receipt file; `proof` and `sm3Proof` of its entries are Base64 of `inclusionProof`. */
export const receiptText = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 1)}\n`

/** Digests as a receipt writes them. */
export const receiptProof = (proof: readonly Uint8Array[]): string[] => proof.map(base64)
