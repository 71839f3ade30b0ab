import type {
  ObjectedScore,
  ObjectionContent,
  ObjectionStanding,
  ObjectionState,
} from '@quanheng/domain/objection/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface ObjectionTable {
  id: string
  plan_id: string
  year_plan_id: string
  item_id: string
  leaf_name: string
  unit_id: string
  office_unit_id: string
  scorer_unit_id: string
  scorer_section_id: string | null
  state: ObjectionState
  number: number | null
  score: Json<ObjectedScore>
  content: Json<ObjectionContent>
  standing: Json<ObjectionStanding>
  file_digests: string[]
  version: number
}
export type ObjectionRow = Selectable<ObjectionTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    objection: ObjectionTable
    objection_step: StepColumns & { objection_id: string }
  }
}
