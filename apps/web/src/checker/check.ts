import { type DomainError, ok, type Result } from '@quanheng/domain/kernel/result'
import { type ReceiptFault, type VerifiedReceipt, verifyReceipt } from '@quanheng/log/receipt'
import { isReportProof, type ReportFault, type VerifiedReport, verifyReport } from '@quanheng/log/report-proof'
import type { SealMark } from '@quanheng/log/seal-mark'
import { means } from './means.ts'

/** What somebody has in hand: the file, and what stands on paper beside it. Blank is not given. */
export interface Asked {
  readonly file: string
  /** Verifier keys noted down when the installation began, one a line. */
  readonly keys: string
  /** 校验码 of a printed report. */
  readonly code: string
  /** 存证点 from the foot of a paper. */
  readonly seal: SealMark | undefined
}

export type Checked =
  | { readonly kind: 'receipt'; readonly found: VerifiedReceipt }
  | { readonly kind: 'report'; readonly found: VerifiedReport }

export type CheckFault = ReceiptFault | ReportFault

/** The verdict of `./quanheng verify` and `verify.py` on a receipt or a report's proof, with the same first fault. */
export const check = ({ file, keys, code, seal }: Asked): Result<Checked, DomainError<CheckFault>> => {
  const lines = keys.split(/\s+/).filter((line) => line !== '')
  const asked = { ...means, keys: lines, seal }
  if (isReportProof(file)) {
    const found = verifyReport(file, asked, code.trim() === '' ? undefined : code)
    return found.ok ? ok({ kind: 'report', found: found.value }) : found
  }
  const found = verifyReceipt(file, asked)
  return found.ok ? ok({ kind: 'receipt', found: found.value }) : found
}
