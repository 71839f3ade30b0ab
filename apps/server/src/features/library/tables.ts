import type { LibraryContent, LibraryKind, LibraryStanding, LibraryState } from '@quanheng/domain/library/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface LibraryTable {
  id: string
  unit_id: string
  kind: LibraryKind
  state: LibraryState
  cited_as: string
  title: string
  effective_on: string | null
  last_day: string | null
  replaces_id: string | null
  content: Json<LibraryContent>
  standing: Json<LibraryStanding>
  sought: string[]
  grams: string[]
  file_digests: string[]
  version: number
}
export type LibraryRow = Selectable<LibraryTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    library_document: LibraryTable
    library_document_step: StepColumns & { library_document_id: string }
  }
}
