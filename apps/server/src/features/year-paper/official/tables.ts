import type { Author } from '@quanheng/domain/kernel/command-context'
import type { OfficialPaper, ProseBlock } from '@quanheng/domain/official-paper/model'
import type { Selectable } from 'kysely'
import type { Json, Timestamp } from '../../../platform/database/tables.ts'

export interface OfficialPaperTable {
  id: string
  plan_id: string
  owner_unit_id: string
  kind: OfficialPaper['kind']
  state: OfficialPaper['state']
  words: Json<OfficialPaper['words']>
  source: Json<OfficialPaper['source']>
  written_by: Json<Author>
  issue: Json<NonNullable<OfficialPaper['issue']>> | null
  withdrawal: Json<NonNullable<OfficialPaper['withdrawal']>> | null
  version: number
}
export type OfficialPaperRow = Selectable<OfficialPaperTable>

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    official_paper: OfficialPaperTable
    official_paper_revision: {
      paper_id: string
      number: number
      block: ProseBlock
      text: string
      restored: boolean
      author: Json<Author>
      at: Timestamp
    }
  }
}
