import type { AdjustmentContent, AdjustmentStanding, AdjustmentState } from '@quanheng/domain/target-adjustment/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface AdjustmentTable {
  id: string
  plan_id: string
  unit_id: string
  lead_unit_id: string
  office_unit_id: string
  state: AdjustmentState
  content: Json<AdjustmentContent>
  standing: Json<AdjustmentStanding>
  file_digests: string[]
  version: number
}
export type AdjustmentRow = Selectable<AdjustmentTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    target_adjustment: AdjustmentTable
    target_adjustment_step: StepColumns & { target_adjustment_id: string }
  }
}
