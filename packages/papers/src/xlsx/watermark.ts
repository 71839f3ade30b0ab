import type ExcelJS from 'exceljs'
import { cellText } from './pack.ts'

/** Excel keeps no more than 255 characters of a line above the page. */
const most = 200

/**
 * The line above every printed page that says who took a workbook out, of which unit, when, as Excel's own code: grey, small, in the middle.
 * `&` is a sign of that code, and a figure behind the size would be read as part of it.
 */
export const printedMark = (mark: string): string =>
  `&C&8&K808080 ${[...cellText(mark)].slice(0, most).join('').replaceAll('&', '&&')}`

/** Says it on every page that prints, beside what stands above it already, and in the properties of the file. */
export function markWorkbook(workbook: ExcelJS.Workbook, mark: string): void {
  workbook.description = mark
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== 'visible') continue
    sheet.headerFooter.oddHeader = `${sheet.headerFooter.oddHeader ?? ''}${printedMark(mark)}`
  }
}
