import type ExcelJS from 'exceljs'

export interface GridCell {
  /** Address, e.g. `C7`. */
  readonly address: string
  readonly value: ExcelJS.CellValue
  readonly numFmt?: string | undefined
}

export interface GridRow {
  /** From 1. */
  readonly row: number
  readonly cell: (column: number) => GridCell
}

/** Cells by row and column, wherever they come from. */
export interface Grid {
  /** Name of the worksheet. */
  readonly name: string
  /** What the cells of a line show, by column from 1; blank ones may be left out. */
  readonly textsOf: (row: number) => readonly (readonly [number, string])[]
  /** Lines that hold something. */
  readonly rows: Iterable<GridRow>
}

/** Letters of a column from 1: 28 is `AB`. */
export const columnLetters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1)

function* filledRows(sheet: ExcelJS.Worksheet): Generator<GridRow> {
  for (let row = 1; row <= sheet.rowCount; row++) {
    const line = sheet.findRow(row)
    if (line?.hasValues) yield { row, cell: (column) => line.getCell(column) }
  }
}

export const sheetGrid = (sheet: ExcelJS.Worksheet): Grid => ({
  name: sheet.name,
  textsOf: (row) => {
    const texts: [number, string][] = []
    sheet.findRow(row)?.eachCell((cell, column) => texts.push([column, cell.text]))
    return texts
  },
  rows: { [Symbol.iterator]: () => filledRows(sheet) },
})
