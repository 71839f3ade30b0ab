import { fromHex, hex, utf8 } from '@quanheng/domain/kernel/digest'
import { type DomainError, fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { base64 } from './base64.ts'
import { areTexts, isRecord, isText, parsed } from './json.ts'
import { figuresOf, isNoticedAct, type Noticed } from './noticed.ts'
import {
  checkMark,
  isSealedEntry,
  type SealedEntry,
  type SealedFault,
  sealedHeads,
  type VerifyMeans,
  verifyEntry,
} from './sealed.ts'

/** An act of the log's own, opened by its salt: events as canonical JSON, salt in hexadecimal. */
export interface OpenedEntry extends SealedEntry {
  readonly salt: string
  readonly events: string
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
  readonly entries: readonly SealedEntry[]
  /** What the log says of itself that nobody may overlook (`noticedActs`); older receipts have none. */
  readonly noticed?: readonly OpenedEntry[]
}

/** In the order in which they are looked for; the first fault is the verdict. Both verifiers name it alike. */
export type ReceiptFault =
  /** No JSON, or not of this shape. */
  | 'receipt.unreadable'
  | SealedFault
  /** What is told beside an act of the log's own is not what its leaf commits to. [index] */
  | 'receipt.event'

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
  /** To be accounted for by a person; no fault. */
  readonly noticed: readonly Noticed[]
}

type Fault = DomainError<ReceiptFault>

const isOpened = (value: unknown): value is OpenedEntry =>
  isSealedEntry(value) &&
  isRecord(value) &&
  isText(value.events) &&
  // Of one length, so that no byte can pass between salt and text.
  isText(value.salt) &&
  /^[0-9a-f]{32}$/.test(value.salt)

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
  value.entries.every(isSealedEntry) &&
  (value.noticed === undefined || (Array.isArray(value.noticed) && value.noticed.every(isOpened)))

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
  const noticed: Noticed[] = []
  for (const entry of receipt.noticed ?? []) {
    const act = verifyEntry(entry, heads.value, means)
    if (!act.ok) return fail(act.error)
    const { time, action, commitments } = act.value
    if (!opens(entry, commitments, means)) return refuse('receipt.event', { params: { index: String(entry.index) } })
    if (isNoticedAct(action))
      noticed.push({ code: action, leaf: entry.index, time, figures: figuresOf(action, entry.events) })
  }
  return ok({ body: receipt.body, origin, size, root, trusted: means.keys.length > 0, acts, noticed })
}

const opens = ({ salt, events }: OpenedEntry, commitments: unknown, { sha256 }: VerifyMeans): boolean =>
  isRecord(commitments) &&
  !/\p{Cs}/u.test(events) &&
  commitments.events === hex(sha256(Uint8Array.from([...fromHex(salt), ...utf8(events)])))

const labelOf = ({ labels }: Receipt, action: string): string =>
  (Object.hasOwn(labels, action) ? labels[action] : undefined) ?? action

/** The text of a receipt file; `proof` and `sm3Proof` of its entries are Base64 of `inclusionProof`. */
export const receiptText = (receipt: Receipt): string => `${JSON.stringify(receipt, null, 1)}\n`

/** Digests as a receipt writes them. */
export const receiptProof = (proof: readonly Uint8Array[]): string[] => proof.map(base64)
