import type { Result } from '@quanheng/domain/kernel/result'
import type { PlanContent } from '@quanheng/domain/plan/model'
import type { TableError } from '../xlsx/codes.ts'
import type { TableColumn } from '../xlsx/model.ts'
import { type ReadTable, readTable } from '../xlsx/read-table.ts'
import type { FactsTable } from './facts-table.ts'

const unitColumn: TableColumn = { key: 'unit', header: '单位', width: 20, kind: 'text', required: true }

/**
 * A worksheet with a column 单位 and one for each data element, headed by its name (with or without its unit) or its key. Columns of
 * elements that stand nowhere are left out: their figures are missing.
 */
export async function readFactsSheet(
  bytes: Uint8Array,
  content: PlanContent,
): Promise<Result<FactsTable, readonly TableError[]>> {
  const columns = content.dataElements.flatMap(({ key, name, unit }): TableColumn[] => [
    { key, header: name, width: 12, kind: 'text', ...(unit !== '' && { unit }) },
    ...(name === key ? [] : [{ key: `key:${key}`, header: key, width: 12, kind: 'text' } as const]),
  ])
  const read = await readTable(bytes, [unitColumn, ...columns])
  if (read.ok) return { ok: true, value: tableOf(read.value, columns) }
  const absent = new Set(
    read.error.flatMap(({ code, params }) => (code === 'table.columnMissing' ? [params?.column ?? ''] : [])),
  )
  const there = columns.filter(({ header, unit }) => !absent.has(unit ? `${header}（${unit}）` : header))
  if (absent.has(unitColumn.header) || there.length === columns.length) return read
  const again = await readTable(bytes, [unitColumn, ...there])
  return again.ok ? { ok: true, value: tableOf(again.value, there) } : again
}

const tableOf = ({ rows }: ReadTable, columns: readonly TableColumn[]): FactsTable => ({
  header: [unitColumn.header, ...columns.map(({ key }) => key.replace(/^key:/, ''))],
  rows: rows.map(({ row, cells }) => ({
    line: row,
    cells: [unitColumn, ...columns].map(({ key }) => cells[key]?.text ?? ''),
  })),
})
