import type { Source, SourceBlock } from '../text/source.ts'
import { numbererOf } from './docx-numbering.ts'
import { stylesOf } from './docx-styles.ts'
import { FileRefused } from './file-error.ts'
import { blocksOf, type GridCell, layOut } from './grid.ts'
import { attributeOf, xmlEvents } from './xml.ts'

interface Paragraph {
  text: string
  style: string
  numId: string
  level: number
  outline: boolean
}

interface OpenCell {
  text: string[]
  columns: number
  merge: 'none' | 'restart' | 'continue'
}

type OpenTable = { rows: { cell: OpenCell }[][] }

const deleted = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:footnote',
])
const tracked = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** Vertical merges by column: a continued cell widens the one above it. */
function gridOf({ rows }: OpenTable): readonly (readonly GridCell[])[] {
  const above = new Map<number, { cell: GridCell & { rows: number }; until: number }>()
  return rows.map((row, at) => {
    let column = 0
    const cells: (GridCell & { rows: number })[] = []
    for (const { cell } of row) {
      const open = above.get(column)
      if (cell.merge === 'continue' && open && open.until === at - 1) {
        open.cell.rows += 1
        open.until = at
      } else {
        const fresh = { text: cell.text.join('\n'), columns: cell.columns, rows: 1 }
        cells.push(fresh)
        above.set(column, { cell: fresh, until: at })
      }
      column += cell.columns
    }
    return cells
  })
}

/** Reads a .docx: paragraphs with their printed numbers, tables with merged cells, tracked changes as if accepted. */
export function readDocx(parts: ReadonlyMap<string, string>): Source {
  const xml = parts.get('word/document.xml') ?? parts.get('word/document2.xml')
  if (xml === undefined) throw new FileRefused('noticeFile.damaged')
  const styles = stylesOf(parts.get('word/styles.xml'))
  const number = numbererOf(parts.get('word/numbering.xml'))
  const blocks: SourceBlock[] = []
  const tables: OpenTable[] = []
  /** The one that is read, behind those that hold it: a text box stands inside a paragraph. */
  const open: Paragraph[] = []
  let hidden = 0
  let changes = 0
  let inText = false

  const finish = ({ text, style, numId, level, outline }: Paragraph): void => {
    const own = styles.get(style)
    const list = numId || own?.numId || ''
    const label = list && list !== '0' && text.trim() !== '' ? number(list, numId ? level : (own?.level ?? 0)) : ''
    const lines = `${label}${text}`.split('\n')
    const cell = tables.at(-1)?.rows.at(-1)?.at(-1)?.cell
    if (cell) cell.text.push(...lines)
    else
      for (const line of lines)
        blocks.push({ kind: 'line', text: line, ...((outline || own?.heading) && { heading: true }) })
  }

  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      const paragraph = open.at(-1)
      if (inText && hidden === 0 && paragraph) paragraph.text += event.text
      continue
    }
    const { name } = event
    if (event.kind === 'open' && tracked.has(name) && !event.empty) changes += 1
    if (deleted.has(name)) {
      if (event.kind === 'close') hidden -= 1
      else if (!event.empty) hidden += 1
      continue
    }
    if (hidden > 0) continue
    if (event.kind === 'open') opened(name, event.attributes, event.empty)
    else closed(name)
  }

  function opened(name: string, attributes: string, empty: boolean): void {
    const value = (): string => attributeOf(attributes, 'w:val') ?? ''
    const cell = tables.at(-1)?.rows.at(-1)?.at(-1)?.cell
    const paragraph = open.at(-1)
    if (name === 'w:p' && !empty) open.push({ text: '', style: '', numId: '', level: 0, outline: false })
    else if (name === 'w:p') finish({ text: '', style: '', numId: '', level: 0, outline: false })
    else if (name === 'w:t') inText = !empty
    else if (name === 'w:tbl') tables.push({ rows: [] })
    else if (name === 'w:tr') tables.at(-1)?.rows.push([])
    else if (name === 'w:tc')
      tables
        .at(-1)
        ?.rows.at(-1)
        ?.push({ cell: { text: [], columns: 1, merge: 'none' } })
    else if (name === 'w:gridSpan' && cell) cell.columns = Math.max(1, Number(value()) || 1)
    else if (name === 'w:vMerge' && cell) cell.merge = value() === 'restart' ? 'restart' : 'continue'
    else if (!paragraph) return
    else if (name === 'w:tab') paragraph.text += '\t'
    else if (name === 'w:br' || name === 'w:cr') paragraph.text += '\n'
    else if (name === 'w:noBreakHyphen') paragraph.text += '-'
    else if (name === 'w:pStyle') paragraph.style = value()
    else if (name === 'w:numId') paragraph.numId = value()
    else if (name === 'w:ilvl') paragraph.level = Number(value()) || 0
    else if (name === 'w:outlineLvl') paragraph.outline = Number(value()) < 9
  }

  function closed(name: string): void {
    if (name === 'w:t') inText = false
    else if (name === 'w:p') {
      const done = open.pop()
      if (done) finish(done)
    } else if (name === 'w:tbl') {
      const table = tables.pop()
      const outer = tables.at(-1)?.rows.at(-1)?.at(-1)?.cell
      if (!table) return
      if (outer) outer.text.push(...table.rows.map((row) => row.map(({ cell }) => cell.text.join(' ')).join(' ')))
      else blocks.push(...blocksOf(layOut(gridOf(table))))
    }
  }

  return { blocks, remarks: changes > 0 ? [{ kind: 'trackedChanges', count: changes }] : [] }
}
