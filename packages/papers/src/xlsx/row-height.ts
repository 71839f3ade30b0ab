import type ExcelJS from 'exceljs'
import { widthOf } from '../paper/text.ts'

/** The face of every cell: one that each office computer has, so that widths hold. */
export const cellFont: Partial<ExcelJS.Font> = { name: '宋体', size: 11, charset: 134 }

const lineHeight = 15.5

/** Lines that a text takes in a column of so many characters; a Han character takes two. */
const linesOf = (text: string, width: number): number => {
  // Most cells fit whatever their characters are.
  if (text.length * 2 + 0.5 <= width - 1 && !text.includes('\n')) return 1
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * 2 + 0.5) / Math.max(1, width - 1))), 0)
}

/**
 * Points that a row needs for its longest cell: not every office program fits rows by itself when it opens a file.
 * @param widths of the columns, in characters; a merged cell counts with its whole width
 */
export function heightFor(texts: readonly string[], widths: readonly number[], least = 18): number {
  let lines = 1
  for (const [index, text] of texts.entries()) lines = Math.max(lines, linesOf(text, widths[index] ?? 10))
  return Math.min(400, Math.max(least, lines * lineHeight + 4))
}

/** Sets a row as high as its longest cell. */
export function fitRow(row: ExcelJS.Row, texts: readonly string[], widths: readonly number[], least = 18): void {
  row.height = heightFor(texts, widths, least)
}
