import { fail, ok, type Result } from '@quanheng/domain/kernel/result'
import type ExcelJS from 'exceljs'
import type { TableError } from './codes.ts'
import { isCsv, openCsv } from './csv-grid.ts'
import { findHeader, type Header, wrongColumns } from './find-header.ts'
import { sheetGrid } from './grid.ts'
import { headerText, markerSheet, type TableColumn, type TemplateMark } from './model.ts'
import { loadCells, openParts, sheetPaths } from './open.ts'
import { readCell } from './read-cell.ts'

export interface ReadCell {
  /** Address, e.g. `C7`. */
  readonly cell: string
  /** Absent where the cell is blank: missing, never 0. */
  readonly text?: string
}

export interface ReadRow {
  /** Number of the line in the worksheet. */
  readonly row: number
  /** By column key; every column asked for is there. */
  readonly cells: Readonly<Record<string, ReadCell>>
}

export interface ReadTable {
  /** Name of the worksheet the rows stand in. */
  readonly sheet: string
  readonly rows: readonly ReadRow[]
  /** Headers that no column answers to: read by nobody, and said so. */
  readonly ignored: readonly string[]
  /** Cells that could not be read; always none unless the reader asked to go on past them. */
  readonly faults: readonly TableError[]
}

export interface ReadOptions {
  /** The template the workbook must be made from; without it any table with these headers is taken. */
  readonly template?: TemplateMark
  /** 10,000 unless said. */
  readonly maxRows?: number
  /** Faults in cells come beside the rows instead of refusing the table, so that everything wrong is told at once. */
  readonly pastFaults?: boolean
}

const errors = (...list: readonly TableError[]) => fail<readonly TableError[]>(list)

function markOf(workbook: ExcelJS.Workbook): TemplateMark | undefined {
  const sheet = workbook.getWorksheet(markerSheet)
  if (sheet?.getCell('A1').text !== 'quanheng.table') return undefined
  return { name: sheet.getCell('B1').text, version: sheet.getCell('C1').text }
}

function wrongMark(found: TemplateMark | undefined, expected: TemplateMark): TableError | undefined {
  if (!found) return { code: 'table.noMarker' }
  if (found.name !== expected.name)
    return { code: 'table.otherTemplate', params: { expected: expected.name, found: found.name } }
  if (found.version !== expected.version)
    return { code: 'table.otherVersion', params: { expected: expected.version, found: found.version } }
  return undefined
}

/** Merged ranges below the header, each named at its first cell. */
function merged(xml: string, { grid, row }: Header): TableError[] {
  return [...xml.matchAll(/<mergeCell\s[^>]*ref="(([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}\d{1,7})"/g)]
    .filter(([, , , from]) => Number(from) > row)
    .map(([, range = '', letters, from]) => ({
      code: 'table.merged',
      sheet: grid.name,
      cell: `${letters}${from}`,
      params: { range },
    }))
}

function readRows({ grid, row: top, places }: Header, columns: readonly TableColumn[]) {
  const rows: ReadRow[] = []
  const wrong: TableError[] = []
  for (const { row, cell: cellAt } of grid.rows) {
    if (row <= top) continue
    const cells: Record<string, ReadCell> = {}
    const faults: TableError[] = []
    for (const column of columns) {
      const cell = cellAt(places.get(column.key)?.[0] ?? 0)
      const read = readCell(column, cell)
      const at = { sheet: grid.name, cell: cell.address }
      const named = { column: headerText(column) }
      if (!read.ok) faults.push({ ...read.error, params: { ...read.error.params, ...named }, ...at })
      else if (read.value === undefined && column.required)
        faults.push({ code: 'table.required', params: named, ...at })
      cells[column.key] = { cell: cell.address, ...(read.ok && read.value !== undefined ? { text: read.value } : {}) }
    }
    const blank =
      faults.every(({ code }) => code === 'table.required') &&
      Object.values(cells).every(({ text }) => text === undefined)
    if (blank) continue
    rows.push({ row, cells })
    wrong.push(...faults)
  }
  return { rows, wrong }
}

interface Opened {
  readonly header: Header
  /** Faults that no cell alone shows. */
  readonly faults: readonly TableError[]
}

const allMissing = (columns: readonly TableColumn[]) =>
  errors(
    ...columns.map((column): TableError => ({ code: 'table.columnMissing', params: { column: headerText(column) } })),
  )

async function openWorkbook(
  bytes: Uint8Array,
  columns: readonly TableColumn[],
  template: TemplateMark | undefined,
): Promise<Result<Opened, readonly TableError[]>> {
  const opened = await openParts(bytes)
  if (!opened.ok) return opened
  const loaded = await loadCells(opened.value)
  if (!loaded.ok) return loaded
  const workbook = loaded.value
  const mark = template && wrongMark(markOf(workbook), template)
  if (mark) return errors(mark)
  const sheets = workbook.worksheets.filter(({ state }) => state === 'visible')
  const grids = sheets.map(sheetGrid)
  const header = findHeader(grids, columns)
  if (!header) return allMissing(columns)
  const sheet = sheets[grids.indexOf(header.grid)]
  const path = sheetPaths(opened.value.xml)[sheet ? workbook.worksheets.indexOf(sheet) : -1]
  return ok({ header, faults: merged(opened.value.xml.get(path ?? '') ?? '', header) })
}

/** A table of another system names no template; one that names a template must name this one. */
function openText(
  bytes: Uint8Array,
  columns: readonly TableColumn[],
  template: TemplateMark | undefined,
): Result<Opened, readonly TableError[]> {
  const opened = openCsv(bytes)
  if (!opened.ok) return opened
  const { grid, mark: found, tooWide } = opened.value
  const mark = template && found && wrongMark(found, template)
  if (mark) return errors(mark)
  const header = findHeader([grid], columns)
  return header ? ok({ header, faults: tooWide(header.row) }) : errors({ code: 'table.notXlsx' })
}

/**
 * Reads a table that people filled in, as .xlsx or .csv. Values come back normalised by their column's kind, each with its address; blank
 * lines are skipped, blank cells are missing. Any fault refuses the whole table and lists every one of them, by cell;
 * with `pastFaults` the caller gets the rows too, and must refuse the table itself.
 * The upload is never trusted: see `openParts` for what is refused before anything parses it. Run it in a child process
 * with limits of its own when the bytes come from outside.
 */
export async function readTable(
  bytes: Uint8Array,
  columns: readonly TableColumn[],
  { template, maxRows = 10_000, pastFaults = false }: ReadOptions = {},
): Promise<Result<ReadTable, readonly TableError[]>> {
  const opened = isCsv(bytes) ? openText(bytes, columns, template) : await openWorkbook(bytes, columns, template)
  if (!opened.ok) return opened
  const { header, faults } = opened.value
  const misnamed = wrongColumns(header, columns)
  if (misnamed.length > 0) return errors(...misnamed)
  const { rows, wrong } = readRows(header, columns)
  const all = [...faults, ...wrong]
  if (rows.length === 0 && all.length === 0) return errors({ code: 'table.noRows' })
  if (rows.length > maxRows) return errors({ code: 'table.tooManyRows', params: { limit: String(maxRows) } })
  if (all.length > 0 && !(pastFaults && rows.length > 0)) return errors(...all)
  return ok({ sheet: header.grid.name, rows, ignored: header.ignored, faults: all })
}
