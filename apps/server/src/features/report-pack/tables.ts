import type { Author } from '@quanheng/domain/kernel/command-context'
import type { ReportPack } from '@quanheng/domain/report-pack/model'
import type { Selectable } from 'kysely'
import type { Json, Timestamp } from '../../platform/database/tables.ts'

export interface ReportPackTable {
  id: string
  plan_id: string
  plan_number: number
  unit_id: string
  made_on: string
  file: Json<ReportPack['file']>
  figures: Json<ReportPack['figures']>
  evidence: Json<ReportPack['evidence']>
  originals: Json<ReportPack['originals']>
  left_out: Json<ReportPack['left']>
  file_digests: string[]
  author: Json<Author>
  at: Timestamp
}
export type ReportPackRow = Selectable<ReportPackTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    report_pack: ReportPackTable
  }
}
