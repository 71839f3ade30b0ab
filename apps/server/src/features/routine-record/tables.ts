import type {
  RoutineContent,
  RoutineEffect,
  RoutineRecordState,
  RoutineStanding,
} from '@quanheng/domain/routine-record/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

interface RoutineRecordTable {
  id: string
  plan_id: string
  leaf_key: string
  indicator: string
  unit_id: string
  lead_unit_id: string
  lead_section_id: string | null
  office_unit_id: string
  state: RoutineRecordState
  happened_on: string
  effect: RoutineEffect
  told_on: string | null
  content: Json<RoutineContent>
  standing: Json<RoutineStanding>
  file_digests: string[]
  version: number
}
export type RoutineRecordRow = Selectable<RoutineRecordTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    routine_record: RoutineRecordTable
    routine_record_step: StepColumns & { routine_record_id: string }
  }
}
