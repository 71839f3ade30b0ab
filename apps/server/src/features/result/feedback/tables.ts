import type { Feedback, FeedbackAnswer, FeedbackQuestion, FeedbackQuestionState } from '@quanheng/domain/feedback/model'
import type { Author } from '@quanheng/domain/kernel/command-context'
import type { ColumnType, Selectable } from 'kysely'
import type { Json, Timestamp } from '../../../platform/database/tables.ts'

export interface FeedbackTable {
  id: string
  plan_id: string
  run_digest: string
  unit_ids: string[]
  working_days: number
  until: string
  opened: Json<Feedback['opened']>
  agreed: Json<Feedback['agreed']>
  version: number
}
export type FeedbackRow = Selectable<FeedbackTable>

export interface FeedbackQuestionTable {
  id: string
  plan_id: string
  leaf_key: string
  item_id: string
  unit_id: string
  words: string
  files: Json<FeedbackQuestion['files']>
  file_digests: string[]
  author: Json<Author>
  at: Timestamp
  state: FeedbackQuestionState
  answer: ColumnType<FeedbackAnswer | null, string | null, string | null>
  version: number
}
export type FeedbackQuestionRow = Selectable<FeedbackQuestionTable>

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    feedback: FeedbackTable
    feedback_question: FeedbackQuestionTable
  }
}
