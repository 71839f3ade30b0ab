import type { SelfReview } from '@quanheng/domain/self-review/model'
import type { ColumnType, Selectable } from 'kysely'
import type { Json } from '../../../platform/database/tables.ts'

type Nullable<T> = ColumnType<T | null, string | null, string | null>

export interface SelfReviewTable {
  id: string
  plan_id: string
  unit_id: string
  state: SelfReview['state']
  lines: Json<SelfReview['rows']>
  report: string
  saved: Json<SelfReview['saved']>
  signed: Nullable<NonNullable<SelfReview['signed']>>
  returned: Nullable<NonNullable<SelfReview['returned']>>
  version: number
}
export type SelfReviewTableRow = Selectable<SelfReviewTable>

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    self_review: SelfReviewTable
  }
}
