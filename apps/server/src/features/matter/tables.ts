import type { MatterContent, MatterSort, MatterStanding, MatterState } from '@quanheng/domain/matter/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface MatterTable {
  id: string
  unit_id: string
  sort: MatterSort
  state: MatterState
  content: Json<MatterContent>
  standing: Json<MatterStanding>
  member_unit_ids: string[]
  member_person_ids: string[]
  file_digests: string[]
  version: number
}
export type MatterRow = Selectable<MatterTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    matter: MatterTable
    matter_step: StepColumns & { matter_id: string }
  }
}
