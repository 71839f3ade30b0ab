import type { PostKind } from '@quanheng/domain/ability/posts'
import type { Deduction } from '@quanheng/domain/item/model'
import type { Basis } from '@quanheng/domain/kernel/basis'
import type { Author, Proof } from '@quanheng/domain/kernel/command-context'
import type { Scorer } from '@quanheng/domain/plan/responsibility'
import type { FallenRow, SheetState, SheetVerification } from '@quanheng/domain/sheet/model'
import type { ColumnType, Generated, Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'
import type { SignedContent } from './content.ts'

export interface SheetTable {
  id: string
  plan_id: string
  plan_number: number
  key: string
  leaf_key: string
  leaf_name: string
  scorer: Json<Scorer>
  scorer_unit_id: string
  scorer_section_id: string | null
  coordinating_section_id: string | null
  unit_ids: string[]
  amends: string | null
  group_relative: boolean
  number: number
  state: SheetState
  signed_digest: string | null
  fallen_rows: Json<readonly FallenRow[]>
  verification: Json<SheetVerification>
  return_reason: string | null
  fall_cause: string | null
  version: number
}
export type SheetRow = Selectable<SheetTable>

export interface SheetVersionTable {
  id: string
  sheet_id: string
  number: number
  content: Json<SignedContent>
  digest: string
  check_code: string
  at: Timestamp
}
export type SheetVersionRow = Selectable<SheetVersionTable>

export interface ItemTable {
  id: string
  plan_id: string
  leaf_key: string
  unit_id: string
  plan_number: number
  data_source: string
  basis: ColumnType<Basis | null, string | null, string | null>
  deductions: Json<readonly Deduction[]>
  version: number
}
export type StoredItem = Selectable<ItemTable>

export interface SignatureTable {
  id: string
  seq: Generated<number>
  subject_noun: string
  subject_id: string
  role: string
  person_id: string
  post: PostKind
  unit_id: string
  section_id: string | null
  digest: string
  signed_on: string
  recorded_at: Timestamp
  opinion: string | null
  medium: 'screen' | 'paper'
  proof: Proof | null
  scan_digest: string | null
  registered_by: ColumnType<Author | null, string | null, string | null>
}
export type SignatureRow = Selectable<SignatureTable>

export interface SignatureMarkTable {
  id: string
  signature_id: string
  kind: 'confirmed' | 'refused' | 'voided'
  author: Json<Author>
  at: Timestamp
  cause: string | null
}
export type SignatureMarkRow = Selectable<SignatureMarkTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    sheet: SheetTable
    sheet_version: SheetVersionTable
    item: ItemTable
    signature: SignatureTable
    signature_mark: SignatureMarkTable
  }
}
