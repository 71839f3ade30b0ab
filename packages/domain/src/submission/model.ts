import type { Author } from '../kernel/command-context.ts'
import type { ExactText } from '../kernel/exact.ts'

/** 待录入 · 待核对 (every row entered) · 待报送 (checked by a second person) · 已报送 · 已回执. */
export const submissionStates = ['entering', 'entered', 'checked', 'sent', 'received'] as const
export type SubmissionState = (typeof submissionStates)[number]

/** 报送包: the approved paper and its scores on their way to the superior, by package and by its own platform (C-4.5). */
export interface Submission {
  readonly id: string
  readonly planId: string
  readonly approvalId: string
  readonly documentNumber: string
  readonly runDigest: string
  readonly manifest: Manifest
  /** 录入对照单, in the superior's order. */
  readonly rows: readonly EntryRow[]
  readonly state: SubmissionState
  readonly checkedBy?: { readonly by: Author; readonly at: string }
  readonly sending?: { readonly by: Author; readonly sentOn: string; readonly channel: string }
  readonly receipt?: Receipt
}

/** One format with the archive package: every file with its digest, and the run that all figures come from. */
export interface Manifest {
  readonly v: 1
  readonly runDigest: string
  readonly documentNumber: string
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly size: number }[]
}

export interface EntryRow {
  readonly leafKey: string
  readonly unitId: string
  readonly points: ExactText
  readonly ticked?: { readonly by: Author; readonly at: string }
}

/** 回执 of the superior. */
export interface Receipt {
  readonly number?: string
  readonly receivedOn: string
  readonly scanDigest?: string
  readonly by: Author
  readonly at: string
}

export const canonicalSubmission = (submission: Submission) => ({ v: 1, noun: 'submission', ...submission })
