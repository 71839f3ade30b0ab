import type { YearPaperKind } from '@quanheng/domain/year-paper/catalogue'
import { expect } from 'vitest'
import { openDocx, textOf } from './open-docx.ts'

/** What a paper was made from, read without the code that made it. */
export interface Source {
  /** Lines of the source: all words and figures of one, which one printed row must hold, with no figure beside them. */
  readonly rows?: readonly (readonly (string | number | null | undefined)[])[]
  /** Whatever else figures may come from: rows of the database, the plan, the run, the day; as they are stored. */
  readonly from?: unknown
}

interface Printed {
  /** Rows of tables by cells, each with its place in its table. */
  readonly rows: readonly { readonly at: number; readonly cells: readonly string[] }[]
  /** Text outside of tables. */
  readonly lines: readonly string[]
}

const printedIn = (document: string): Printed => ({
  rows: [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].flatMap(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row], at) => ({
      at,
      cells: [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
    })),
  ),
  lines: [...document.replace(/<w:tbl>.*?<\/w:tbl>/gs, '').matchAll(/<w:p>.*?<\/w:p>|<w:p\s.*?<\/w:p>/gs)].map(
    ([xml]) => textOf(xml),
  ),
})

/** Every text and number of a value of plain data; keys say nothing. */
function* wordsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'number' || typeof value === 'bigint') yield String(value)
  else if (value instanceof Date) yield value.toISOString()
  else if (value instanceof Map) for (const each of value.values()) yield* wordsOf(each)
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* wordsOf(each)
}

const figures = /\d+(?:\.\d+)?/g
const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
const name = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const digest = /^[0-9a-f]{32,}$/

/** As offices of the city read a clock. */
const local = (text: string): string => new Date(Date.parse(text) + 8 * 3_600_000).toISOString().replace('T', ' ')

interface Known {
  readonly figures: ReadonlySet<string>
  readonly days: ReadonlySet<string>
  readonly texts: string
  readonly digests: readonly string[]
}

const knownIn = (source: unknown): Known => {
  const words = [...wordsOf(source)].filter((word) => !name.test(word))
  const told = words.map((word) => (moment.test(word) ? local(word) : word))
  const digests = told.filter((word) => digest.test(word))
  const said = told.filter((word) => !digest.test(word))
  return {
    figures: new Set(said.flatMap((word) => word.match(figures) ?? [])),
    days: new Set(said.flatMap((word) => word.match(/\d{4}-\d{2}-\d{2}/g) ?? [])),
    texts: said.join('\n'),
    digests,
  }
}

const two = (text = ''): string => text.padStart(2, '0')

/** What a text says apart from what is known of days, clocks, digests and the counting of its own parts. */
const bare = (text: string, { days, texts, digests }: Known): string => {
  const day = (said: string, month?: string, at?: string, year?: string): string =>
    [...days].some((one) => one.endsWith(`-${two(month)}-${two(at)}`) && (year === undefined || one.startsWith(year)))
      ? ''
      : said
  return text
    .replace(/^(?:第?[（(]?\d+[）)]|\d+[.．、](?!\d))/, '')
    .replace(/(?<=\n)\d+[.．、](?!\d)/g, '')
    .replace(/(?:附件|附|表|第)\d+(?=[：:、]|次|页|版|$|\s|的|号表)/g, (said) =>
      texts.includes(said) ? '' : said.replace(/^(?:附件|附|表)\d+/, ''),
    )
    .replace(/[0-9a-f]{8}(?: ?[0-9a-f]{8})*(?:…)?/g, (said) => {
      const whole = said.replace(/[ …]/g, '')
      return digests.some((one) => one.includes(whole)) ? '' : said
    })
    .replaceAll('SHA-256', '')
    .replace(/(\d{4})年(\d{1,2})月(\d{1,2})日/g, (said, year, month, at) => day(said, month, at, year))
    .replace(/(\d{1,2})月(\d{1,2})日/g, (said, month, at) => day(said, month, at))
    .replace(/\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?/g, (said) => (texts.includes(said) ? '' : said))
    .replace(/\d{1,2}:\d{2}/g, (said) => (texts.includes(said) ? '' : said))
    .replace(/[^\s，。；：]*〔\d{4}〕\d+号/g, (said) => (texts.includes(said) ? '' : said))
}

const figuresIn = (text: string): readonly string[] => text.match(figures) ?? []

const holds = (cells: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => cells.some((cell) => cell.includes(word)))

/** What a paper says that its source does not, and lines of the source that it lacks. */
function faultsOf({ rows, lines }: Printed, source: Source): string[] {
  const known = knownIn([source.rows, source.from])
  const out: string[] = []
  const lined = new Set<number>()
  for (const line of source.rows ?? []) {
    const words = line.flatMap((word) => (word === null || word === undefined || word === '' ? [] : [String(word)]))
    const own = new Set(words.flatMap(figuresIn))
    const at = rows.findIndex(
      (row, place) =>
        !lined.has(place) &&
        holds(row.cells, words) &&
        row.cells.every((cell, column) =>
          figuresIn(bare(cell, known)).every((one) => own.has(one) || (column === 0 && one === cell)),
        ),
    )
    const near = rows.find(({ cells }) => cells.some((cell) => cell === words[0])) ?? rows[1]
    if (at < 0) out.push(`no row says ${words.join(' | ')}, this one says ${near?.cells.join(' | ')}`)
    else lined.add(at)
  }
  for (const [place, { at, cells }] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      if (lined.has(place) && column > 0) continue
      const counts = column === 0 && Number(cell) <= at + 1
      for (const one of counts ? [] : figuresIn(bare(cell, known)))
        if (!known.figures.has(one)) out.push(`row ${cells.join(' | ')}: ${one}`)
    }
  for (const line of lines)
    for (const one of figuresIn(bare(line, known))) if (!known.figures.has(one)) out.push(`${line}: ${one}`)
  return out
}

/** The same text with its nth figure as nobody wrote it. */
const forged = (text: string, nth: number, known: ReadonlySet<string>): string => {
  let at = -1
  return text.replace(figures, (one) => {
    if (++at !== nth) return one
    for (let more = 1; more < 1_000; more++) {
      const other = `${one.slice(0, -1)}${(Number(one.at(-1)) + more) % 10}${more > 9 ? more : ''}`
      if (!known.has(other)) return other
    }
    return one
  })
}

/** Each figure that the check looks at, forged alone. */
function* forgeries(printed: Printed, source: Source): Generator<Printed> {
  const known = knownIn([source.rows, source.from])
  const within = (text: string) => figuresIn(bare(text, known)).length > 0
  for (const [at, row] of printed.rows.entries())
    for (const [column, cell] of row.cells.entries())
      if (within(cell) && !(column === 0 && Number(cell) <= row.at + 1))
        for (let nth = 0; nth < figuresIn(cell).length; nth++) {
          const text = forged(cell, nth, known.figures)
          if (bare(text, known) === bare(cell, known)) continue
          yield { ...printed, rows: printed.rows.with(at, { ...row, cells: row.cells.with(column, text) }) }
        }
  for (const [at, line] of printed.lines.entries())
    if (within(line))
      for (let nth = 0; nth < figuresIn(line).length; nth++) {
        const text = forged(line, nth, known.figures)
        if (bare(text, known) !== bare(line, known)) yield { ...printed, lines: printed.lines.with(at, text) }
      }
}

/**
 * Holds every figure that a paper of the year prints against what it was made from: lines of the source stand whole in one row each,
 * no other figure stands anywhere, and each figure printed otherwise would have been found.
 * `docs/papers.md` names the test that asks this of each kind; a kind that none asks it of fails there.
 */
export async function figuresHeld(kind: YearPaperKind, docx: Uint8Array, source: Source): Promise<void> {
  const printed = printedIn((await openDocx(docx)).document)
  expect(faultsOf(printed, source), kind).toEqual([])
  let count = 0
  for (const one of forgeries(printed, source)) {
    count++
    if (faultsOf(one, source).length === 0)
      expect.fail(`${kind}: a forged figure was not found\n${JSON.stringify(one)}`)
  }
  expect(count, `${kind} prints no figure that was looked at`).toBeGreaterThan(0)
}
