import type { SuperiorContent, SuperiorPlanState, SuperiorStanding } from '@quanheng/domain/superior-plan/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface SuperiorPlanTable {
  id: string
  unit_id: string
  year: number
  state: SuperiorPlanState
  content: Json<SuperiorContent>
  standing: Json<SuperiorStanding>
  /** Units that bear something: they see it once it is issued. */
  bearer_unit_ids: string[]
  file_digests: string[]
  version: number
}
export type SuperiorPlanRow = Selectable<SuperiorPlanTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    superior_plan: SuperiorPlanTable
    superior_plan_step: StepColumns & { superior_plan_id: string }
  }
}
