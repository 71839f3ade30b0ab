import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import { cellText } from '../xlsx/pack.ts'
import { sheetName } from '../xlsx/write-table.ts'
import { headDepth } from './head.ts'
import type { List, Written } from './model.ts'
import { escaped, listSheet, remarkSheet } from './sheet.ts'
import { stylesXml } from './styles.ts'

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const remarkName = '说明'

const related = (rows: readonly (readonly [type: string, target: string])[]): string =>
  `${xmlHead}<Relationships xmlns="${packaged}/relationships">${rows
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

function fixedParts({ title, columns, on = '1980-01-01', watermark }: List, sheets: readonly string[]) {
  const named = sheets.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const overrides = sheets.map(
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kinds}.worksheet+xml"/>`,
  )
  const created = `<dcterms:created xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:created>`
  const description = watermark === undefined ? '' : `<dc:description>${escaped(cellText(watermark))}</dc:description>`
  const titles = `'${escaped(sheetName(title))}'!$1:$${1 + headDepth(columns)}`
  return {
    '[Content_Types].xml': `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': related([
      [`${office}/officeDocument`, 'xl/workbook.xml'],
      [`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `${xmlHead}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>权衡</dc:creator>${description}${created}</cp:coreProperties>`,
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${named.join('')}</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${titles}</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': related([
      ...sheets.map((_, at) => [`${office}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
      [`${office}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml,
  }
}

// As in zip/write.ts: a day in local time, so that the DOS fields are the same in every zone.
const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true }

/**
 * A list as .xlsx while its rows come: memory does not grow with them, and no row is asked for that the reader is not ready to take.
 * A reader that goes away ends the rows' iteration; rows that fail destroy the stream, so that half a file never looks whole. No
 * cell is a formula; the same list gives the same bytes.
 */
export function streamList(list: List): Readable {
  const zip = new yazl.ZipFile()
  const out = zip.outputStream as unknown as Readable
  const rowsName = sheetName(list.title)
  const sheets = list.remarks ? [rowsName === remarkName ? '数据' : rowsName, remarkName] : [rowsName]
  for (const [path, xml] of Object.entries(fixedParts(list, sheets))) zip.addBuffer(Buffer.from(xml), path, options)
  let written: Written = { rows: 0, full: false, cut: 0 }
  const part = (path: string, pieces: () => AsyncIterable<string> | Iterable<string>) =>
    zip.addReadStreamLazy(path, options, (ready) => {
      const source = Readable.from(pieces(), { highWaterMark: 1 })
      source.once('error', (error) => out.destroy(error))
      out.once('close', () => source.destroy())
      if (out.destroyed) source.destroy()
      ready(null, source)
    })
  zip.on('error', (error: Error) => out.destroy(error))
  part('xl/worksheets/sheet1.xml', () =>
    listSheet(list, (found) => {
      written = found
    }),
  )
  const { remarks, watermark } = list
  if (remarks) part('xl/worksheets/sheet2.xml', () => [remarkSheet(remarks(written), watermark)])
  zip.end()
  return out
}

/** The whole list as .xlsx. */
export const writeList = async (list: List): Promise<Uint8Array> => new Uint8Array(await buffer(streamList(list)))
