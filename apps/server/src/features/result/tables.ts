import type { Decision, DecisionSubject } from '@quanheng/domain/decision/model'
import type { Author } from '@quanheng/domain/kernel/command-context'
import type { LeadReportState, ReportChannel, ReportedScore } from '@quanheng/domain/report/model'
import type { ReportWords } from '@quanheng/domain/report/words'
import type { FreezePurpose, FrozenResult, ResultState } from '@quanheng/domain/result/model'
import type { RunContent, RunLeaf } from '@quanheng/domain/result/run-content'
import type { Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'
import type { PaperForm } from './covering-letter.ts'

export interface LeadReportTable {
  id: string
  plan_id: string
  lead_unit_id: string
  due: string
  asked: boolean
  state: LeadReportState
  last_number: number
  return_reason: string | null
  version: number
}
export type LeadReportRow = Selectable<LeadReportTable>

export interface LeadReportVersionTable {
  id: string
  report_id: string
  number: number
  via: Json<ReportChannel>
  document_number: string
  document_date: string
  scores: Json<readonly ReportedScore[]>
  received_on: string
  author: Json<Author>
  at: Timestamp
}
export type LeadReportVersionRow = Selectable<LeadReportVersionTable>

export interface RunTable {
  id: string
  digest: string
  plan_id: string
  plan_number: number
  purpose: FreezePurpose
  facts_digest: string
  engine_version: string
  head: Json<Omit<RunContent, 'engine' | 'leaves'>>
  author: Json<Author>
  at: Timestamp
}

export interface RunColumnTable {
  run_digest: string
  place: number
  leaf_key: string
  columns: Json<RunLeaf>
}

export interface ResultTable {
  id: string
  plan_id: string
  owner_unit_id: string
  purpose: FreezePurpose
  run_digest: string
  frozen_by: Json<Author>
  frozen_at: Timestamp
  state: ResultState
  decision_id: string | null
  issue: Json<NonNullable<FrozenResult['issue']> | null>
  voiding: Json<NonNullable<FrozenResult['voiding']> | null>
  version: number
}
export type ResultRow = Selectable<ResultTable>

export interface PaperTable {
  id: string
  result_id: string
  plan_id: string
  owner_unit_id: string
  words: Json<ReportWords>
  /** In which form it is printed and digested. */
  form: PaperForm
  version: number
}
export type PaperRow = Selectable<PaperTable>

export interface DecisionTable {
  id: string
  subject: Json<DecisionSubject>
  subject_id: string
  owner_unit_id: string
  body: string
  decided_on: string
  text: string
  number: string | null
  outcome: Decision['outcome']
  adjustments: Json<Decision['adjustments']>
  grades: Json<NonNullable<Decision['grades']>> | null
  scan_digest: string
  author: Json<Author>
  at: Timestamp
  replaces: string | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    decision: DecisionTable
    decision_confirmation: { decision_id: string; author: Json<Author>; at: Timestamp }
    lead_report: LeadReportTable
    lead_report_version: LeadReportVersionTable
    lead_report_confirmation: { report_id: string; number: number; author: Json<Author>; at: Timestamp }
    run: RunTable
    run_column: RunColumnTable
    result: ResultTable
    paper: PaperTable
  }
}
