import type { CreditEntry, CreditState, EntryKind } from '@quanheng/domain/credit/model'
import type { CreditRegister } from '@quanheng/domain/credit/register'
import type { Author } from '@quanheng/domain/kernel/command-context'
import type { Generated, Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface CreditTable {
  id: string
  plan_id: string
  kind: EntryKind
  unit_id: string
  review_unit_id: string
  proposer_unit_id: string
  state: CreditState
  claim: Json<CreditEntry['claim']>
  standing: Json<CreditEntry['standing']>
  file_digests: string[]
  version: number
}
export type CreditRow = Selectable<CreditTable>

export interface CreditRegisterTable {
  id: string
  plan_id: string
  state: CreditRegister['state']
  asked: Json<CreditRegister['asked']>
  reopened: string | null
  version: number
}
export type CreditRegisterRow = Selectable<CreditRegisterTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    credit: CreditTable
    credit_step: StepColumns & { credit_id: string }
    credit_register: CreditRegisterTable
    credit_zero_report: {
      register_id: string
      seq: Generated<number>
      unit_id: string
      author: Json<Author>
      at: Timestamp
    }
  }
}
