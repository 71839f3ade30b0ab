import type {
  DatumState,
  DatumValue,
  DatumVersion,
  Extension,
  LaterRelease,
  OnBehalf,
  Release,
} from '@quanheng/domain/datum/model'
import type { SecrecyLabel } from '@quanheng/domain/evidence/model'
import type { Author } from '@quanheng/domain/kernel/command-context'
import type { DatumSource } from '@quanheng/domain/plan/model'
import type { ColumnType, Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'

type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>

export interface DatumTable {
  id: string
  plan_id: string
  element_key: string
  unit_id: string
  period: string
  source: Json<DatumSource>
  asked_unit_id: string
  asked_section_id: string | null
  scorer_places: string[]
  scorer_unit_ids: string[]
  leaf_keys: string[]
  due: string
  cutoff: string
  asked: boolean
  state: DatumState
  last_number: number
  final_number: number | null
  return_reason: string | null
  extension: JsonOrNull<Extension>
  later_releases: Json<readonly LaterRelease[]>
  version: number
}
export type DatumRow = Selectable<DatumTable>

export interface DatumVersionTable {
  id: string
  datum_id: string
  number: number
  stage: DatumVersion['stage']
  release: Release
  value: Json<DatumValue>
  as_of: string
  received_on: string
  author: Json<Author>
  at: Timestamp
  evidence_ids: string[]
  reason: string | null
  late: JsonOrNull<NonNullable<DatumVersion['late']>>
  on_behalf: JsonOrNull<OnBehalf>
  finding_id: string | null
  digest: string
}
export type DatumVersionRow = Selectable<DatumVersionTable>

export interface DatumConfirmationTable {
  id: string
  datum_id: string
  number: number
  author: Json<Author>
  at: Timestamp
  gap_reason: string | null
}
export type DatumConfirmationRow = Selectable<DatumConfirmationTable>

export interface DatumOpeningTable {
  datum_id: string
  number: number
  author: Json<Author>
  at: Timestamp
}

export interface EvidenceTable {
  id: string
  plan_id: string
  leaf_key: string
  unit_id: string
  requirement_key: string | null
  datum_id: string | null
  sha256: string
  sm3: string
  name: string
  size: number
  media_type: string
  label: SecrecyLabel
  effective_on: string | null
  received_on: string
  replaces: string | null
  reuses: string | null
  author: Json<Author>
  at: Timestamp
}
export type EvidenceRow = Selectable<EvidenceTable>

export interface EvidenceWithdrawalTable {
  evidence_id: string
  author: Json<Author>
  at: Timestamp
  reason: string
}

interface EvidenceRelabelTable {
  evidence_id: string
  ordinal: number
  label: SecrecyLabel
  author: Json<Author>
  at: Timestamp
  reason: string
}

interface LikenessReviewTable {
  id: string
  first: string
  second: string
  evidence_ids: string[]
  reason: string
  author: Json<Author>
  at: Timestamp
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    datum: DatumTable
    datum_version: DatumVersionTable
    datum_confirmation: DatumConfirmationTable
    datum_opening: DatumOpeningTable
    evidence: EvidenceTable
    evidence_withdrawal: EvidenceWithdrawalTable
    evidence_relabel: EvidenceRelabelTable
    likeness_review: LikenessReviewTable
  }
}
