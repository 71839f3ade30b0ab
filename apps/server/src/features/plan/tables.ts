import type { Author } from '@quanheng/domain/kernel/command-context'
import type { CarriedFinding, FindingCode } from '@quanheng/domain/plan/findings'
import type { PlanContent, PlanKind } from '@quanheng/domain/plan/model'
import type { Acceptance, Issue } from '@quanheng/domain/plan/plan'

import type { ColumnType, Generated, Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'

export interface PlanTable {
  id: string
  kind: PlanKind
  owner_unit_id: string
  year: number
  title: string
  state: 'draft' | 'checked' | 'issued' | 'discarded'
  number: number
  content: Json<PlanContent>
  drafter: Json<Author>
  reason: string | null
  issued_number: number | null
  parent_plan_id: string | null
  named_unit_ids: string[]
  /** What is open of the notice that the draft was made from. */
  carried: ColumnType<readonly CarriedFinding[], string | undefined, string>
  version: number
}
export type PlanRow = Selectable<PlanTable>

export interface PlanVersionTable {
  id: string
  plan_id: string
  number: number
  content: Json<PlanContent>
  digest: string
  way: Issue['way']
  document_number: string
  document_date: string
  scan_digest: string | null
  reason: string | null
  acceptances: Json<readonly Acceptance[]>
  author: Json<Author>
  issued_at: Timestamp
  issued_on: string
}
export type PlanVersionRow = Selectable<PlanVersionTable>

export interface FindingAcceptanceTable {
  id: string
  seq: Generated<number>
  plan_id: string
  number: number
  withdrawn: boolean
  finding: string
  code: FindingCode
  place: string
  reason: string
  author: Json<Author>
  on_day: string
}
export type FindingAcceptanceRow = Selectable<FindingAcceptanceTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    plan: PlanTable
    plan_version: PlanVersionTable
    finding_acceptance: FindingAcceptanceTable
  }
}
