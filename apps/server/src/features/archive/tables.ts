import type { ArchiveContents } from '@quanheng/domain/archive/model'
import type { Author } from '@quanheng/domain/kernel/command-context'
import type { Generated, Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'

export interface ArchiveTable {
  id: string
  purpose: Generated<'archive' | 'public'>
  unit_id: string
  year: number
  title: string
  made_on: string
  leaves: number
  manifest_digest: string
  zip_digest: string
  size: number
  contents: Json<readonly ArchiveContents[]>
  open: Json<readonly string[]>
  author: Json<Author | null>
  at: Timestamp
}
export type ArchiveRow = Selectable<ArchiveTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    archive: ArchiveTable
  }
}
