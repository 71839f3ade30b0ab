import { type DomainError, fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { base64 } from './base64.ts'
import { areTexts, isRecord, isText, parsed } from './json.ts'
import {
  checkMark,
  isSealedEntry,
  type SealedEntry,
  type SealedFault,
  sealedHeads,
  type VerifyMeans,
  verifyEntry,
} from './sealed.ts'

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
  readonly entries: readonly SealedEntry[]
}

/** In the order in which they are looked for; the first fault is the verdict. Both verifiers name it alike. */
export type ReceiptFault =
  /** No JSON, or not of this shape. */
  'receipt.unreadable' | SealedFault

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

type Fault = DomainError<ReceiptFault>

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
  value.entries.every(isSealedEntry)

/**
 * Whether every act in the receipt stands in the log that the checkpoints sign, by both trees. Nothing in the file is believed: hashes are
 * computed from the leaves' own bytes.
 */
export const verifyReceipt = (text: string, means: VerifyMeans): Result<VerifiedReceipt, Fault> => {
  const receipt = parsed(text)
  if (!isReceipt(receipt)) return refuse('receipt.unreadable')
  const heads = sealedHeads(receipt, means)
  if (!heads.ok) return heads
  const marked = checkMark(heads.value, means)
  if (!marked.ok) return marked
  const { origin, size, root } = heads.value.sha256
  const acts: VerifiedReceipt['acts'][number][] = []
  for (const entry of receipt.entries) {
    const act = verifyEntry(entry, heads.value, means)
    if (!act.ok) return fail(act.error)
    const { time, action } = act.value
    acts.push({ index: entry.index, time, action, label: labelOf(receipt, action) })
  }
  return ok({ body: receipt.body, origin, size, root, trusted: means.keys.length > 0, acts })
}

const labelOf = ({ labels }: Receipt, action: string): string =>
  (Object.hasOwn(labels, action) ? labels[action] : undefined) ?? action

/** The text of a receipt file; `proof` and `sm3Proof` of its entries are Base64 of `inclusionProof`. */
export const receiptText = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 1)}\n`

/** Digests as a receipt writes them. */
export const receiptProof = (proof: readonly Uint8Array[]): string[] => proof.map(base64)
