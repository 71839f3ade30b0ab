import { readFile, stat } from 'node:fs/promises'
import type { DomainError, Result } from '@quanheng/domain/kernel/result'
import { checkDrawRecord, type DrawFault, type DrawRecord } from '@quanheng/domain/verification/draw-record'
import { type ReceiptFault, type VerifiedReceipt, verifyReceipt } from '@quanheng/log/receipt'
import { isReportProof, type ReportFault, type VerifiedReport, verifyReport } from '@quanheng/log/report-proof'
import type { SealMark } from '@quanheng/log/seal-mark'
import type { PackageFault } from '@quanheng/papers/archive/package-reader'
import { type VerifiedArchive, verifyArchive } from '@quanheng/papers/archive/verify-archive'
import { fileSource } from '../platform/log/file-source.ts'
import { sha256, verifyMeans } from '../platform/log/means.ts'
import { packageMeans } from '../platform/log/package-means.ts'
import { Refusal, reasonOf } from '../platform/process/refusal.ts'

export type { VerifiedArchive, VerifiedReceipt, VerifiedReport }

/** Bytes; a receipt of 100,000 acts has half of that. */
const largest = 512 * 1_048_576

const readText = async (path: string): Promise<string> => {
  const unreadable = (reason: string, error?: unknown) => new Refusal('file.unreadable', { file: path, reason }, error)
  const { size } = await stat(path).catch((error) => {
    throw unreadable(reasonOf(error), error)
  })
  if (size > largest) throw unreadable(`> ${largest} bytes`)
  return readFile(path, 'utf8').catch((error) => {
    throw unreadable(reasonOf(error), error)
  })
}

export interface VerifyAsked {
  /** Verifier keys (`name+id+Base64`); none: those that the file brings along. */
  readonly keys: readonly string[]
  /** A seal as paper shows it. */
  readonly seal?: SealMark | undefined
  /** The check code that a print shows. */
  readonly printed?: string
}

/** The verdict on an archive package; undefined for a file that is none. */
const asPackage = async (
  path: string,
  { keys, seal }: VerifyAsked,
): Promise<Result<VerifiedArchive, PackageFault> | undefined> => {
  const source = await fileSource(path).catch((error) => {
    throw new Refusal('file.unreadable', { file: path, reason: reasonOf(error) }, error)
  })
  try {
    const head = source.size < 2 ? new Uint8Array() : await source.read(0, 2)
    return head[0] === 0x50 && head[1] === 0x4b
      ? await verifyArchive(source, { ...packageMeans, keys, seal })
      : undefined
  } finally {
    await source.close()
  }
}

/**
 * Whether an archive package, a receipt, or a report's proof holds against what was asked. Needs no database and no server.
 * @throws Refusal when the file cannot be read
 */
export const verifyFile = async (
  path: string,
  asked: VerifyAsked,
): Promise<
  Result<VerifiedReceipt | VerifiedReport | VerifiedArchive, DomainError<ReceiptFault | ReportFault> | PackageFault>
> => {
  const packed = await asPackage(path, asked)
  if (packed !== undefined) return packed
  const text = await readText(path)
  const means = { ...verifyMeans, keys: asked.keys, seal: asked.seal }
  return isReportProof(text) ? verifyReport(text, means, asked.printed) : verifyReceipt(text, means)
}

/** Repeats the draw of a record: whether its list and seed give the units that it says. @throws Refusal when the file cannot be read */
export const verifyDraw = async (path: string): Promise<Result<DrawRecord, DomainError<DrawFault>>> =>
  checkDrawRecord(await readText(path), sha256)
