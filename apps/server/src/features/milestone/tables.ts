import type { LightRung } from '@quanheng/domain/milestone/light'
import type { MilestoneDemand, MilestoneStanding, MilestoneState } from '@quanheng/domain/milestone/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

interface MilestoneTable {
  id: string
  plan_id: string
  milestone_key: string
  leaf_key: string
  unit_id: string
  lead_unit_id: string
  lead_section_id: string | null
  office_unit_id: string
  state: MilestoneState
  due: string
  demand: Json<MilestoneDemand>
  standing: Json<MilestoneStanding>
  file_digests: string[]
  version: number
}
export type MilestoneRow = Selectable<MilestoneTable>

interface ToldTable {
  milestone_id: string
  due: string
  rung: LightRung
  told_on: string
  person_ids: string[]
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    milestone: MilestoneTable
    milestone_step: StepColumns & { milestone_id: string }
    milestone_told: ToldTable
  }
}
