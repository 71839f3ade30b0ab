import type { Author } from '@quanheng/domain/kernel/command-context'
import type { RemarkAnswer, RemarkState, RemarkSubject } from '@quanheng/domain/remark/model'
import type { Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'

export interface RemarkTable {
  id: string
  plan_id: string
  subject_noun: RemarkSubject
  subject_id: string
  words: string
  author: Json<Author>
  at: Timestamp
  state: RemarkState
  answer: Json<RemarkAnswer> | null
  version: number
}
export type RemarkRow = Selectable<RemarkTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    remark: RemarkTable
  }
}
