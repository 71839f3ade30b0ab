import { Buffer } from 'node:buffer'
import { fail, ok, type Result } from '@quanheng/domain/kernel/result'
import type ExcelJS from 'exceljs'
import { xmlSafe } from '../paper/text.ts'
import type { ZipPart } from '../zip/write.ts'
import type { TableError } from './codes.ts'
import { isCsv } from './csv-grid.ts'
import { type TableForm, workbookOfCsv } from './csv-workbook.ts'
import { isSheet, load, type OpenedParts, openParts, sheetPaths, withoutNames } from './open.ts'
import { packWorkbook } from './pack.ts'

/** A cell to mark, and what to tell the person there: where, why, what to do. */
export interface CellMark {
  readonly sheet: string
  /** Address, e.g. `C7`. */
  readonly cell: string
  readonly text: string
}

const prefix = '【需修改】'
const pink: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } }
/** Merged cells the library visits one by one. */
const maxMerged = 100_000

const validationsIn = (xml: string): string => /<dataValidations[\s>][\s\S]*?<\/dataValidations>/.exec(xml)?.[0] ?? ''

/** Where `dataValidations` stands in a worksheet: before the first of these, after the cells. */
const after =
  /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|drawing|legacyDrawing|tableParts|extLst)[\s>/]|<\/worksheet>/

function withValidations(xml: string, fragment: string): string {
  if (fragment === '') return xml
  const data = Math.max(xml.indexOf('</sheetData>'), xml.indexOf('<sheetData/>'))
  const at = data + (after.exec(xml.slice(data))?.index ?? 0)
  return xml.slice(0, at) + fragment + xml.slice(at)
}

function mergedCells(xml: string): number {
  let total = 0
  const column = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  for (const [, a = '', b, c = '', d] of xml.matchAll(/<mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g))
    total += (column(c) - column(a) + 1) * (Number(d) - Number(b) + 1)
  return total
}

/** The workbook with what the library would unroll cell by cell cut out, to be put back afterwards. */
function loadable({ xml, other }: OpenedParts): readonly ZipPart[] {
  const cut = (path: string, text: string): string => {
    if (path === 'xl/workbook.xml') return withoutNames(text)
    return isSheet(path) ? text.replace(validationsIn(text), '') : text
  }
  return [...[...xml].map(([path, text]) => ({ path, bytes: Buffer.from(cut(path, text)) })), ...other]
}

const noteText = (note: ExcelJS.Cell['note'] | undefined): string =>
  typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('')

/** Styles are shared between cells by the library: a mark must have one of its own. */
function unmark(cell: ExcelJS.Cell): void {
  if (!noteText(cell.note).startsWith(prefix)) return
  const { fill: _, ...style } = cell.style
  cell.style = style
  // The library can set a note but not take one away: it stands in the cell and once more in the cell's model.
  const inside = cell as unknown as { _comment: unknown; model: { comment?: unknown } }
  inside._comment = undefined
  delete inside.model.comment
}

function mark(cell: ExcelJS.Cell, text: string): void {
  cell.style = { ...cell.style, fill: pink }
  cell.note = { texts: [{ text: prefix + xmlSafe(text) }], margins: { insetmode: 'auto' } }
}

function markAll(workbook: ExcelJS.Workbook, marks: readonly CellMark[]): void {
  for (const { sheet, cell, text } of marks) {
    const target = workbook.getWorksheet(sheet)
    if (target && /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell)) mark(target.getCell(cell), text)
  }
}

/**
 * The same workbook with the wrong cells coloured and noted, so that a person finds them where they were typed. Marks of
 * an earlier round are taken away; cells, dropdowns, names and the hidden marker stay. A .csv, which can carry no mark, comes back
 * as a workbook of this form with its cells where they stood. Refuses what `readTable` refuses before parsing; marks on sheets
 * that are not there are left out.
 */
export async function markErrors(
  bytes: Uint8Array,
  marks: readonly CellMark[],
  form: TableForm,
): Promise<Result<Uint8Array, readonly TableError[]>> {
  if (isCsv(bytes)) {
    const workbook = workbookOfCsv(bytes, form)
    if (!workbook.ok) return workbook
    markAll(workbook.value, marks)
    return ok(await packWorkbook(workbook.value))
  }
  const opened = await openParts(bytes)
  if (!opened.ok) return opened
  const { xml } = opened.value
  const paths = sheetPaths(xml)
  if (paths.reduce((sum, path) => sum + mergedCells(xml.get(path) ?? ''), 0) > maxMerged)
    return fail([{ code: 'table.tooLarge', params: { reason: 'cells' } }])
  const loaded = await load(loadable(opened.value))
  if (!loaded.ok) return loaded
  const workbook = loaded.value
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell({ includeEmpty: true }, unmark))
  markAll(workbook, marks)
  const fragments = new Map(
    workbook.worksheets.map((sheet, index) => [
      `xl/worksheets/sheet${sheet.id}.xml`,
      validationsIn(xml.get(paths[index] ?? '') ?? ''),
    ]),
  )
  const names = /<definedNames>[\s\S]*?<\/definedNames>/.exec(xml.get('xl/workbook.xml') ?? '')?.[0] ?? ''
  return ok(
    await packWorkbook(workbook, (path, text) => {
      if (path === 'xl/workbook.xml') return withoutNames(text).replace('</sheets>', `</sheets>${names}`)
      return withValidations(text, fragments.get(path) ?? '')
    }),
  )
}
