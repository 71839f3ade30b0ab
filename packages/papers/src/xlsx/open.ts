import { Buffer } from 'node:buffer'
import { fail, ok, type Result } from '@quanheng/domain/kernel/result'
import ExcelJS from 'exceljs'
import { uploadLimits, ZipRefused } from '../zip/limits.ts'
import { readZip } from '../zip/read.ts'
import { writeZip, type ZipPart } from '../zip/write.ts'
import type { TableError } from './codes.ts'

/** Cells that a workbook may hold; each costs the parser about a kilobyte. */
const maxCells = 300_000

const wrong = (code: TableError['code'], params?: Record<string, string>) =>
  fail<readonly TableError[]>([params ? { code, params } : { code }])

/** Compound files of older Office: .xls, or the envelope of a workbook with a password. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')

function byMagic(bytes: Buffer): TableError['code'] | undefined {
  if (bytes.length === 0) return 'table.empty'
  if (bytes.subarray(0, 8).equals(compound))
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'table.encrypted' : 'table.oldFormat'
  return bytes.subarray(0, 2).toString('latin1') === 'PK' ? undefined : 'table.notXlsx'
}

const xmlOf = (part: ZipPart): string => Buffer.from(part.bytes).toString('utf8')

function byContent(parts: ReadonlyMap<string, string>): TableError['code'] | undefined {
  const names = [...parts.keys()]
  if (names.includes('xl/workbook.bin')) return 'table.oldFormat'
  if (!parts.has('xl/workbook.xml') || !parts.has('[Content_Types].xml')) return 'table.notXlsx'
  if (names.some((name) => /vbaProject|macrosheets|activeX/i.test(name))) return 'table.macros'
  if (/macroEnabled|vbaProject/i.test(parts.get('[Content_Types].xml') ?? '')) return 'table.macros'
  // No office program writes a document type; one that is there declares entities to expand.
  return [...parts.values()].some((xml) => xml.slice(0, 4_096).includes('<!DOCTYPE')) ? 'table.damaged' : undefined
}

/** A workbook taken apart, every limit kept, its XML as text. */
export interface OpenedParts {
  readonly xml: ReadonlyMap<string, string>
  readonly other: readonly ZipPart[]
}

/** Takes an upload apart without parsing it; refuses everything that is not a plain, bounded, macro-free .xlsx. */
export async function openParts(bytes: Uint8Array): Promise<Result<OpenedParts, readonly TableError[]>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = byMagic(buffer)
  if (magic) return wrong(magic)
  try {
    const parts = await readZip(bytes, uploadLimits)
    const isXml = ({ path }: ZipPart) => /\.(?:xml|rels|vml)$/i.test(path)
    const xml = new Map(parts.filter(isXml).map((part) => [part.path, xmlOf(part)]))
    const content = byContent(xml)
    if (parts.some(({ path }) => path === 'xl/workbook.bin')) return wrong('table.oldFormat')
    if (parts.some(({ path }) => /vbaProject|activeX/i.test(path))) return wrong('table.macros')
    if (content) return wrong(content)
    let cells = 0
    for (const [path, text] of xml) if (isSheet(path)) cells += text.split('<c ').length - 1
    if (cells > maxCells) return wrong('table.tooLarge', { reason: 'cells' })
    return ok({ xml, other: parts.filter((part) => !isXml(part)) })
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error
    if (error.fault === 'broken') return wrong('table.damaged')
    return error.fault === 'encrypted' ? wrong('table.encrypted') : wrong('table.tooLarge', { reason: error.fault })
  }
}

export const isSheet = (path: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/.test(path)

/** Only the cells of a worksheet: what else stands there can make the parser visit every cell of a range. */
function cellsOnly(xml: string): string {
  const from = xml.indexOf('<sheetData')
  const to = xml.lastIndexOf('</sheetData>')
  const data = from < 0 || to < from ? '<sheetData/>' : xml.slice(from, to + '</sheetData>'.length)
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${data}</worksheet>`
}

export const withoutNames = (xml: string): string => xml.replace(/<definedNames>[\s\S]*?<\/definedNames>/g, '')

const needed = new Set([
  '[Content_Types].xml',
  '_rels/.rels',
  'xl/_rels/workbook.xml.rels',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
])

/** The cells and styles of a workbook, loaded from parts that hold nothing else. */
export async function loadCells({ xml }: OpenedParts): Promise<Result<ExcelJS.Workbook, readonly TableError[]>> {
  const parts: ZipPart[] = []
  for (const [path, text] of xml) {
    if (needed.has(path)) parts.push({ path, bytes: Buffer.from(text) })
    else if (path === 'xl/workbook.xml') parts.push({ path, bytes: Buffer.from(withoutNames(text)) })
    else if (isSheet(path)) parts.push({ path, bytes: Buffer.from(cellsOnly(text)) })
  }
  return load(parts)
}

export async function load(parts: readonly ZipPart[]): Promise<Result<ExcelJS.Workbook, readonly TableError[]>> {
  const workbook = new ExcelJS.Workbook()
  try {
    const bytes = await writeZip(parts, { compress: false })
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  } catch {
    // The parser throws on anything it does not know; the person can only be told that the file is damaged.
    return wrong('table.damaged')
  }
  return workbook.worksheets.length === 0 ? wrong('table.notXlsx') : ok(workbook)
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

/** Parts of the worksheets by their order in the workbook. */
export function sheetPaths(xml: ReadonlyMap<string, string>): readonly string[] {
  const targets = new Map<string, string>()
  for (const [tag] of (xml.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target') ?? ''
    targets.set(attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  return [...(xml.get('xl/workbook.xml') ?? '').matchAll(/<sheet\s[^>]*>/g)].map(
    ([tag]) => targets.get(attribute(tag, 'r:id') ?? '') ?? '',
  )
}
