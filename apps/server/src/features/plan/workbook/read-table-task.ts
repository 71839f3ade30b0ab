import type { Result } from '@quanheng/domain/kernel/result'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import type { TableColumn, TemplateMark } from '@quanheng/papers/xlsx/model'
import { type ReadTable, readTable } from '@quanheng/papers/xlsx/read-table'

export interface ReadTableInput {
  readonly bytes: Uint8Array
  readonly columns: readonly TableColumn[]
  readonly template: TemplateMark
}

export type ReadTableOutput = Result<ReadTable, readonly TableError[]>

export default ({ bytes, columns, template }: ReadTableInput): Promise<ReadTableOutput> =>
  readTable(bytes, columns, { template, maxRows: 50_000 })
