import type { listOfficeTemplates, listTemplatePapers } from '@quanheng/contract/office-template'
import type { ReplyOf } from '@quanheng/contract/route'
import type { RowOf } from '../../../shared/table/DataTable.tsx'

export type OfficeTemplates = ReplyOf<typeof listOfficeTemplates>
export type TemplateRow = RowOf<typeof listOfficeTemplates>
export type PaperRow = RowOf<typeof listTemplatePapers>
export type Kind = TemplateRow['kind']
export type KindTags = OfficeTemplates['kinds'][number]
