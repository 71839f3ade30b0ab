import { readFile, stat } from 'node:fs/promises'
import type { DomainError, Result } from '@quanheng/domain/kernel/result'
import { type ReceiptFault, type VerifiedReceipt, verifyReceipt } from '@quanheng/log/receipt'
import { verifyMeans } from '../platform/log/means.ts'
import { Refusal, reasonOf } from '../platform/process/refusal.ts'

export type { VerifiedReceipt }

/** Bytes; a receipt of 100,000 acts has half of that. */
const largest = 512 * 1_048_576

/**
 * Whether a receipt holds against these verifier keys (`name+id+Base64`; none: those that it brings along). Needs no database and
 * no server.
 * @throws Refusal when the file cannot be read
 */
export const verifyFile = async (
  path: string,
  keys: readonly string[],
): Promise<Result<VerifiedReceipt, DomainError<ReceiptFault>>> => {
  const unreadable = (reason: string, error?: unknown) => new Refusal('file.unreadable', { file: path, reason }, error)
  const { size } = await stat(path).catch((error) => {
    throw unreadable(reasonOf(error), error)
  })
  if (size > largest) throw unreadable(`> ${largest} bytes`)
  const text = await readFile(path, 'utf8').catch((error) => {
    throw unreadable(reasonOf(error), error)
  })
  return verifyReceipt(text, { ...verifyMeans, keys })
}
