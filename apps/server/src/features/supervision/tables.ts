import type {
  RectificationDemand,
  RectificationStanding,
  RectificationState,
} from '@quanheng/domain/rectification/model'
import type {
  SupervisionContent,
  SupervisionKind,
  SupervisionStanding,
  SupervisionState,
} from '@quanheng/domain/supervision/model'
import type { SupervisionVisitState, VisitStanding } from '@quanheng/domain/supervision-visit/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

interface SupervisionTable {
  id: string
  unit_id: string
  kind: SupervisionKind
  state: SupervisionState
  content: Json<SupervisionContent>
  standing: Json<SupervisionStanding>
  file_digests: string[]
  version: number
}
export type SupervisionRow = Selectable<SupervisionTable>

interface VisitTable {
  id: string
  supervision_id: string
  from_unit_id: string
  unit_id: string
  state: SupervisionVisitState
  standing: Json<VisitStanding>
  visited_on: string | null
  file_digests: string[]
  version: number
}
export type VisitRow = Selectable<VisitTable>

interface RectificationTable {
  id: string
  supervision_id: string
  visit_id: string
  from_unit_id: string
  unit_id: string
  subject: string
  state: RectificationState
  due: string
  demand: Json<RectificationDemand>
  standing: Json<RectificationStanding>
  file_digests: string[]
  version: number
}
export type RectificationRow = Selectable<RectificationTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    supervision: SupervisionTable
    supervision_step: StepColumns & { supervision_id: string }
    supervision_visit: VisitTable
    supervision_visit_step: StepColumns & { supervision_visit_id: string }
    rectification: RectificationTable
    rectification_step: StepColumns & { rectification_id: string }
  }
}
