import type { ProgressContent, ProgressStanding, ProgressState } from '@quanheng/domain/progress-report/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface ProgressReportTable {
  id: string
  superior_plan_id: string
  share_key: string
  period: string
  unit_id: string
  section_id: string | null
  office_unit_id: string
  state: ProgressState
  content: Json<ProgressContent>
  standing: Json<ProgressStanding>
  file_digests: string[]
  version: number
}
export type ProgressReportRow = Selectable<ProgressReportTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    progress_report: ProgressReportTable
    progress_report_step: StepColumns & { progress_report_id: string }
  }
}
