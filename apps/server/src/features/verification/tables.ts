import type { Author, Proof } from '@quanheng/domain/kernel/command-context'
import type {
  Draw,
  Finding,
  SeedPart,
  VerificationScope,
  VerificationState,
  Visit,
} from '@quanheng/domain/verification/model'
import type { Generated, Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'

export interface VerificationTable {
  id: string
  plan_id: string
  sheet_id: string
  leaf_key: string
  scope: Json<VerificationScope>
  standard: string
  sheet_digest: string
  state: VerificationState
  version: number
}
export type VerificationRow = Selectable<VerificationTable>

export interface DrawTable {
  id: string
  seq: Generated<number>
  verification_id: string
  algorithm: Draw['algorithm']
  population_digest: string
  size: number
  seed_parts: Json<readonly SeedPart[]>
  seed: string
  picked: Json<Draw['picked']>
  drawn_by: Json<Author>
  witness: Json<Author>
  at: Timestamp
}

export interface DrawCancellationTable {
  draw_id: string
  author: Json<Author>
  at: Timestamp
  reason: string
}

export interface DrawCommitmentTable {
  verification_id: string
  seq: Generated<number>
  author: Json<Author>
  digest: string
  at: Timestamp
}

export interface DrawRevealTable {
  verification_id: string
  digest: string
  value: string
  at: Timestamp
}

export interface DrawFallbackTable {
  verification_id: string
  author: Json<Author>
  at: Timestamp
  reason: string
  missing: string[]
}

export interface DrawAttestationTable {
  draw_id: string
  author: Json<Author>
  at: Timestamp
  digest: string
  proof: Proof | null
}

export interface VisitRecordTable {
  id: string
  seq: Generated<number>
  verification_id: string
  unit_id: string
  visited_on: string
  member_ids: string[]
  record: string
  evidence_ids: string[]
  unit_side: Json<Visit['unitSide']>
  recorded_by: Json<Author>
  at: Timestamp
}

export interface VerificationOpinionTable {
  id: string
  seq: Generated<number>
  verification_id: string
  unit_id: string
  finding: Json<Finding>
  author: Json<Author>
  at: Timestamp
}

export interface OpinionAnswerTable {
  opinion_id: string
  kind: 'adopted' | 'declined'
  reason: string | null
  author: Json<Author>
  at: Timestamp
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    verification: VerificationTable
    draw: DrawTable
    draw_cancellation: DrawCancellationTable
    draw_commitment: DrawCommitmentTable
    draw_reveal: DrawRevealTable
    draw_fallback: DrawFallbackTable
    draw_attestation: DrawAttestationTable
    visit_record: VisitRecordTable
    verification_opinion: VerificationOpinionTable
    opinion_answer: OpinionAnswerTable
  }
}
