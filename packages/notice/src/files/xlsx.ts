import type { Source, SourceBlock, SourceCell, SourceRemark } from '../text/source.ts'
import { FileRefused } from './file-error.ts'
import { blocksOf } from './grid.ts'
import { formatsOf } from './xlsx-formats.ts'
import { attributeOf, xmlEvents } from './xml.ts'

const mostRows = 20_000
const mostColumns = 200

/** Texts of `si` elements, phonetic hints left out. */
function sharedStrings(xml: string | undefined): readonly string[] {
  const strings: string[] = []
  let hint = 0
  let inText = false
  for (const event of xmlEvents(xml ?? '')) {
    if (event.kind === 'text') {
      if (inText && hint === 0 && strings.length > 0) strings[strings.length - 1] += event.text
    } else if (event.name === 'si' && event.kind === 'open') strings.push('')
    else if (event.name === 'rPh') hint += event.kind === 'open' ? 1 : -1
    else if (event.name === 't') inText = event.kind === 'open' && !event.empty
  }
  return strings
}

interface Place {
  readonly row: number
  readonly column: number
}

function placeOf(reference: string): Place | undefined {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!found) return undefined
  const column = [...(found[1] ?? '')].reduce((all, sign) => all * 26 + sign.charCodeAt(0) - 64, 0)
  return { row: Number(found[2]) - 1, column: column - 1 }
}

/** A number as the sheet shows it where it is plain: 0.5 of a percent format stays 0.5. */
const numeral = (text: string): string =>
  /^-?\d+\.\d{12,}$/.test(text) ? String(Number(Number(text).toPrecision(12))) : text

function cellsOf(
  xml: string,
  strings: readonly string[],
  shown: (style: string, text: string) => string,
): SourceCell[][] {
  const grid: SourceCell[][] = []
  const merges: string[] = []
  let place: Place | undefined
  let type = ''
  let style = ''
  let text = ''
  let inside = false
  const wordsOf = (): string => {
    if (type === 's') return strings[Number(text)] ?? ''
    return type === '' || type === 'n' ? numeral(shown(style, text)) : text
  }
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (inside) text += event.text
      continue
    }
    if (event.kind === 'open' && event.name === 'c') {
      place = placeOf(attributeOf(event.attributes, 'r') ?? '')
      type = attributeOf(event.attributes, 't') ?? ''
      style = attributeOf(event.attributes, 's') ?? ''
      text = ''
    } else if (event.name === 'v' || event.name === 't') inside = event.kind === 'open' && !event.empty
    else if (event.name === 'mergeCell' && event.kind === 'open')
      merges.push(attributeOf(event.attributes, 'ref') ?? '')
    else if (event.kind === 'close' && event.name === 'c' && place && text !== '') {
      if (place.row >= mostRows || place.column >= mostColumns) throw new FileRefused('noticeFile.tooMuchText')
      grid[place.row] ??= []
      const row = grid[place.row] as SourceCell[]
      row[place.column] = { text: wordsOf() }
    }
  }
  return merged(grid, merges)
}

function merged(grid: SourceCell[][], merges: readonly string[]): SourceCell[][] {
  const width = grid.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
  const rows = Array.from(grid, (row) =>
    Array.from({ length: width }, (_, column): SourceCell => row?.[column] ?? { text: '' }),
  )
  for (const reference of merges) {
    const [from, to] = reference.split(':').map(placeOf)
    if (!from || !to) continue
    const text = rows[from.row]?.[from.column]?.text ?? ''
    for (let row = from.row; row <= Math.min(to.row, rows.length - 1); row++) {
      for (let column = from.column; column <= Math.min(to.column, width - 1); column++) {
        const line = rows[row]
        if (line && (row !== from.row || column !== from.column))
          line[column] = { text, origin: [from.row, from.column] }
      }
    }
  }
  return rows
}

/** Empty rows go, and with them the numbers that merged cells point to. */
function withoutEmpty(rows: SourceCell[][]): SourceCell[][] {
  const kept = rows.map((row) => row.some(({ text }) => text.trim() !== ''))
  let count = 0
  const index = kept.map((one) => (one ? count++ : count))
  return rows
    .filter((_, at) => kept[at])
    .map((row) =>
      row.map((cell) =>
        cell.origin ? { ...cell, origin: [index[cell.origin[0]] ?? 0, cell.origin[1]] as const } : cell,
      ),
    )
}

/** Reads a workbook sheet by sheet: title rows as lines, the rest as a table; hidden sheets are named and left out. */
export function readXlsx(parts: ReadonlyMap<string, string>): Source {
  const workbook = parts.get('xl/workbook.xml')
  if (workbook === undefined) throw new FileRefused('noticeFile.damaged')
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml'))
  const shown = formatsOf(parts.get('xl/styles.xml'))
  const targets = new Map<string, string>()
  for (const event of xmlEvents(parts.get('xl/_rels/workbook.xml.rels') ?? '')) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue
    const target = attributeOf(event.attributes, 'Target') ?? ''
    targets.set(attributeOf(event.attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  const blocks: SourceBlock[] = []
  const remarks: SourceRemark[] = []
  for (const event of xmlEvents(workbook)) {
    if (event.kind !== 'open' || event.name !== 'sheet') continue
    const name = attributeOf(event.attributes, 'name') ?? ''
    if (/hidden/i.test(attributeOf(event.attributes, 'state') ?? '')) {
      remarks.push({ kind: 'hiddenSheet', name })
      continue
    }
    const sheet = parts.get(targets.get(attributeOf(event.attributes, 'r:id') ?? '') ?? '')
    if (sheet) blocks.push(...blocksOf(withoutEmpty(cellsOf(sheet, strings, shown))))
  }
  return { blocks, remarks }
}
