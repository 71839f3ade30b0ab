import type { AssignedTask, AssignedTaskState } from '@quanheng/domain/assigned-task/model'
import type { GroupCharter } from '@quanheng/domain/meeting/charter'
import type { Agenda, MeetingKind, MeetingStanding, MeetingState } from '@quanheng/domain/meeting/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface MeetingTable {
  id: string
  unit_id: string
  kind: MeetingKind
  state: MeetingState
  agenda: Json<Agenda>
  standing: Json<MeetingStanding>
  file_digests: string[]
  version: number
}
export type MeetingRow = Selectable<MeetingTable>

export interface SteeringGroupTable {
  id: string
  unit_id: string
  name: string
  short_name: string
  basis: string
  charter: Json<GroupCharter> | null
  member_unit_ids: string[]
  version: number
}
export type SteeringGroupRow = Selectable<SteeringGroupTable>

export interface AssignedTaskTable {
  id: string
  meeting_id: string | null
  topic_id: string | null
  direct: Json<AssignedTask['direct'] | null>
  from_unit_id: string
  unit_id: string
  words: string
  due: string
  state: AssignedTaskState
  done: Json<AssignedTask['done'] | null>
  file_digests: string[]
  version: number
}
export type AssignedTaskRow = Selectable<AssignedTaskTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    steering_group: SteeringGroupTable
    meeting: MeetingTable
    meeting_step: StepColumns & { meeting_id: string }
    assigned_task: AssignedTaskTable
    assigned_task_step: StepColumns & { assigned_task_id: string }
  }
}
