import { type Columns, columnsOf, placesOf, type Role } from '../text/columns.ts'
import type { Context } from '../text/context.ts'
import type { Cell, Span, Table } from '../text/document.ts'
import { labelOf } from '../text/labels.ts'
import { type Placed, placed } from '../text/words.ts'
import { evidenceIn } from './evidence.ts'
import { asMark, type Indicator, isCredit, named } from './indicator.ts'
import { scoresPoints } from './scoring-words.ts'

const total = /^(?:合\s?计|总\s?计|小\s?计|总\s?分)/

const markOf = (cell: Cell | undefined): Span | null => {
  const found = cell ? /^(\d{1,4}(?:\.\d{1,2})?)\s?(?:分|[%％])?$/.exec(cell.text.replace(/\s/g, '')) : null
  return cell && found ? { start: cell.start, end: cell.start + cell.text.replace(/\s?分$/, '').length } : null
}

/** The column of marks that belongs to a column of names: the next one to its right before another column of names. */
function markColumn(columns: Columns, names: readonly number[], at: number, role: Role): number | undefined {
  const own = placesOf(columns, role)
  const from = names[at] ?? 0
  const to = names[at + 1] ?? Number.POSITIVE_INFINITY
  const inside = own.find((column) => column > from && column < to)
  const before = own.findLast((column) => column < (names[0] ?? 0))
  return inside ?? (at === names.length - 1 ? before : undefined)
}

const cellOf = (row: readonly Cell[], columns: Columns, role: Role): Cell | undefined => {
  const [column] = placesOf(columns, role)
  const cell = column === undefined ? undefined : row[column]
  return cell && cell.text !== '' ? cell : undefined
}

const asPlaced = (text: string, cell: Cell | undefined): Placed | null => (cell ? placed(text, cell, 0.95) : null)

/** 责任单位 | 目标任务 | 分值: where no column has names, the tasks that bear marks are what is appraised. */
function withTasks(columns: Columns | undefined): Columns | undefined {
  if (!columns) return undefined
  const has = (role: Role) => columns.roles.includes(role)
  if (has('name') || has('rule') || !has('mark') || !has('lead')) return columns
  // 类别 | 目标任务 | 完成标准: the first is what is asked, under its class; a second one says when it is met.
  const task = columns.roles.indexOf('standard')
  const roles = columns.roles.map((role, at) => (at === task || (role === 'group' && at < task) ? 'name' : role))
  return { ...columns, roles }
}

/** The columns of a table with indicators: names, and marks, weights, rules or owners beside them. */
function columnsOfIndicators(table: Table): Columns | undefined {
  const columns = withTasks(columnsOf(table))
  const has = (role: Role) => columns !== undefined && placesOf(columns, role).length > 0
  if (!has('name') || has('step')) return undefined
  const says: readonly Role[] = ['mark', 'weight', 'rule', 'lead', 'standard', 'evidence']
  return says.some(has) ? columns : undefined
}

/** 加分事项 beside 加分标准: a table of credits, which has rules and no indicators. */
function columnsOfCredits(table: Table): Columns | undefined {
  const columns = columnsOf(table)
  return columns && placesOf(columns, 'credit').length > 0 ? columns : undefined
}

const isTotal = (row: readonly Cell[]): boolean => row.some(({ text }) => total.test(text))

/** 评分标准 and 扣分标准 side by side say one rule; a column of methods (查阅资料) beside them says none. */
function ruleColumns({ rows }: Table, columns: Columns): readonly number[] {
  const all = placesOf(columns, 'rule')
  if (all.length < 2) return all
  const body = rows.slice(columns.first)
  const scoring = all.filter((column) => {
    const cells = body.map((row) => row[column]).filter(filled)
    return cells.filter(({ text }) => scoresPoints(text)).length * 2 > cells.length
  })
  return scoring.length > 0 ? scoring : all.slice(0, 1)
}

const filled = (cell: Cell | undefined): cell is Cell => cell !== undefined && cell.text !== ''

const filledIn = (row: readonly Cell[], places: readonly number[]): readonly Cell[] =>
  places.map((column) => row[column]).filter(filled)

/** Cells side by side as one value: 达到目标得30分；每降低1个百分点扣3分. */
function joined(text: string, cells: readonly Cell[]): Placed | null {
  const [first] = cells
  const last = cells.at(-1)
  if (!first || !last) return null
  const value = cells.map((cell) => cell.text).reduce((all, one) => all + (/[。；;]$/.test(all) ? '' : '；') + one)
  return { ...placed(text, { start: first.start, end: last.end }, 0.95), value }
}

const veto = /否决/

/** What stands in the column of rules: scoring words of indicators and of credits, and the cases of a veto apart. */
export function ruleCells(table: Table): { readonly rules: readonly Cell[]; readonly vetoes: readonly Cell[] } {
  const columns = columnsOfIndicators(table) ?? columnsOfCredits(table)
  const own = columns ? ruleColumns(table, columns) : []
  if (!columns || own.length === 0) return { rules: [], vetoes: [] }
  const named = placesOf(columns, 'name')
  const rows = table.rows.slice(columns.first).filter((row) => !isTotal(row))
  const isVeto = (row: readonly Cell[]) => named.some((column) => veto.test(row[column]?.text ?? ''))
  return {
    rules: rows.filter((row) => !isVeto(row)).flatMap((row) => filledIn(row, own).filter(({ repeated }) => !repeated)),
    vetoes: rows.filter(isVeto).flatMap((row) => caseOf(row, [...named, ...own])),
  }
}

/** 否决项 | 发生重大责任事故 | 一票否决: the case is the words that do not name the veto itself. */
function caseOf(row: readonly Cell[], places: readonly number[]): readonly Cell[] {
  const cells = places.flatMap((column) => (row[column] && !row[column].repeated ? [row[column]] : []))
  return cells.filter(({ text }) => text.length > 4 && !/^(?:一票)?否决(?:项|指标|事项)?$/.test(text)).slice(0, 1)
}

/** 一 共性指标 40 over 1, 2, 3: rows numbered in Chinese head those that are numbered in digits. */
function hanRows(table: Table, columns: Columns): ReadonlySet<readonly Cell[]> {
  const [ordinal] = placesOf(columns, 'ordinal')
  const rows = ordinal === undefined ? [] : table.rows.slice(columns.first)
  const numbered = (form: RegExp) => rows.filter((row) => form.test(row[ordinal ?? 0]?.text.trim() ?? ''))
  const heads = numbered(/^[（(]?[一二三四五六七八九十]{1,3}[)）、]?$/)
  return new Set(heads.length > 0 && numbered(/^\d{1,3}[.．、]?$/).length > heads.length ? heads : [])
}

/** 考核对象 | 指标名称 | 任务内容: rows give units their tasks, and name an indicator again for each of them. */
export function givesTasks(table: Table): boolean {
  const columns = columnsOfIndicators(table)
  const [unit] = columns ? placesOf(columns, 'unit') : []
  const [name] = columns ? placesOf(columns, 'name') : []
  return unit !== undefined && name !== undefined && unit < name
}

/** Rows of a table with indicators: names from the left, merged and blank cells carry the name above. */
export function tabled({ text }: Context, table: Table): readonly Indicator[] {
  const columns = columnsOfIndicators(table)
  if (!columns) return []
  const names = placesOf(columns, 'name')
  const rules = ruleColumns(table, columns)
  const heads = names.length === 1 ? hanRows(table, columns) : new Set()
  const found: Indicator[] = []
  let path: string[] = []
  let head: string | undefined
  for (const row of table.rows.slice(columns.first)) {
    if (row.every(({ text: words }) => words === '') || isTotal(row)) continue
    const fresh = names
      .map((column, depth) => ({ column, depth, cell: row[column] }))
      .filter(({ cell }) => cell && cell.text !== '' && !cell.repeated)
    for (const { depth, cell } of fresh) {
      if (!cell) continue
      const lowest = depth === Math.max(...fresh.map((one) => one.depth))
      const { name, mark, weight } = named(text, unnumbered(text, cell))
      const value = text.slice(name.start, name.end)
      // A group printed again in every row, instead of merged, is the one above.
      if (!lowest && path[depth] === value) continue
      path = path.slice(0, depth)
      if (heads.has(row) && isCredit(value)) head = undefined
      if (value === '' || isCredit(value) || isCredit(path[0] ?? '')) {
        path[depth] = value
        continue
      }
      const isHead = heads.has(row)
      if (isHead) head = value
      const column = (role: Role) => markColumn(columns, names, depth, role)
      const markCell = column('mark')
      const weightCell = column('weight')
      const own = lowest && !isHead
      found.push({
        path: head !== undefined && !isHead ? [head, ...path.filter(Boolean)] : path.filter(Boolean),
        name: placed(text, name, 0.95),
        fullMark: asMark(
          text,
          mark ??
            (own || isHead || names.length > 1
              ? markOf(markCell === undefined ? undefined : unrepeated(row[markCell]))
              : null),
        ),
        weight: asMark(text, weight ?? markOf(weightCell === undefined ? undefined : unrepeated(row[weightCell]))),
        rule: own ? joined(text, filledIn(row, rules)) : null,
        standard: own ? asPlaced(text, cellOf(row, columns, 'standard')) : null,
        evidence: own ? evidenceOf(text, cellOf(row, columns, 'evidence')) : [],
        dataSource: own ? asPlaced(text, cellOf(row, columns, 'source')) : null,
        leaf: own,
        at: { start: row[0]?.start ?? cell.start, end: row.at(-1)?.end ?? cell.end },
      })
      path[depth] = value
    }
  }
  return found
}

/** 4.机关党建 is 机关党建. */
const unnumbered = (text: string, { start, end }: Span): Span => ({
  start: start + (labelOf(text.slice(start, end))?.length ?? 0),
  end,
})

const unrepeated = (cell: Cell | undefined): Cell | undefined => (cell?.repeated ? undefined : cell)

const evidenceOf = (text: string, cell: Cell | undefined): readonly Placed[] => (cell ? evidenceIn(text, cell) : [])
