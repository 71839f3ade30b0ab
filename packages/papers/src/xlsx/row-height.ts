import type ExcelJS from 'exceljs'
import { widthOf } from '../paper/text.ts'

/** The face of every cell: one that each office computer has, so that widths hold. */
export const cellFont: Partial<ExcelJS.Font> = { name: '宋体', size: 11, charset: 134 }

const lineHeight = 15.5

/** Lines that a text takes in a column of so many characters; a Han character takes two. */
const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * 2 + 0.5) / Math.max(1, width - 1))), 0)

/**
 * Sets a row as high as its longest cell: not every office program does so by itself when it opens a file.
 * @param widths of the columns, in characters; a merged cell counts with its whole width
 */
export function fitRow(row: ExcelJS.Row, texts: readonly string[], widths: readonly number[], least = 18): void {
  const lines = Math.max(1, ...texts.map((text, index) => linesOf(text, widths[index] ?? 10)))
  row.height = Math.min(400, Math.max(least, lines * lineHeight + 4))
}
