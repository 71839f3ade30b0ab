import { Buffer } from 'node:buffer'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import ExcelJS from 'exceljs'
import { formulaLike } from '../csv/guard.ts'
import { xmlSafe } from '../paper/text.ts'
import { ownLimits, readZip } from '../zip/read.ts'
import { writeZip, type ZipPart } from '../zip/write.ts'

/** A workbook that names no person, no machine and no clock. */
export function aWorkbook(on = '1980-01-01'): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '权衡'
  workbook.lastModifiedBy = '权衡'
  workbook.created = new Date(`${on}T00:00:00Z`)
  workbook.modified = workbook.created
  return workbook
}

/**
 * Style of a text cell that begins like a formula. The cell holds plain text in any case; this adds what Excel writes when
 * a person types an apostrophe first, so that editing the cell makes no formula of it. The reading order is how
 * `quotePrefixed` finds these styles again, since the library cannot write the attribute.
 */
const guarded: Partial<ExcelJS.Style> = {
  numFmt: '@',
  alignment: { readingOrder: 'ltr', wrapText: true, vertical: 'middle' },
}

/** The text that a cell may hold: nothing that XML cannot carry, `_x0041_` kept as it stands. */
export const cellText = (text: string): string =>
  xmlSafe(normaliseText(text)).replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')

/** Puts text into a cell as text: never a formula. */
export function setText(cell: ExcelJS.Cell, text: string): void {
  const safe = cellText(text)
  cell.value = safe
  if (formulaLike.test(safe)) cell.style = { ...cell.style, ...guarded }
}

const quotePrefixed = (styles: string): string =>
  styles.replace(/<xf ([^>]*)>(<alignment [^>]*readingOrder="1")/g, '<xf quotePrefix="1" $1>$2')

const text = (part: ZipPart): string => Buffer.from(part.bytes).toString('utf8')

/** The bytes of a workbook; equal for equal content. `edit` may rewrite parts as XML before they are zipped. */
export async function packWorkbook(
  workbook: ExcelJS.Workbook,
  edit: (path: string, xml: string) => string = (_, xml) => xml,
): Promise<Uint8Array> {
  const parts = await readZip(new Uint8Array(await workbook.xlsx.writeBuffer()), ownLimits)
  return writeZip(
    parts.map((part) => {
      if (!/\.(?:xml|rels|vml)$/.test(part.path)) return part
      const xml = edit(part.path, text(part))
      return { path: part.path, bytes: Buffer.from(part.path === 'xl/styles.xml' ? quotePrefixed(xml) : xml) }
    }),
  )
}
