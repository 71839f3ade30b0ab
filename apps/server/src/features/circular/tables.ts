import type {
  CircularContent,
  CircularKind,
  CircularStanding,
  CircularState,
  CircularTopic,
} from '@quanheng/domain/circular/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface CircularTable {
  id: string
  unit_id: string
  kind: CircularKind
  topic: CircularTopic
  state: CircularState
  content: Json<CircularContent>
  standing: Json<CircularStanding>
  receiver_unit_ids: string[]
  receiver_person_ids: string[]
  issue_year: number | null
  issue: number | null
  issued_on: string | null
  file_digests: string[]
  version: number
}
export type CircularRow = Selectable<CircularTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    circular: CircularTable
    circular_step: StepColumns & { circular_id: string }
  }
}
