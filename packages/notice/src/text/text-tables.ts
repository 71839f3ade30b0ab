import type { SourceCell } from './source.ts'

type Rows = readonly (readonly SourceCell[])[]

const rule = /^\|?[\s:|-]*-{3,}[\s:|-]*$/

const cellsOf = (line: string): readonly string[] | undefined => {
  if (line.startsWith('|') && line.endsWith('|') && line.length > 2)
    return line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
  return line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : undefined
}

/** The header words of tables in notices; rows without such a header stay lines. */
const headerWord =
  /^(?:序号|编号|(?:[一二三四]级)?(?:考核|考评|评价|绩效)?(?:指标|项目|内容|要点|目标)(?:名称|内容)?|(?:标准|满|基本|基础|权重)?分[值数]?|权重.{0,4}|(?:评分|计分|考核|考评|扣分|评价)(?:标准|办法|细则|方法|依据|方式).{0,4}|(?:责任|牵头|配合|考核|考评|被考核|实施|数据责任|数据提供)(?:责任)?(?:单位|部门|科室|处室|股室|领导|人)|姓名|(?:领导小组|组内|单位及?|现任|工作)?职务|工作单位|(?:联系|办公)电话|联系人|联络员|单位(?:名称)?|类别|组别|分组|目标值|完成标准|台账.{0,6}|佐证材料|备注|(?:考[核评]|评价)?(?:等次|等级|级别|档次)|得分|(?:加|减|扣|加减|奖励|奖|惩)分?(?:事项|项目?|情形|内容|标准|分值)|阶段|步骤|环节|(?:完成|工作)(?:时间|时限)|时间(?:安排|节点)|名次)$/

/** A header word without what stands in brackets behind it. */
const isHeader = (cell: string): boolean => headerWord.test(cell.replace(/\s|[（(].*$/g, ''))

/** A row of Markdown with the line of hyphens under it heads a table, whatever its words. */
const isRuled = (header: readonly string[], below: string | undefined): boolean =>
  header.length > 1 && below !== undefined && below.includes('|') && rule.test(below)

/** Pastes of tables, Markdown or separated by tabs, found again in plain lines. */
export function rowsOfLines(lines: readonly string[]): readonly (string | Rows)[] {
  const pieces: (string | Rows)[] = []
  for (let at = 0; at < lines.length; ) {
    const spread = cellByCell(lines, at)
    if (spread) {
      pieces.push(spread.rows)
      at = spread.to
      continue
    }
    const header = cellsOf(lines[at] ?? '')
    if (!header || (header.filter(isHeader).length < 2 && !isRuled(header, lines[at + 1]))) {
      pieces.push(lines[at] ?? '')
      at += 1
      continue
    }
    const rows: SourceCell[][] = []
    for (; at < lines.length; at++) {
      const line = lines[at] ?? ''
      const cells = rule.test(line) ? [] : cellsOf(line)
      if (!cells) break
      if (cells.length > 0) rows.push(cells.map((text) => ({ text })))
    }
    pieces.push(rows)
  }
  return pieces
}

const fewestColumns = 4
const mostColumns = 12

/**
 * A table copied from a page one cell to a line: a run of header words, then rows that begin with 1, 2, 3… A row that lacks
 * cells had them merged with the row above; a row with too many ends the table.
 */
function cellByCell(lines: readonly string[], from: number): { readonly rows: Rows; readonly to: number } | undefined {
  if (!/^(?:序号|编号)$/.test((lines[from] ?? '').replace(/\s/g, ''))) return undefined
  const width = headerRun(lines, from)
  if (width < fewestColumns) return undefined
  const rows: SourceCell[][] = [cells(lines.slice(from, from + width))]
  let at = nextFilled(lines, from + width)
  for (let ordinal = 1; lines[at]?.trim() === String(ordinal); ordinal++) {
    const row: string[] = []
    let end = at
    while (end < lines.length && row.length < width) {
      const line = lines[end] ?? ''
      if (row.length > 0 && line.trim() === String(ordinal + 1) && row.length >= width - 2) break
      if (line.trim() !== '') row.push(line)
      end += 1
    }
    if (row.length < width - 2) break
    const missing = width - row.length
    rows.push(cells([row[0] ?? '', ...Array.from({ length: missing }, () => ''), ...row.slice(1)]))
    at = nextFilled(lines, end)
  }
  return rows.length > 2 ? { rows, to: at } : undefined
}

const cells = (texts: readonly string[]): SourceCell[] => texts.map((text) => ({ text }))

const nextFilled = (lines: readonly string[], from: number): number => {
  let at = from
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1
  return at
}

function headerRun(lines: readonly string[], from: number): number {
  let width = 0
  while (width < mostColumns && isHeader(lines[from + width] ?? '')) width += 1
  return width
}
