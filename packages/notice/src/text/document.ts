import { normaliseLine } from './characters.ts'
import { type Label, labelOf } from './labels.ts'
import type { Source, SourceBlock, SourceRemark } from './source.ts'
import { rowsOfLines } from './text-tables.ts'
import { unfold, unwrap } from './unwrap.ts'

/** A place in the text in UTF-16 units, end exclusive; `present` turns it into code points. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Line extends Span {
  readonly index: number
  readonly text: string
  readonly label?: Label
  /** Set as a heading by the file itself. */
  readonly heading?: boolean
  /** The table that the line is a row of. */
  readonly table?: number
}

export interface Cell extends Span {
  readonly text: string
  /** The cell stands in another place too, of which this one is a repetition. */
  readonly repeated: boolean
}

export interface Table {
  readonly firstLine: number
  readonly lastLine: number
  readonly rows: readonly (readonly Cell[])[]
}

/** One normalised text with its lines and tables; everything that is found points into `text`. */
export interface NoticeText {
  readonly text: string
  readonly lines: readonly Line[]
  readonly tables: readonly Table[]
  readonly remarks: readonly SourceRemark[]
}

const cellText = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map(normaliseLine)
    .filter(Boolean)
    .join(' ')
    .replaceAll('\t', ' ')

class Composer {
  private readonly parts: string[] = []
  private length = 0
  readonly lines: Line[] = []
  readonly tables: Table[] = []

  line(text: string, more: { readonly heading?: boolean; readonly table?: number } = {}): Line | undefined {
    if (text === '' && (this.lines.at(-1)?.text ?? '') === '') return undefined
    const label = more.table === undefined ? labelOf(text) : undefined
    const line = {
      index: this.lines.length,
      start: this.length,
      end: this.length + text.length,
      text,
      ...(label && { label }),
      ...more,
    }
    this.lines.push(line)
    this.parts.push(text, '\n')
    this.length = line.end + 1
    return line
  }

  table(rows: Extract<SourceBlock, { kind: 'table' }>['rows']): void {
    const places = new Map<string, Cell>()
    const firstLine = this.lines.length
    const placed = rows.map((row, at) => {
      const own = row.map((cell) => (cell.origin ? '' : cellText(cell.text)))
      const line = this.line(own.join('\t') || '\t', { table: this.tables.length })
      let start = line?.start ?? this.length
      return row.map((cell, column): Cell => {
        const text = own[column] ?? ''
        const here = { start, end: start + text.length, text, repeated: false }
        start = here.end + 1
        if (!cell.origin) {
          places.set(`${at}:${column}`, here)
          return here
        }
        const first = places.get(cell.origin.join(':'))
        return first ? { ...first, repeated: true } : here
      })
    })
    this.tables.push({ firstLine, lastLine: this.lines.length - 1, rows: placed })
  }

  done(remarks: readonly SourceRemark[]): NoticeText {
    return { text: this.parts.join(''), lines: this.lines, tables: this.tables, remarks }
  }
}

/** — 2 —, as a copied page leaves it between paragraphs. */
const pageNumber = /^[-—－–]\s?\d{1,3}\s?[-—－–]$/
/** The red line under a letterhead, drawn with signs. */
const drawnLine = /^[━─═＿_*＊=—－-]{6,}$/

/** Runs of line blocks between tables, each with its lines normalised and page breaks undone. */
export function compose(source: Source): NoticeText {
  const composer = new Composer()
  let run: Extract<SourceBlock, { kind: 'line' }>[] = []
  const flush = () => {
    const headings = new Set(run.filter(({ heading }) => heading).map(({ text }) => normaliseLine(text)))
    const lines = run
      .map(({ text }) => normaliseLine(text))
      .filter((line) => !pageNumber.test(line) && !drawnLine.test(line))
    for (const piece of rowsOfLines(unwrap(lines, source.wrapped).flatMap(unfold))) {
      if (typeof piece !== 'string') composer.table(piece)
      else composer.line(piece.trim(), headings.has(piece) ? { heading: true } : {})
    }
    run = []
  }
  for (const block of source.blocks) {
    if (block.kind === 'line') run.push(block)
    else {
      flush()
      composer.table(block.rows)
    }
  }
  flush()
  return composer.done(source.remarks ?? [])
}
