import { composeLetter } from '@quanheng/papers/docx/letter'
import { composeReport } from '@quanheng/papers/docx/report'
import type { Letter, Report } from '@quanheng/papers/paper/model'
import type { Table } from '@quanheng/papers/xlsx/model'
import { writeTable } from '@quanheng/papers/xlsx/write-table'

export type ComposeOrder =
  | { readonly kind: 'letter'; readonly paper: Letter }
  | { readonly kind: 'report'; readonly paper: Report }
  | { readonly kind: 'table'; readonly table: Table }

/** Runs in a worker. */
const compose = (order: ComposeOrder): Promise<Uint8Array> => {
  switch (order.kind) {
    case 'letter':
      return composeLetter(order.paper)
    case 'report':
      return composeReport(order.paper)
    case 'table':
      return writeTable(order.table)
  }
}

export default compose
