import type { Author } from '@quanheng/domain/kernel/command-context'
import type { OfficeTemplateKind } from '@quanheng/domain/office-template/model'
import type { Selectable } from 'kysely'
import type { Json, Timestamp } from '../../../platform/database/tables.ts'

export interface OfficeTemplateTable {
  id: string
  unit_id: string
  kind: OfficeTemplateKind
  name: string
  active: boolean
  version: number
}
export type OfficeTemplateRow = Selectable<OfficeTemplateTable>

interface OfficeTemplateVersionTable {
  template_id: string
  number: number
  sha256: string
  size: number
  file_name: string
  tags: string[]
  author: Json<Author>
  at: Timestamp
}
export type OfficeTemplateVersionRow = Selectable<OfficeTemplateVersionTable>

interface TemplatePaperTable {
  id: string
  plan_id: string
  owner_unit_id: string
  kind: OfficeTemplateKind
  unit_id: string | null
  template_id: string
  template_number: number
  source_digest: string
  title: string
  sha256: string
  size: number
  author: Json<Author>
  at: Timestamp
}
export type TemplatePaperRow = Selectable<TemplatePaperTable>

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    office_template: OfficeTemplateTable
    office_template_version: OfficeTemplateVersionTable
    template_paper: TemplatePaperTable
  }
}
