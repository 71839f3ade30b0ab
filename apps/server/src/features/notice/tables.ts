import type { Author } from '@quanheng/domain/kernel/command-context'
import type { Choices, DraftNote, ReadNotice, Settled } from '@quanheng/domain/notice/model'
import type { Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'

export interface NoticeImportTable {
  id: string
  unit_id: string
  author: Json<Author>
  imported_at: Timestamp
  digest: string
  file_name: string
  size: number
  title: string | null
  document_number: string | null
  text: string
  reading: Json<Pick<ReadNotice, 'rows' | 'headings'>>
  findings: Json<ReadNotice['findings']>
  choices: Json<Choices>
  settled: Json<Readonly<Record<string, Settled>>>
  plan_id: string | null
  sources: Json<Readonly<Record<string, string>>>
  notes: Json<readonly DraftNote[]>
  field_count: number
  undecided_count: number
  asked_count: number
  open_count: number
  version: number
}
export type NoticeImportRow = Selectable<NoticeImportTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    notice_import: NoticeImportTable
  }
}
