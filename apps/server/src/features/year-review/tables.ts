import type { ReviewContent, ReviewStanding, ReviewState } from '@quanheng/domain/year-review/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface ReviewTable {
  id: string
  plan_id: string
  year: number
  unit_id: string
  state: ReviewState
  content: Json<ReviewContent>
  standing: Json<ReviewStanding>
  file_digests: string[]
  version: number
}
export type ReviewRow = Selectable<ReviewTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    year_review: ReviewTable
    year_review_step: StepColumns & { year_review_id: string }
  }
}
