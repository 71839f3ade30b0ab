import type { Mark } from '@quanheng/domain/evaluation/ballot'
import type { EvaluationContent } from '@quanheng/domain/evaluation/channel'
import type { EvaluationStanding, EvaluationState } from '@quanheng/domain/evaluation/model'
import type { Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface EvaluationTable {
  id: string
  plan_id: string
  element_key: string
  year: number
  unit_id: string
  state: EvaluationState
  unit_ids: string[]
  evaluator_ids: string[]
  content: Json<EvaluationContent>
  standing: Json<EvaluationStanding>
  file_digests: string[]
  version: number
}
export type EvaluationRow = Selectable<EvaluationTable>

export interface BallotTable {
  id: string
  evaluation_id: string
  channel_key: string
  person_id: string
  marks: Json<readonly Mark[]>
  at: Timestamp
  version: number
}
export type BallotRow = Selectable<BallotTable>

export interface TicketTable {
  id: string
  evaluation_id: string
  channel_key: string
  person_id: string
  asked_digest: string
  taken_on: string
}
export type TicketRow = Selectable<TicketTable>

export interface KeyTable {
  evaluation_id: string
  channel_key: string
  name: string
  modulus: string
  exponent: string
  private_key: string | null
}

/** Nothing here says who, when or in which order. */
export interface SlipTable {
  evaluation_id: string
  channel_key: string
  unit_id: string
  mark: string
  serial: string
  permit: string | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    evaluation: EvaluationTable
    evaluation_step: StepColumns & { evaluation_id: string }
    evaluation_ballot: BallotTable
    evaluation_ticket: TicketTable
    evaluation_key: KeyTable
    evaluation_slip: SlipTable
  }
}
