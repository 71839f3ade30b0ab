import { fromHex, hex, utf8 } from '@quanheng/domain/kernel/digest'
import { type DomainError, fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { isRecord, isText, parsed } from './json.ts'
import {
  checkMark,
  isSealedEntry,
  type SealedEntry,
  type SealedFault,
  type Sealing,
  sealedHeads,
  type VerifyMeans,
  verifyEntry,
} from './sealed.ts'

/**
 * What lets anyone check a printed paper by its check code: the paper's own content, and the act that put this content on its way.
 * Both stand as the text that was digested, so that a verifier need not write canonical JSON itself.
 */
export interface ReportProof extends Sealing {
  readonly v: 1
  readonly kind: 'quanheng.report'
  /** Canonical JSON of report and letter; its SHA-256 is what the check code is made of. */
  readonly paper: string
  /** Canonical JSON of the approval when it began, and the salt of its digest in the leaf, hexadecimal. */
  readonly approval: string
  readonly salt: string
  readonly entry: SealedEntry
}

/** In the order in which they are looked for, behind those of the sealing. */
export type ReportFault =
  | 'receipt.unreadable'
  | SealedFault
  /** The act does not speak of this approval. [index] */
  | 'report.approval'
  /** The content is not what was put on its way. */
  | 'report.paper'
  /** The code on paper is not that of the content. [paperCode] */
  | 'report.code'

export interface VerifiedReport {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly trusted: boolean
  readonly time: string
  readonly code: string
  /** Whether a code from paper was given and compared. */
  readonly compared: boolean
  /** Every text of the paper in its order, to be read beside the print. */
  readonly texts: readonly string[]
}

export interface ReportMeans extends VerifyMeans {
  /** The check code of a digest in hexadecimal, as papers print it. */
  readonly checkCode: (digest: string) => string
  /** A code as people type it in the form in which papers print it; undefined where it is none. */
  readonly readCode: (typed: string) => string | undefined
}

type Fault = DomainError<ReportFault>

const isProof = (value: unknown): value is ReportProof =>
  isRecord(value) &&
  value.v === 1 &&
  value.kind === 'quanheng.report' &&
  [value.paper, value.approval, value.salt, value.checkpoint, value.sm3Checkpoint].every(isText) &&
  // Of one length, so that no byte can pass between salt and text.
  /^[0-9a-f]{32}$/.test(value.salt as string) &&
  Array.isArray(value.keys) &&
  value.keys.every(isText) &&
  isSealedEntry(value.entry)

/** Whether the text can be hashed at all: half a character has no bytes. */
const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text)

const opens = (changes: unknown, approval: Readonly<Record<string, unknown>>, digest: string): boolean =>
  Array.isArray(changes) &&
  changes.some(
    (change) => isRecord(change) && change.noun === 'approval' && change.id === approval.id && change.after === digest,
  )

const textsOf = (value: unknown): readonly string[] => {
  if (isText(value)) return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (!isRecord(value)) return []
  // A figure names its place in the locked version; the print shows its text alone.
  if (isText(value.path) && isText(value.text)) return [value.text]
  return Object.keys(value)
    .sort()
    .filter((key) => key !== 'kind')
    .flatMap((key) => textsOf(value[key]))
}

/** Whether this content was put on its way by an act that the checkpoints sign, and is what the code on paper names. */
export const verifyReport = (text: string, means: ReportMeans, printed?: string): Result<VerifiedReport, Fault> => {
  const proof = parsed(text)
  if (!isProof(proof)) return refuse('receipt.unreadable')
  const heads = sealedHeads(proof, means)
  if (!heads.ok) return heads
  const marked = checkMark(heads.value, means)
  if (!marked.ok) return marked
  const act = verifyEntry(proof.entry, heads.value, means)
  if (!act.ok) return act
  const params = { index: String(proof.entry.index) }
  const approval = parsed(proof.approval)
  if (!isRecord(approval) || !isText(approval.id) || !isWhole(proof.approval))
    return fail({ code: 'report.approval', params })
  const digest = hex(means.sha256(Uint8Array.from([...fromHex(proof.salt), ...utf8(proof.approval)])))
  if (!opens(act.value.changes, approval, digest)) return fail({ code: 'report.approval', params })
  const paper = parsed(proof.paper)
  if (!isRecord(paper) || !isWhole(proof.paper) || !isRecord(approval.subject)) return refuse('report.paper')
  const paperDigest = hex(means.sha256(utf8(proof.paper)))
  if (approval.subject.paperDigest !== paperDigest) return refuse('report.paper')
  const code = means.checkCode(paperDigest)
  if (printed !== undefined && means.readCode(printed) !== code)
    return refuse('report.code', { params: { paperCode: code } })
  const { origin, size, root } = heads.value.sha256
  return ok({
    origin,
    size,
    root,
    trusted: means.keys.length > 0,
    time: act.value.time,
    code,
    compared: printed !== undefined,
    texts: [...textsOf(paper.report), ...textsOf(paper.letter)],
  })
}

/** Whether a file is to be checked as a report. */
export const isReportProof = (text: string): boolean => {
  const value = parsed(text)
  return isRecord(value) && value.kind === 'quanheng.report'
}
