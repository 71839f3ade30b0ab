import type { LetterheadKind } from '@quanheng/domain/approval/letterhead'
import type { Approval, ApprovalState, ApprovalSubject, Party, StepRecord } from '@quanheng/domain/approval/model'
import type { Author } from '@quanheng/domain/kernel/command-context'
import type { OfficialPaperKind } from '@quanheng/domain/official-paper/model'
import type { EntryRow, Manifest, Submission, SubmissionState } from '@quanheng/domain/submission/model'
import type { Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'

export interface ApprovalTable {
  id: string
  plan_id: string
  owner_unit_id: string
  result_id: string
  subject: Json<ApprovalSubject>
  chain: Json<Approval['chain']>
  countersigners: Json<readonly Party[]>
  state: ApprovalState
  step: number
  started_by: Json<Author>
  started_at: Timestamp
  return_reason: string | null
  version: number
}
export type ApprovalRow = Selectable<ApprovalTable>

export interface SubmissionTable {
  id: string
  plan_id: string
  owner_unit_id: string
  approval_id: string
  document_number: string
  run_digest: string
  manifest: Json<Manifest>
  package_digest: string
  zip_digest: string
  rows: Json<readonly EntryRow[]>
  state: SubmissionState
  checked_by: Json<Submission['checkedBy'] | null>
  sending: Json<Submission['sending'] | null>
  receipt: Json<Submission['receipt'] | null>
  overtaken: boolean
  version: number
}
export type SubmissionRow = Selectable<SubmissionTable>

export interface IssuedPaperTable {
  id: string
  /** Null of a paper that was worded and issued here. */
  approval_id: string | null
  official_paper_id: string | null
  plan_id: string
  owner_unit_id: string
  kind: 'letter' | 'scoreReport' | OfficialPaperKind
  title: string
  document_number: string
  issued_on: string
  file_name: string
  size: number
  sha256: string
  pdf_sha256: string | null
  ofd_sha256: string | null
  at: Timestamp
}

export interface LetterheadTable {
  id: string
  unit_id: string
  organ: string
  word: string
  code: string
  kinds: Json<readonly LetterheadKind[]>
  active: boolean
  version: number
}
export type LetterheadRow = Selectable<LetterheadTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    approval: ApprovalTable
    approval_record: { approval_id: string; place: number; revision: number; record: Json<StepRecord>; at: Timestamp }
    number_book: { id: string; unit_id: string; code: string; year: number; version: number }
    number_taken: { book_id: string; number: number; approval_id: string | null; title: string | null; at: Timestamp }
    number_issued: { book_id: string; number: number; issued_on: string; at: Timestamp }
    letterhead: LetterheadTable
    number_burned: { book_id: string; number: number; reason: string; at: Timestamp }
    submission: SubmissionTable
    issued_paper: IssuedPaperTable
  }
}
